/** Which priorities match, and where else in the text? The cards, and with a search the passages of the text. */

import type { Hit, SearchAnswer } from "../types.js";
import { AreaCard } from "./area-card.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { jumpList } from "./jump.js";
import { Pages } from "./pages.js";
import { PortalResults } from "./portal.js";
import { searchedFor } from "./reading.js";
import type { State } from "./state.js";
import { asked, isAreaKind, isSearching } from "./state.js";
import { UnitCard } from "./unit-card.js";
import type { Found, View } from "./view.js";
import { heading, inLanguage, shortTitle } from "./words.js";

export class PrioritiesView implements View {
  readonly root: HTMLElement;
  readonly #priorities: readonly AreaCard[];
  readonly #threats: readonly AreaCard[];
  readonly #passages = new Map<string, UnitCard>();
  readonly #areaPages: Pages;
  readonly #threatPages: Pages;
  readonly #textPages: Pages;
  readonly #areaSection: HTMLElement;
  readonly #threatSection: HTMLElement;
  readonly #textSection: HTMLElement;
  readonly #jump: HTMLElement;
  readonly #nTexts = h("span", { class: "n" });
  readonly #portal: PortalResults;
  readonly #overview: string;

  #hits: { answer: SearchAnswer; byId: ReadonlyMap<string, Hit> } | undefined;
  #places: ReadonlyMap<string, number> | undefined;

  constructor(readonly ctx: Context) {
    const { engine } = ctx;
    const texts = ctx.ofCouncil("resultText") ?? ctx.t("viewText");
    const list = (name: string, title: string): Pages => new Pages(ctx, name, title, h("ul", { role: "list", class: "cards" }));
    this.#areaPages = list("areas", ctx.t("resultPriorities"));
    this.#threatPages = list("threats", ctx.t("horizontalThreats"));
    this.#textPages = list("found", texts);
    this.#priorities = ctx.remember(engine.priorities()).map((area) => new AreaCard(ctx, area));
    this.#threats = ctx.remember(engine.horizontalThreats()).map((area) => new AreaCard(ctx, area));
    this.#jump = jumpList("areas", [...this.#priorities, ...this.#threats].map(({ area, root, heading: title }) => ({
      name: [area.kind === "priority" ? `${area.number} ` : `${ctx.t("labelled", { label: ctx.t("horizontalThreat") })} `, inLanguage(ctx, ctx.titleLang(area.id), shortTitle(ctx, area.id))],
      root, title,
    })));
    this.#areaSection = h("section", { class: "group" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("resultPriorities")), this.#jump, this.#areaPages.root);
    this.#threatSection = h("section", { class: "group" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("horizontalThreats")),
      h("p", { class: "muted" }, ctx.t("horizontalNote")), this.#threatPages.root);
    this.#textSection = h("section", { class: "group texts" },
      heading(ctx, 0, { class: "group-title" }, texts, " ", this.#nTexts),
      h("p", { class: "muted" }, ctx.t("counted")), this.#textPages.root);
    this.#portal = new PortalResults(ctx);
    const { priority, "sub-priority": subPriority } = engine.framework.counts;
    const figures = [[priority, "nPriorities"], [subPriority, "nSubPriorities"]] as const;
    this.#overview = ctx.list(figures.filter(([n]) => n > 0).map(([n, key]) => `${n} ${ctx.t(key, { n })}`));
    this.root = h("div", { class: "view priorities" }, this.#areaSection, this.#threatSection, this.#textSection, this.#portal.root);
  }

  get pages(): readonly Pages[] {
    return [this.#areaPages, this.#threatPages, this.#textPages];
  }

  update(state: State, answer: SearchAnswer, most = Infinity): Found {
    const searching = isSearching(state);
    const query = searchedFor(state.query, answer);
    const hits = this.#hitsOf(answer);
    const byRank = searching && this.ctx.look.sort === "relevance";
    const rank = (card: AreaCard): number => best([card.area.id, ...card.subs.map((sub) => sub.area.id)], hits);
    const shown = (cards: readonly AreaCard[]): AreaCard[] => {
      const found = cards.filter((card) => !searching || rank(card) > -1);
      return byRank ? found.sort((a, b) => rank(b) - rank(a)) : found;
    };
    const priorities = shown(this.#priorities);
    const threats = shown(this.#threats);
    const key = asked(state);
    const nPriorities = Math.min(priorities.length, most);
    const nThreats = Math.min(threats.length, most - nPriorities);
    const areas = [priorities.slice(0, nPriorities), threats.slice(0, nThreats)] as const;
    for (const card of areas.flat()) card.update(query, searching ? hits : undefined);
    this.#areaPages.show(areas[0].map(asItem), key);
    this.#threatPages.show(areas[1].map(asItem), key);
    const texts = searching ? answer.hits.filter(({ kind }) => !isAreaKind(kind)) : [];
    if (!byRank) texts.sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
    const nTexts = Math.min(texts.length, most - nPriorities - nThreats);
    this.#textPages.show(texts.slice(0, nTexts).map((hit) => this.#passage(hit, query)), key);

    // What answers best stands first; while letters are typed nothing changes places.
    const isThreatBest = byRank && threats[0] !== undefined && (priorities[0] === undefined || rank(threats[0]) > rank(priorities[0]));
    const [first, second] = isThreatBest ? [this.#threatSection, this.#areaSection] : [this.#areaSection, this.#threatSection];
    if (most === Infinity && first.nextElementSibling !== second) first.after(second);

    const nAreas = answer.hits.filter(({ kind }) => isAreaKind(kind)).length;
    // Of a page of the list, the next pages are the overview.
    this.#jump.hidden = searching || this.#priorities.length > this.ctx.look.pageSize;
    this.#areaSection.hidden = nPriorities === 0;
    this.#threatSection.hidden = nThreats === 0;
    this.#textSection.hidden = nTexts === 0;
    this.#nTexts.textContent = searching ? String(texts.length) : "";
    const documents = this.#portal.update(state);
    const counts = { areas: nAreas, texts: texts.length, documents };
    const isSplit = searching && [nAreas, texts.length, documents].filter((count) => count > 0).length > 1;
    return {
      n: (searching ? answer.total : nAreas) + documents,
      overview: this.#overview,
      detail: isSplit ? this.ctx.t(documents > 0 ? "splitPortal" : "split", counts) : undefined,
      documents,
      isCut: most < priorities.length + threats.length + texts.length,
    };
  }

  /** The hits of an answer by their ids: for the same answer the same map. */
  #hitsOf(answer: SearchAnswer): ReadonlyMap<string, Hit> {
    if (this.#hits?.answer !== answer) this.#hits = { answer, byId: new Map(answer.hits.map((hit) => [hit.id, hit])) };
    return this.#hits.byId;
  }

  card(id: string): AreaCard | UnitCard | undefined {
    return [...this.#priorities, ...this.#priorities.flatMap((card) => card.subs), ...this.#threats].find((card) => card.area.id === id)
      ?? this.#passages.get(id);
  }

  /** Where a unit stands in the document: the first is 0. */
  #placeOf(hit: Hit): number {
    this.#places ??= new Map(this.ctx.engine.units().map((unit, at) => [unit.id, at]));
    return this.#places.get(hit.id) ?? 0;
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

/** The highest score among some units; -1 if none matched. */
function best(ids: readonly string[], hits: ReadonlyMap<string, Hit>): number {
  return Math.max(...ids.map((id) => hits.get(id)?.score ?? -1));
}

/** The list item around a card, made once. */
export function asItem(card: { readonly root: HTMLElement }): HTMLElement {
  return card.root.closest("li") ?? h("li", {}, card.root);
}
