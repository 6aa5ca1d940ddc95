/** How does the style sheet get onto a page? As one constructable sheet; how it looks is written in `styles.css`. */

import text from "./styles.css";

let sheet: CSSStyleSheet | undefined;

export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  return sheet;
}
