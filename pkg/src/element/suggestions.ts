/** How could what is typed go on, and which cards could be meant? What the engine suggests: words that complete it, and titles that hold it. */

import type { EngineSuggestions, SuggestedQuery, SuggestedUnit } from "../types.js";
import type { Context } from "./context.js";
import { ICONS, h, hiddenText } from "./h.js";
import type { Suggest, Suggestion } from "./suggestion-list.js";
import { TITLES, suggestion } from "./suggestion-list.js";
import { langOf, marksWithin, setMarked } from "./words.js";

/** At most so many words: the results under the list remain in sight. */
const QUERIES = 4;
/** So many of them may be the documents' alone. */
const OF_DOCUMENTS = 2;

/** Suggests what an engine does. */
export function suggestions(ctx: Context): Suggest {
  return (text) => {
    const found = ask(ctx, text);
    if (!found) return [];
    return [
      ...queriesOf(text, found).map((query) => queryOption(ctx, query)),
      ...found.titles.slice(0, TITLES).map((title) => titleOption(ctx, title)),
    ];
  };
}

function ask(ctx: Context, text: string): EngineSuggestions | undefined {
  try {
    return ctx.engine.suggest(text, { lang: ctx.contentLang, limit: QUERIES });
  } catch (error) {
    ctx.act.fail(error);
    return undefined;
  }
}

/** How the text goes on in the units and in the documents. What only stands in for mistyped letters is left out where others go on from them. */
function queriesOf(text: string, { queries, documents }: EngineSuggestions): SuggestedQuery[] {
  const others = (documents?.queries ?? []).filter((other) => queries.every((query) => query.text !== other.text));
  const goOn = ({ typed }: SuggestedQuery): boolean => typed.end === text.length;
  const isKnown = [...queries, ...others].some(goOn);
  const [own, theirs] = [queries, others].map((all) => all.filter((query) => !isKnown || goOn(query))) as [SuggestedQuery[], SuggestedQuery[]];
  return [...own.slice(0, QUERIES - Math.min(OF_DOCUMENTS, theirs.length)), ...theirs].slice(0, QUERIES);
}

/** What is typed stands in plain letters, what would be added in bold ones. */
function queryOption(ctx: Context, { text, typed, lang }: SuggestedQuery): Suggestion {
  const words = h("span", { lang: lang === undefined ? undefined : langOf(ctx, lang) });
  setMarked(words, text, [{ start: 0, end: typed.start }, { start: typed.end, end: text.length }].filter(({ start, end }) => start < end), "b");
  return suggestion(ICONS.search, words, () => {
    ctx.act.submit(text);
  });
}

function titleOption(ctx: Context, { id, title, highlights }: SuggestedUnit): Suggestion {
  const unit = ctx.unit(id);
  const short = title.text.split(": ")[0] ?? title.text;
  const words = h("span", { lang: langOf(ctx, title.lang), class: title.status === "official" ? "official-title" : undefined });
  setMarked(words, short, marksWithin(highlights, 0, short.length));
  const shown = h("span", {}, unit && [h("span", { class: "key" }, ctx.t("labelled", { label: ctx.label(unit) })), " "], words, hiddenText(` (${ctx.t("openCard")})`));
  return suggestion(ICONS.card, shown, () => {
    ctx.act.visit(id);
  });
}
