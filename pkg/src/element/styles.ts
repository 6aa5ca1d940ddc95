/** How does the style sheet get onto a page? As one constructable sheet for each document; how it looks is written in `styles.css`. */

import text from "./styles.css";

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The style sheet for elements in a document: that of another one, such as a window that was opened, cannot be adopted. */
export function styleSheet(of: Document): CSSStyleSheet {
  let sheet = sheets.get(of);
  if (!sheet) {
    sheet = new (of.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(of, sheet);
  }
  return sheet;
}
