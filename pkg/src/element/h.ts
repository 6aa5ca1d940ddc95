/**
 * How is DOM built? With one function that sets text and never parses it, so that no value of a dataset can become
 * markup and no Trusted Types policy is needed.
 */

export type Child = Node | string | number | false | undefined | readonly Child[];
export type Prop = string | number | boolean | undefined | ((event: Event) => void);

/** Characters that begin, or end, another direction of text: embeddings, overrides and isolates of Unicode's bidirectional algorithm. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Most characters of a text that are shown: twenty times as many as the longest paragraph of the conclusions has. Browsers lay out a million for
 * seconds, each time, and nothing can be done on the page meanwhile.
 */
export const AT_MOST = 20_000;

/**
 * A text as it is shown: not without end, and without the characters that would reorder what stands after it. An isolate alone does not hold those
 * in, not even `<bdi>`: U+2069 in a text ends it. Letters that run from right to left do so by themselves, inside their element.
 */
export function legible(text: string): string {
  const shown = text.length > AT_MOST ? `${text.slice(0, AT_MOST)}…` : text;
  return shown.replace(REORDERING, "");
}

/** Most characters of what somebody asked for that our own sentences repeat. */
const MOST_REPEATED = 80;

/** What somebody asked for, as our own sentences repeat it. A link can ask for anything: it is too short for a message, and ends no quotation marks of ours. */
export function repeated(text: string): string {
  const shown = text.length > MOST_REPEATED ? `${text.slice(0, MOST_REPEATED)}…` : text;
  return shown.replace(/["«»\u201c-\u201f]/g, "'");
}

/** Adds children to a node; what is `false` or `undefined` is left out. */
export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (typeof child === "string" || typeof child === "number") parent.appendChild(new Text(legible(String(child))));
    else if (child instanceof Node) parent.appendChild(child);
    else append(parent, child);
  }
}

/**
 * Makes an element. A function under `onclick` becomes a listener for `click`; `true` an empty attribute; `false` and
 * `undefined` no attribute; everything else the attribute's text.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Readonly<Record<string, Prop>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Each drawing once: a copy is made faster. */
const drawn = new Map<string, SVGSVGElement>();

/** A decorative line drawing on a grid of 24 by 24, from the data of one path. */
export function icon(path: string): SVGSVGElement {
  const known = drawn.get(path) ?? draw(path);
  drawn.set(path, known);
  return known.cloneNode(true) as SVGSVGElement;
}

function draw(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.appendChild(line);
  return svg;
}

export const ICONS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.3 15.3L20 20",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9l6 6l6-6",
  link: "M9.5 14.5l5-5M8 11l-2.5 2.5a3.5 3.5 0 0 0 5 5L13 16M16 13l2.5-2.5a3.5 3.5 0 0 0-5-5L11 8",
  quote: "M5 17V12a5 5 0 0 1 4-5M14 17v-5a5 5 0 0 1 4-5M5 12h4v5H5zM14 12h4v5h-4z",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  filter: "M4 6h16M7 12h10M10 18h4",
  card: "M5 4h14v16H5zM9 9h6M9 13h6",
} as const;

/** Whether an element is there for the reader: in the document, with a box, not invisible, and not in something closed, where boxes can be kept. */
export function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0 && (!("checkVisibility" in element) || element.checkVisibility({ visibilityProperty: true }));
}

/** Text for assistive technology only. */
export function hiddenText(...text: Child[]): HTMLElement {
  return h("span", { class: "vh" }, text);
}

/**
 * Makes `nodes` the children of `parent` with as few moves as possible: a node that stays where it is keeps its focus.
 */
export function place(parent: Element, nodes: readonly Element[]): void {
  const wanted = new Set<Element>(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const node of nodes) {
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
}

/** Does something as soon as what there is now has been painted. */
export function afterPaint(job: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(job);
  });
}

/** Adds a value to those that are listed under a key. */
export function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
