/** What does an abbreviation stand for? Said at once when somebody types one. */

import type { Term } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { fact, linkTo } from "./source.js";
import { inLanguage, langOf, statusTag, wording } from "./words.js";

/** More than so many abbreviations are not asked about, but part of a text that was pasted. */
const AT_MOST = 3;

/** The terms whose abbreviation stands in the query, in any case and also as a plural ("OAP's", "OAPs"); `made` keeps them. */
export function definitions(ctx: Context, terms: readonly Term[], query: string, made: Map<string, HTMLElement>): HTMLElement[] {
  const words = new Set(query.toLowerCase().match(/[\p{L}\p{N}-]{2,}/gu));
  return terms.filter(({ abbreviation }) => {
    const short = abbreviation?.toLowerCase();
    return short !== undefined && (words.has(short) || words.has(`${short}s`));
  }).slice(0, AT_MOST).map((term) => {
    const known = made.get(term.id) ?? definition(ctx, term);
    made.set(term.id, known);
    return known;
  });
}

function definition(ctx: Context, term: Term): HTMLElement {
  const { expansion } = term;
  const ours = term.titles.filter((words) => words.status !== "official");
  const own = ours.find((words) => words.lang === ctx.contentLang) ?? ours[0];
  return h(
    "div",
    { class: "definition", "data-term": term.id },
    fact(ctx, `term:${term.id}`, expansion ? [expansion] : term.forms, inLanguage(ctx, ctx.officialLang, term.abbreviation ?? ""),
      h("dfn", { lang: langOf(ctx, ctx.officialLang) }, term.abbreviation), " ",
      expansion
        ? h("span", { class: "official", lang: langOf(ctx, ctx.officialLang) }, expansion.quote)
        : h("span", { class: "muted" }, ctx.t("neverExpanded"))),
    own && h("p", {}, wording(ctx, own), " ", statusTag(ctx, own)),
    h("p", { class: "muted" }, linkTo(ctx, term.id, ctx.t("inGlossary"))),
  );
}
