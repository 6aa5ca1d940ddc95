/** Which words of the official text say so? The quote in its paragraph, behind a small button. */

import type { Mark, SourceSpan } from "../types.js";
import type { Context } from "./context.js";
import type { Child } from "./h.js";
import { h, hiddenText } from "./h.js";
import type { Disclosure } from "./disclosure.js";
import { disclosure } from "./disclosure.js";
import { isPlainClick } from "./shortcut.js";
import type { ViewName } from "./state.js";
import { filled } from "./strings.js";
import { langOf, marksWithin, raised } from "./words.js";

/** Words of the official text in their paragraphs: each paragraph once, with all words that are quoted from it. */
export function quotesInContext(ctx: Context, spans: readonly SourceSpan[]): HTMLElement[] {
  const paragraphs = new Map<string, [SourceSpan, ...SourceSpan[]]>();
  for (const span of spans) {
    const key = JSON.stringify([span.unit, span.block]);
    const known = paragraphs.get(key);
    if (known) known.push(span);
    else paragraphs.set(key, [span]);
  }
  return [...paragraphs.values()].map((quoted) => paragraph(ctx, quoted));
}

/** A paragraph of the official text with the quoted words marked, and where it stands. */
function paragraph(ctx: Context, spans: readonly [SourceSpan, ...SourceSpan[]]): HTMLElement {
  const [first] = spans;
  const unit = ctx.unit(first.unit);
  return h(
    "figure",
    { class: "quote", part: "quote" },
    h("blockquote", { class: "official", lang: langOf(ctx, ctx.officialLang) }, h("p", {}, marked(ctx, unit?.blocks[first.block]?.text ?? "", spans))),
    h("figcaption", {}, unit ? placeLink(ctx, first) : first.unit),
  );
}

function marked(ctx: Context, text: string, spans: readonly [SourceSpan, ...SourceSpan[]]): Child[] {
  const mark = (...words: Child[]): HTMLElement => h("mark", { class: "quoted" }, words);
  // Words that are not at their place are shown alone.
  if (spans.some(({ start, end, quote }) => text.slice(start, end) !== quote)) return spans.map(({ quote }) => mark(quote));
  const above = ctx.footnotes(spans[0].unit, spans[0].block);
  const piece = (start: number, end: number): Child[] => raised(text.slice(start, end), marksWithin(above, start, end));
  const around = (start: number, end: number): Child => start < end && h("span", { class: "around" }, piece(start, end));
  // What overlaps or touches is one mark: on paper each has quotation marks.
  const quoted: Mark[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = quoted.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else quoted.push({ start, end });
  }
  let done = 0;
  const nodes = quoted.map(({ start, end }) => {
    const before = around(done, start);
    done = end;
    return [before, mark(piece(start, end))];
  });
  return [nodes, around(done, text.length)];
}

/** A link to the place in the full text. */
export function placeLink(ctx: Context, span: SourceSpan): HTMLElement {
  return linkTo(ctx, span.unit, ctx.place(span), "text");
}

/** A link to anything that has a place of its own: a card, a task, a term. */
export function linkTo(ctx: Context, id: string, label: Child, view?: ViewName): HTMLElement {
  return h("a", { href: ctx.href(view ? { open: id, view } : { open: id }), "data-place": id, onclick: (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    ctx.act.visit(id, view);
  } }, label);
}

/** The button "Source" and the panel with the words. `what` tells assistive technology which fact it is about. */
export function source(ctx: Context, key: string, spans: readonly SourceSpan[], what: Child): Disclosure {
  return disclosure(ctx, {
    key: `source:${key}`,
    class: "source",
    part: "source-button",
    label: [ctx.t("source"), hiddenText(" (", filled(ctx.lang, "sourceOf", { what }), ")")],
    content: () => quotesInContext(ctx, spans),
    isSource: true,
  });
}

/** A fact with its source behind it. */
export function fact(ctx: Context, key: string, spans: readonly SourceSpan[], what: Child, ...content: Child[]): HTMLElement {
  if (spans.length === 0) return h("div", { class: "fact" }, h("p", {}, content));
  const { button, panel } = source(ctx, key, spans, what);
  return h("div", { class: "fact" }, h("p", {}, content, " ", button), panel);
}
