// The text of pages that a program wrote. No parser: those pages are regular.

/** Elements whose text is none of the page's. */
const SKIPPED = new Set(["script", "style", "head", "header", "nav", "aside", "noscript", "footer", "button"]);
export const BLOCKS = new Set(["p", "li", "div", "td", "th", "tr", "dt", "dd", "pre", "table", "ul", "ol", "br", "section"]);
const ENTITIES = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  eacute: "é",
  euml: "ë",
  iuml: "ï",
  ouml: "ö",
  egrave: "è",
};

export const decode = (text) =>
  text.replace(/&(?:#(?<decimal>\d+)|#x(?<hex>[0-9a-f]+)|(?<name>\w+));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
export const oneLine = (text) =>
  decode(text)
    .replace(/[\s\u200b]+/gu, " ")
    .trim();

/** Each tag of a page outside what is skipped, with the text behind it: `{ tag, isEnd, attributes, text }`. */
export function* pieces(html) {
  let skipping = 0;
  for (const [, slash, name, attributes, text] of html.replace(/<!--[^]*?-->/gu, "").matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>([^<]*)/giu)) {
    const tag = name.toLowerCase();
    const isEnd = slash !== "";
    if (SKIPPED.has(tag)) skipping = Math.max(0, skipping + (isEnd ? -1 : 1));
    yield { tag, isEnd, attributes, text: skipping > 0 ? "" : text };
  }
}
