/** What does an abbreviation stand for? Said at once when somebody types one. */

import type { Term } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { fact } from "./source.js";
import { langOf, wording } from "./words.js";

export function definitions(ctx: Context, query: string): HTMLElement[] {
  const words = new Set(query.toLowerCase().match(/[\p{L}\p{N}-]{2,}/gu));
  return [...words].slice(0, 8).flatMap((word) => {
    const known = ctx.engine.get(`T-${word}`);
    return known?.kind === "term" && known.abbreviation !== undefined ? [definition(ctx, known)] : [];
  });
}

function definition(ctx: Context, term: Term): HTMLElement {
  const { expansion } = term;
  const ours = term.titles.filter((words) => words.status !== "official");
  const own = ours.find((words) => words.lang === ctx.lang) ?? ours[0];
  return h(
    "div",
    { class: "definition", "data-id": term.id },
    fact(ctx, `term:${term.id}`, expansion ? [expansion] : term.forms, term.abbreviation ?? "",
      h("dfn", {}, term.abbreviation), " ",
      expansion
        ? h("span", { class: "official", lang: langOf(ctx, ctx.officialLang) }, expansion.quote)
        : h("span", { class: "muted" }, ctx.t("neverExpanded"))),
    own && h("p", {}, wording(ctx, own), " ", h("span", { class: "tag" }, ctx.t(own.status === "own-words" ? "ownWords" : "unofficial"))),
  );
}
