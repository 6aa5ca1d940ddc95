/** What does the document say, from beginning to end? The whole official text with our notes beside it. */

import type { SearchAnswer } from "../types.js";
import type { Context } from "./context.js";
import { h, place } from "./h.js";
import type { State } from "./state.js";
import { chosen } from "./state.js";
import { UnitCard } from "./unit-card.js";
import type { Found, View } from "./view.js";
import { asItem } from "./view-priorities.js";
import { heading } from "./words.js";

export class TextView implements View {
  readonly root: HTMLElement;
  readonly #cards: readonly UnitCard[];
  readonly #list = h("ul", { role: "list", class: "cards text" });

  constructor(readonly ctx: Context) {
    this.#cards = ctx.engine.units().map((unit) => new UnitCard(ctx, unit, "text"));
    this.root = h("div", { class: "view text" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("viewText")),
      h("p", { class: "muted" }, `${ctx.t("textIntro")} ${ctx.t("counted")}`),
      this.#list);
  }

  /** A search narrows the text but keeps its order. */
  update(state: State, answer: SearchAnswer): Found {
    const searching = state.query !== "" || chosen(state.filters).length > 0;
    const hits = new Map(answer.hits.map((hit) => [hit.id, hit]));
    const shown = searching ? this.#cards.filter((card) => hits.has(card.unit.id)) : this.#cards;
    for (const card of shown) card.update(state.query, hits.get(card.unit.id));
    place(this.#list, shown.map(asItem));
    return { n: shown.length, noun: "textFound" };
  }

  card(id: string): UnitCard | undefined {
    return this.#cards.find((card) => card.unit.id === id);
  }
}
