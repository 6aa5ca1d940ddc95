/** What does the document say, from beginning to end? The whole official text with our notes beside it. */

import type { SearchAnswer } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { Pages } from "./pages.js";
import { searchedFor } from "./reading.js";
import type { State } from "./state.js";
import { asked, isSearching } from "./state.js";
import { UnitCard } from "./unit-card.js";
import type { Found, View } from "./view.js";
import { asItem } from "./view-priorities.js";
import { heading } from "./words.js";

export class TextView implements View {
  readonly root: HTMLElement;
  readonly #cards: readonly UnitCard[];
  readonly #pages: Pages;
  readonly #intro: HTMLElement;

  constructor(readonly ctx: Context) {
    this.#pages = new Pages(ctx, "text", ctx.t("viewText"), h("ul", { role: "list", class: "cards text" }));
    this.#cards = ctx.remember(ctx.engine.units()).map((unit) => new UnitCard(ctx, unit, "text"));
    this.#intro = h("span", {}, ctx.t("textIntro"), " ");
    this.root = h("div", { class: "view text" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("viewText")),
      h("p", { class: "muted" }, this.#intro, ctx.t("counted")),
      this.#pages.root);
  }

  get pages(): readonly Pages[] {
    return [this.#pages];
  }

  /** A search narrows the text but keeps its order. */
  update(state: State, answer: SearchAnswer): Found {
    const searching = isSearching(state);
    const query = searchedFor(state.query, answer);
    const hits = new Map(answer.hits.map((hit) => [hit.id, hit]));
    const shown = searching ? this.#cards.filter((card) => hits.has(card.unit.id)) : this.#cards;
    this.#intro.hidden = searching;
    for (const card of shown) card.update(query, hits.get(card.unit.id));
    this.#pages.show(shown.map(asItem), asked(state));
    return { n: shown.length, noun: "textFound" };
  }

  card(id: string): UnitCard | undefined {
    return this.#cards.find((card) => card.unit.id === id);
  }
}
