/** How does the style sheet get onto a page? As one constructable sheet for each document; how it looks is written in `styles.css`. */

import text from "./styles.css";

/** What a page can set in any unit and the style sheet calculates with; each is a length from then on. */
const LENGTHS = ["--_empact-size", "--_empact-margin"];

/** Browsers from before 2024 do without, and a page registers a name once, whatever versions of the element are on it. */
function register(css: typeof CSS | undefined): void {
  for (const name of LENGTHS) {
    try {
      css?.registerProperty({ name, syntax: "<length>", inherits: true, initialValue: name === "--_empact-size" ? "16px" : "0px" });
    } catch {
      // It is there, or nothing can be registered.
    }
  }
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The style sheet for elements in a document: that of another one, such as a window that was opened, cannot be adopted. */
export function styleSheet(of: Document): CSSStyleSheet {
  let sheet = sheets.get(of);
  if (!sheet) {
    const view = of.defaultView ?? window;
    register(view.CSS);
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(of, sheet);
  }
  return sheet;
}
