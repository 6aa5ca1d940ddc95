/** How are texts shown, so that official and own words never look alike and every language is named? */

import type { Excerpt, Mark, Wording } from "../types.js";
import type { Context } from "./context.js";
import type { Child } from "./h.js";
import { AT_MOST, append, gather, h, hiddenText, legible } from "./h.js";

/** A text in which some ranges stand above the line: the numbers of footnotes, which the document glues to words. */
export function raised(text: string, ranges: readonly Mark[]): Child[] {
  const pieces: Child[] = [];
  let done = 0;
  for (const { start, end } of ranges) {
    if (start < done || end > AT_MOST) continue;
    pieces.push(text.slice(done, start), h("sup", {}, text.slice(start, end)));
    done = end;
  }
  return [...pieces, text.slice(done)].filter((piece) => piece !== "");
}

/** What {@link setMarked} put into an element last. */
const shown = new WeakMap<Element, string>();

/** Puts a text into an element, with the marked ranges in elements of their own; `above`: what stands above the line, see {@link raised}. */
export function setMarked(element: Element, text: string, marks: readonly Mark[], tag: "mark" | "b" = "mark", above: readonly Mark[] = []): void {
  // What is new is laid out anew: most texts are without marks before and after, and the next letter of a word marks the same word.
  const now = `${marks.map(({ start, end }) => `${start}-${end}`).join()} ${text}`;
  if (shown.get(element) === now) return;
  shown.set(element, now);
  if (marks.length === 0 && !element.querySelector(tag) && element.textContent === legible(text)) return;
  const nodes: Child[] = [];
  const piece = (start: number, end: number): Child[] => raised(text.slice(start, end), marksWithin(above, start, end));
  let done = 0;
  for (const { start, end } of marks) {
    if (start < done || end > text.length) continue;
    // Far into a text without end: what is left is cut as any other.
    if (end > AT_MOST) break;
    nodes.push(piece(done, start), h(tag, tag === "mark" ? { part: "mark" } : {}, piece(start, end)));
    done = end;
  }
  nodes.push(piece(done, text.length));
  element.replaceChildren();
  append(element, nodes);
}

/** The part of the marks that lies in `text.slice(start, end)`, moved to it. */
export function marksWithin(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.end > start && mark.start < end)
    .map((mark) => ({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }));
}

/** `lang` where a text differs from the interface (WCAG 3.1.2). */
export function langOf(ctx: Context, lang: string): string | undefined {
  return lang === ctx.lang ? undefined : lang;
}

/** A text in the midst of the interface: in an element of its own, whose direction ends with it, and with its language where that is another one. */
export function inLanguage(ctx: Context, lang: string, text: string): HTMLElement {
  return h("span", { lang: langOf(ctx, lang) }, text);
}

/** The title of anything, with its language where that is not the one of the interface. */
export function titleOf(ctx: Context, id: string): Child {
  return inLanguage(ctx, ctx.titleLang(id), ctx.title(id));
}

/** A text with its language; serif if it is the Council's. */
export function wording(ctx: Context, words: Wording, marks: readonly Mark[] = []): HTMLElement {
  const span = h("span", { class: words.status === "official" ? "official" : undefined, lang: langOf(ctx, words.lang) });
  setMarked(span, words.text, marks);
  return span;
}

/** The label that every translation of ours carries. */
export function statusTag(ctx: Context, words: Wording): HTMLElement | undefined {
  if (words.status === "official") return undefined;
  return h("span", { class: "tag" }, ctx.t(words.status === "unofficial-translation" ? "unofficial" : "ownWords"));
}

/** What a typeface says of a heading of ours, in words for who does not see it (WCAG 1.3.1). */
export function statusInWords(ctx: Context, title: Wording | undefined): Child {
  return title?.status === "own-words" && hiddenText(` (${ctx.t("ownWords")})`);
}

/** A heading, at the level of the sections plus `below`. */
export function heading(
  ctx: Context,
  below: number,
  props: Parameters<typeof h>[1],
  ...children: Parameters<typeof h>[2][]
): HTMLHeadingElement {
  const level = ctx.look.level + below;
  // HTML has six levels; what is told to assistive technology has more.
  return h(`h${Math.min(6, level)}` as "h2", level > 6 ? { ...props, "aria-level": level } : props, ...children);
}

/** Links to other sites, which are told nothing. Only http(s) becomes a link. Several of one site are numbered. */
export function outsideLinks(ctx: Context, addresses: readonly string[]): HTMLElement[] {
  const urls = addresses.map((address) => webAddress(address));
  const sites = urls.map((url) => url?.hostname.replace(/^www\./, ""));
  const ofSite = new Map<string | undefined, number[]>();
  sites.forEach((site, index) => {
    gather(ofSite, site, index);
  });
  const numbers = new Map([...ofSite.values()].flatMap((of) => of.map((index, at) => [index, of.length === 1 ? "" : ` (${at + 1})`] as const)));
  return addresses.map((address, index) => {
    const site = sites[index];
    const href = urls[index]?.href;
    if (site === undefined) return h("span", {}, address);
    return h(
      "a",
      { href, rel: "noreferrer noopener", class: "outside" },
      site + (numbers.get(index) ?? ""),
      h("span", { class: "vh" }, ` (${ctx.t("externalSource")})`),
    );
  });
}

/** An address that can be linked to without harm; `base` is what a relative one is relative to. */
export function webAddress(address: string, base?: string): URL | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  return url?.protocol === "https:" || url?.protocol === "http:" ? url : undefined;
}

/** Puts a passage into an element, with what is emphasised in it and dots where the text goes on; `above`: see {@link raised}. */
export function setExcerpt(element: HTMLElement, { text, highlights, truncatedStart, truncatedEnd }: Pick<Excerpt, "text" | "highlights" | "truncatedStart" | "truncatedEnd">, above: readonly Mark[] = []): void {
  setMarked(element, text, highlights, "mark", above);
  if (truncatedStart) element.prepend("… ");
  if (truncatedEnd) element.append(" …");
}

/** What a crime area is called in short: of a long title, what stands before the colon. */
export function shortTitle(ctx: Context, id: string): string {
  return ctx.title(id).split(": ")[0] ?? id;
}
