/** Which words of the official text say so? The quote in its paragraph, behind a small button. */

import type { SourceSpan } from "../types.js";
import type { Context } from "./context.js";
import type { Child } from "./h.js";
import { h, hiddenText } from "./h.js";
import type { Disclosure } from "./disclosure.js";
import { disclosure } from "./disclosure.js";
import type { ViewName } from "./state.js";
import { filled, langOf, marksWithin, raised } from "./words.js";

/** A paragraph of the official text with the quoted words marked, and where it stands. */
export function quoteInContext(ctx: Context, span: SourceSpan): HTMLElement {
  const unit = ctx.unit(span.unit);
  const text = unit?.blocks[span.block]?.text ?? span.quote;
  const exact = text.slice(span.start, span.end) === span.quote;
  const above = exact ? ctx.footnotes(span.unit, span.block) : [];
  const piece = (start: number, end: number): Child[] => raised(text.slice(start, end), marksWithin(above, start, end));
  return h(
    "figure",
    { class: "quote", part: "quote" },
    h(
      "blockquote",
      { class: "official", lang: langOf(ctx, ctx.officialLang) },
      h(
        "p",
        {},
        exact && h("span", { class: "around" }, piece(0, span.start)),
        h("mark", { class: "quoted" }, exact ? piece(span.start, span.end) : span.quote),
        exact && h("span", { class: "around" }, piece(span.end, text.length)),
      ),
    ),
    h("figcaption", {}, unit ? placeLink(ctx, span) : span.unit),
  );
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

/** A click that is not meant to open another tab or window, and on which the page has not acted itself. */
export function isPlainClick(event: Event): boolean {
  return !event.defaultPrevented && !(event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey));
}

/** The button "Source" and the panel with the words. `what` tells assistive technology which fact it is about. */
export function source(ctx: Context, key: string, spans: readonly SourceSpan[], what: Child): Disclosure {
  return disclosure(ctx, {
    key: `source:${key}`,
    class: "source",
    part: "source-button",
    label: [ctx.t("source"), hiddenText(" (", filled(ctx.lang, "sourceOf", { what }), ")")],
    content: () => spans.map((span) => quoteInContext(ctx, span)),
    isSource: true,
  });
}

/** A fact with its source behind it. */
export function fact(ctx: Context, key: string, spans: readonly SourceSpan[], what: Child, ...content: Child[]): HTMLElement {
  if (spans.length === 0) return h("div", { class: "fact" }, h("p", {}, content));
  const { button, panel } = source(ctx, key, spans, what);
  return h("div", { class: "fact" }, h("p", {}, content, " ", button), panel);
}
