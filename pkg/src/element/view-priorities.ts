/** Which priorities match, and where else in the text? The cards, and with a search the passages of the text. */

import type { Hit, SearchAnswer } from "../types.js";
import { AreaCard } from "./area-card.js";
import type { Context } from "./context.js";
import { h, place } from "./h.js";
import type { State } from "./state.js";
import { chosen } from "./state.js";
import { UnitCard } from "./unit-card.js";
import type { Found, View } from "./view.js";
import { heading } from "./words.js";

export class PrioritiesView implements View {
  readonly root: HTMLElement;
  readonly #priorities: readonly AreaCard[];
  readonly #threats: readonly AreaCard[];
  readonly #passages = new Map<string, UnitCard>();
  readonly #list = h("ul", { role: "list", class: "cards" });
  readonly #threatList = h("ul", { role: "list", class: "cards" });
  readonly #textList = h("ul", { role: "list", class: "cards" });
  readonly #areaSection: HTMLElement;
  readonly #threatSection: HTMLElement;
  readonly #textSection: HTMLElement;
  readonly #nAreas = h("span", { class: "n" });
  readonly #nTexts = h("span", { class: "n" });

  constructor(readonly ctx: Context) {
    const { engine } = ctx;
    this.#priorities = engine.priorities().map((area) => new AreaCard(ctx, area));
    this.#threats = engine.horizontalThreats().map((area) => new AreaCard(ctx, area));
    this.#areaSection = h("section", { class: "group" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("resultPriorities"), " ", this.#nAreas), this.#list);
    this.#threatSection = h("section", { class: "group" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("horizontalThreats")),
      h("p", { class: "muted" }, ctx.t("horizontalNote")), this.#threatList);
    this.#textSection = h("section", { class: "group texts" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("resultText"), " ", this.#nTexts),
      h("p", { class: "muted" }, ctx.t("counted")), this.#textList);
    this.root = h("div", { class: "view priorities" }, this.#areaSection, this.#threatSection, this.#textSection);
  }

  update(state: State, answer: SearchAnswer): Found {
    const searching = state.query !== "" || chosen(state.filters).length > 0;
    const hits = new Map(answer.hits.map((hit) => [hit.id, hit]));
    const rank = (card: AreaCard): number => best([card.area.id, ...card.subs.map((sub) => sub.area.id)], hits);
    const shown = (cards: readonly AreaCard[]): AreaCard[] =>
      searching ? cards.filter((card) => rank(card) > -1).sort((a, b) => rank(b) - rank(a)) : [...cards];
    const priorities = shown(this.#priorities);
    const threats = shown(this.#threats);
    for (const card of [...priorities, ...threats]) card.update(state.query, searching ? hits : undefined);
    place(this.#list, priorities.map(asItem));
    place(this.#threatList, threats.map(asItem));
    const texts = searching ? answer.hits.filter((hit) => !isAreaKind(hit)) : [];
    place(this.#textList, texts.map((hit) => this.#passage(hit, state.query)));

    const nAreas = answer.hits.length - answer.hits.filter((hit) => !isAreaKind(hit)).length;
    this.#areaSection.hidden = priorities.length === 0;
    this.#threatSection.hidden = threats.length === 0;
    this.#textSection.hidden = texts.length === 0;
    this.#nAreas.textContent = searching ? String(answer.hits.filter((hit) => hit.kind === "priority" || hit.kind === "sub-priority").length) : "";
    this.#nTexts.textContent = searching ? String(texts.length) : "";
    return {
      n: searching ? answer.total : nAreas,
      detail: searching && nAreas > 0 && texts.length > 0 ? this.ctx.t("split", { areas: nAreas, texts: texts.length }) : undefined,
    };
  }

  card(id: string): AreaCard | UnitCard | undefined {
    return [...this.#priorities, ...this.#priorities.flatMap((card) => card.subs), ...this.#threats].find((card) => card.area.id === id)
      ?? this.#passages.get(id);
  }

  #passage(hit: Hit, query: string): HTMLElement {
    let card = this.#passages.get(hit.id);
    if (!card) {
      const unit = this.ctx.unit(hit.id);
      if (!unit) return h("li", {});
      card = new UnitCard(this.ctx, unit, "result");
      this.#passages.set(hit.id, card);
    }
    card.update(query, hit);
    return asItem(card);
  }
}

function isAreaKind(hit: Hit): boolean {
  return hit.kind === "priority" || hit.kind === "sub-priority" || hit.kind === "horizontal-threat";
}

/** The highest score among some units; -1 if none matched. */
function best(ids: readonly string[], hits: ReadonlyMap<string, Hit>): number {
  return Math.max(...ids.map((id) => hits.get(id)?.score ?? -1));
}

/** The list item around a card, made once. */
export function asItem(card: { readonly root: HTMLElement }): HTMLElement {
  return card.root.closest("li") ?? h("li", {}, card.root);
}
