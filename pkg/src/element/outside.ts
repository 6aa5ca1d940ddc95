/** What is known from elsewhere? Never without its sources and how sure it is. */

import type { OutsideFact } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { CONFIDENCE_LABELS } from "./labels.js";
import { heading, langOf, outsideLinks } from "./words.js";

/** First the names, then what a cycle consisted of and what changed it, then the rest. */
const ORDER: readonly OutsideFact["topic"][] = ["title", "term", "alias", "cycle", "amendment", "document", "result", "role-holder"];

/** Facts from outside the document, by their ids: together, under a heading of their own, and set apart. */
export function outsideFacts(ctx: Context, ids: readonly string[], below: number): HTMLElement | undefined {
  const facts = ids.flatMap((id) => {
    const known = ctx.entity(id);
    return known?.kind === "outside-fact" ? [known] : [];
  });
  if (facts.length === 0) return undefined;
  facts.sort((a, b) => ORDER.indexOf(a.topic) - ORDER.indexOf(b.topic));
  return h(
    "section",
    { class: "elsewhere" },
    heading(ctx, below, { class: "section-title" }, ctx.t("fromElsewhere"), " ", h("span", { class: "tag" }, ctx.t("notInDocument"))),
    h("ul", { role: "list" }, facts.map((known) => item(ctx, known))),
  );
}

function item(ctx: Context, known: OutsideFact): HTMLElement {
  const statement = ctx.pick(known.statements);
  const note = ctx.pick(known.notes);
  return h(
    "li",
    { "data-fact": known.id },
    statement && h("p", { lang: langOf(ctx, statement.lang) }, statement.text),
    known.items.length > 0 && [
      h("p", { class: "key" }, ctx.t("prioritiesListed")),
      // The names of earlier priorities stand in English, as in their sources.
      h("ul", { class: "items", lang: langOf(ctx, "en") }, known.items.map((name) => h("li", {}, name))),
    ],
    h(
      "p",
      { class: "muted" },
      note && [h("span", { lang: langOf(ctx, note.lang) }, note.text), " "],
      `${ctx.t("labelled", { label: ctx.t("sources") })} `,
      outsideLinks(ctx, known.sources).flatMap((link, index) => [index > 0 && ", ", link]),
      ` · ${ctx.t("labelled", { label: ctx.t("confidence") })} ${ctx.t(CONFIDENCE_LABELS[known.confidence])}`,
    ),
  );
}
