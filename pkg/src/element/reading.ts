/** How was the query read? Which words were taken for others, and which does even the best result lack, when nothing holds them all? */

import type { Notice, SearchAnswer } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { filled } from "./strings.js";

/** What the answer is the answer to: the query, with other words where nothing holds those that were typed. */
export function searchedFor(query: string, { corrected }: SearchAnswer): string {
  return corrected?.applied === true ? corrected.query : query;
}

/** Whether a sentence of {@link reading} says what was searched for. */
export function isReadOtherwise({ corrected, notices }: SearchAnswer): boolean {
  return corrected?.applied === true || notices.some(({ code }) => code === "words-ignored" || code === "words-in-part");
}

/** The words of a query that notices of one kind are about, in quotation marks; empty if there are none. */
export function noticed(ctx: Context, query: string, notices: readonly Notice[], code: Notice["code"]): string {
  return ctx.list(notices.filter((notice) => notice.code === code).map(({ start, end }) => ctx.t("quoted", { text: query.slice(start, end) })));
}

/** A sentence for each thing that the reader did not ask for; `choose` searches for the query that is put forward. */
export function reading(ctx: Context, query: string, { corrected, notices }: SearchAnswer, choose: (query: string) => void): HTMLElement[] {
  const words = (code: Notice["code"]): string => noticed(ctx, query, notices, code);
  const lines: HTMLElement[] = [];
  if (corrected) {
    const button = h("button", { type: "button", class: "link", onclick: () => {
      choose(corrected.query);
    } }, corrected.query);
    lines.push(h("p", {}, filled(ctx.lang, corrected.applied ? "correctedTo" : "didYouMean", { corrected: button, words: words("words-corrected") })));
  }
  const lacking = words("words-ignored");
  if (lacking !== "") lines.push(h("p", {}, ctx.t("wordsLacking", { words: lacking })));
  const inPart = words("words-in-part");
  if (inPart !== "") lines.push(h("p", {}, ctx.t("wordsInPart", { words: inPart })));
  return lines;
}
