/** What is known from elsewhere? Never without its sources and how sure it is. */

import type { OutsideFact } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { CONFIDENCE_LABELS } from "./labels.js";
import { langOf, outsideLink } from "./words.js";

/** First what a cycle consisted of, then what changed it, then the rest. */
const ORDER: readonly OutsideFact["topic"][] = ["cycle", "amendment", "document", "title", "term", "alias", "result", "role-holder"];

/** Facts from outside the document, together and set apart. */
export function outsideFacts(ctx: Context, facts: readonly OutsideFact[], label = ctx.t("fromElsewhere")): HTMLElement {
  const sorted = [...facts].sort((a, b) => ORDER.indexOf(a.topic) - ORDER.indexOf(b.topic));
  return h(
    "div",
    { class: "elsewhere" },
    h("p", {}, h("span", { class: "key" }, label), " ", h("span", { class: "tag" }, ctx.t("notInDocument"))),
    h("ul", { role: "list" }, sorted.map((known) => item(ctx, known))),
  );
}

function item(ctx: Context, known: OutsideFact): HTMLElement {
  const statement = ctx.pick(known.statements);
  // Names of earlier priorities and notes stand in English, as their sources do.
  const english = langOf(ctx, "en");
  return h(
    "li",
    { "data-fact": known.id },
    statement && h("p", { lang: langOf(ctx, statement.lang) }, statement.text),
    known.items.length > 0 && [
      h("p", { class: "key" }, ctx.t("prioritiesThen")),
      h("ul", { class: "items", lang: english }, known.items.map((name) => h("li", {}, name))),
    ],
    h(
      "p",
      { class: "muted" },
      known.note !== undefined && [h("span", { lang: english }, known.note), " "],
      `${ctx.t("sources")}: `,
      known.sources.flatMap((address, index) => [index > 0 && ", ", outsideLink(ctx, address)]),
      ` · ${ctx.t("confidence")}: ${ctx.t(CONFIDENCE_LABELS[known.confidence])}`,
    ),
  );
}
