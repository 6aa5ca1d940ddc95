/** What does the portal itself have on it? Its own documents, always apart from what the Council wrote, and said to be so. */

import type { CrimeArea, DocumentAnswer, DocumentHit, DocumentIndex, DocumentSearchOptions, SearchAnswer } from "../types.js";
import type { Context } from "./context.js";
import { isArea } from "./context.js";
import { h, hiddenText, place } from "./h.js";
import { noticed } from "./reading.js";
import { linkTo } from "./source.js";
import type { State } from "./state.js";
import { chosen, isAreaKind } from "./state.js";
import { filled, sayLanguage, sayNumber } from "./strings.js";
import { heading, inLanguage, langOf, setExcerpt, setMarked, shortTitle, webAddress } from "./words.js";

/** Documents shown at first, unless the page wants fewer, and how many more each time. */
const AT_FIRST = 5;
const STEP = 20;
/** More than the largest list that anybody reads. */
const AT_MOST = 1000;
/** So many take some ten sheets of paper. */
const ON_PAPER = 100;
/** Of more documents than these the ones about a crime area are looked up when its card is opened, not beforehand: it takes 0.2 µs each. */
const MANY = 50_000;

type Options = Omit<DocumentSearchOptions, "limit" | "offset">;

/** A list of documents that grows when the reader asks for more. */
class PortalList {
  readonly root = h("div", {});
  readonly #list = h("ul", { role: "list", class: "documents" });
  readonly #more: HTMLButtonElement;
  readonly #moreWords = h("span");
  /** How much of it is shown on the screen, with the button for more, and on paper. */
  readonly #onScreen = h("span", { class: "muted" });
  readonly #onPaper = h("p", { class: "muted on-paper" });
  readonly #rest = h("p", { class: "rest", hidden: true });
  #ask: (limit: number, offset: number) => DocumentAnswer | undefined = () => undefined;
  #asked = "";
  /** Those that were made so far: the first of the answer. What the reader has not asked for is on paper alone. */
  #items: HTMLElement[] = [];
  #total = 0;
  /** Makes what paper gets as well. */
  #print: (() => void) | undefined;
  /** Which index `ask` asks. */
  #of: DocumentIndex | undefined;

  /** `about`: the crime area whose documents these are; empty for those that answer a search. */
  constructor(readonly ctx: Context, readonly below: number, readonly about = "") {
    const area = ctx.unit(about);
    const name = area ? `${ctx.t("portalAbout")}${ctx.colon}${ctx.label(area)}` : ctx.t("portalResults");
    this.#more = h("button", { type: "button", class: "link more", part: "more", "data-key": `more:documents:${about}`, onclick: () => {
      const next = this.#shown;
      this.ctx.kept.shown.set(this.#asked, next + STEP);
      this.#fill();
      this.ctx.act.announce(this.#onScreen.textContent ?? "");
      this.#list.children[next]?.querySelector<HTMLElement>(".title")?.focus();
    } }, this.#moreWords, hiddenText(` (${name})`));
    this.#rest.append(this.#more, " ", this.#onScreen);
    this.root.append(this.#list, this.#rest, this.#onPaper);
  }

  get #shown(): number { return this.ctx.kept.shown.get(this.#asked) ?? Math.min(AT_FIRST, this.ctx.look.pageSize); }

  /** Shows what `ask` answers, given how many are wanted from which on, and says how many there are. Another `query` or `key` starts with the first few again, or with as many as were asked for there. */
  show(query: string, key: string, ask: (limit: number, offset: number) => DocumentAnswer | undefined): number {
    this.#asked = ["documents", this.about, key, query].join("\n");
    this.#ask = ask;
    this.#items = [];
    this.#of = this.ctx.engine.documents;
    return this.#fill();
  }

  /** How many paper gets at least: of an answer the best. A long list without an order is not worth it. */
  get #wanted(): number { return this.about === "" ? Math.min(this.#total, ON_PAPER) : this.#total > ON_PAPER ? 0 : this.#total; }

  /** Makes what is missing of the first so many. */
  #fill(made = Math.min(this.#shown, AT_MOST)): number {
    const { ctx } = this;
    const n = this.#items.length;
    if (n < made) {
      const answer = this.#ask(made - n, n);
      this.#total = answer?.total ?? 0;
      if (answer) this.#items.push(...answer.hits.map((hit) => documentItem(ctx, hit, this.below, this.about)));
      else this.#items = [];
    }
    const [items, total] = [this.#items, this.#total];
    const shown = Math.min(items.length, this.#shown);
    items.forEach((item, at) => {
      item.classList.toggle("beyond", at >= shown);
    });
    place(this.#list, items);
    this.#rest.hidden = shown >= total;
    const rest = Math.min(total, AT_MOST) - shown;
    this.#more.hidden = rest <= 0;
    this.#moreWords.textContent = ctx.t("more", { n: Math.min(rest, STEP) });
    this.#onScreen.textContent = ctx.t("shownOfResults", { shown, n: total });
    this.#onPaper.textContent = items.length < total ? ctx.t("shownOfResults", { shown: items.length, n: total }) : "";
    if (items.length < this.#wanted) {
      this.#print ??= ctx.idle.onDemand(() => {
        this.#print = undefined;
        // An index that another took the place of cannot be asked any more; what is hidden is not printed.
        if (this.#of === ctx.engine.documents && this.root.closest("[hidden]:not(.panel)") === null) this.#fill(this.#wanted);
      });
    }
    return total;
  }
}

/** The documents that answer a search, in a section of their own below what the conclusions say. */
export class PortalResults {
  readonly root: HTMLElement;
  readonly #list: PortalList;
  readonly #n = h("span", { class: "n" });
  readonly #some: HTMLElement;
  /** What was searched for instead of a mistyped word. */
  readonly #read = h("p", { class: "muted" });
  /** What was answered last, and how much there was: an answer is shown in several steps. */
  #last: { asked: string; of: DocumentIndex | undefined; total: number } | undefined;

  constructor(readonly ctx: Context) {
    this.#list = new PortalList(ctx, 1);
    this.#some = h("p", { class: "muted" }, ctx.t("portalSome"));
    this.root = h("section", { class: "group portal", part: "documents", hidden: true },
      heading(ctx, 0, { class: "group-title" }, ctx.t("portalResults"), " ", this.#n),
      h("p", { class: "muted" }, ctx.ofCouncil("portalNote")), this.#read, this.#some, this.#list.root);
  }

  /** Shows what matches and says how many documents there are. Without words and filters there is nothing to show: the cards list theirs. */
  update(state: State): number {
    const { documents } = this.ctx.engine;
    const asked = JSON.stringify([state.query, state.filters]);
    if (this.#last?.asked !== asked || this.#last.of !== documents) this.#last = { asked, of: documents, total: this.#show(state, documents) };
    return this.#last.total;
  }

  #show(state: State, documents: DocumentIndex | undefined): number {
    const options = documents && optionsFor(this.ctx, documents, state);
    let total = 0;
    this.#some.hidden = true;
    this.#read.hidden = true;
    if (options) {
      // The engine knows what only units can have: `instrument:OAP`.
      const search = (match: "all" | "any", limit: number, offset = 0): SearchAnswer =>
        this.ctx.engine.search(state.query, { limit: 0, documents: { ...options, match, limit, offset } });
      const ask = (match: "all" | "any") => (limit: number, offset: number) => search(match, limit, offset).documents;
      const key = JSON.stringify(options);
      total = this.#list.show(state.query, key, ask("all"));
      if (total === 0) {
        total = this.#list.show(state.query, key, ask("any"));
        this.#some.hidden = total === 0;
      }
      if (total > 0) this.#tell(state.query, search("any", 0));
    }
    this.root.hidden = total === 0;
    this.#n.textContent = sayNumber(this.ctx.lang, total);
    return total;
  }

  /** Says what was searched for instead, unless it stands above the other results already. */
  #tell(query: string, { corrected, documents }: SearchAnswer): void {
    const read = documents?.corrected;
    if (read?.applied !== true || (corrected?.applied === true && read.query === corrected.query)) return;
    this.#read.hidden = false;
    const words = noticed(this.ctx, query, documents?.notices ?? [], "words-corrected");
    this.#read.replaceChildren(h("span", {}, filled(this.ctx.lang, "correctedTo", { words, corrected: read.query })));
  }
}

/**
 * How documents are searched for what the reader typed and chose. A filter says something about crime areas, so it leaves the documents that
 * belong to one of those that pass; `undefined` if there is nothing to look for.
 */
function optionsFor(ctx: Context, documents: DocumentIndex, state: State): Options | undefined {
  const filtered = chosen(state.filters).length > 0;
  if (!filtered) return state.query.trim() === "" ? undefined : {};
  if (!hasFacet(documents, "priorities")) return undefined;
  const { hits } = ctx.engine.search("", { filters: state.filters as Record<string, string[]>, limit: AT_MOST, documents: false });
  const areas = hits.filter(({ kind }) => isAreaKind(kind)).map(({ id }) => id);
  return areas.length === 0 ? undefined : { filters: { priorities: areas } };
}

/** The documents about one crime area, for its card; it is empty and hidden if there are none. */
export class PortalAbout {
  readonly root: HTMLElement;
  readonly #list: PortalList;
  #shownOf: DocumentIndex | undefined;

  constructor(readonly ctx: Context, readonly area: string, below: number) {
    this.#list = new PortalList(ctx, below + 1, area);
    this.root = h("section", { class: "section portal", hidden: true },
      heading(ctx, below, { class: "section-title" }, ctx.t("portalAbout"), " ", ctx.author === undefined && h("span", { class: "tag" }, ctx.t("portalTag"))), this.#list.root);
    this.update();
  }

  /** Looks whether documents have come in the meantime, or whether they are wanted now. */
  update(): void {
    const { documents } = this.ctx.engine;
    if (documents === this.#shownOf) return;
    const isHidden = this.root.closest(".panel")?.hasAttribute("hidden") ?? true;
    if (documents && documents.size > MANY && isHidden) return;
    this.#shownOf = documents;
    const filters = { priorities: [this.area] };
    // Through the engine, which takes care of documents that do not answer any more.
    const ask = (limit: number, offset: number): DocumentAnswer | undefined => this.ctx.engine.search("", { limit: 0, documents: { filters, limit, offset } }).documents;
    const total = documents && hasFacet(documents, "priorities") ? this.#list.show("", this.area, ask) : 0;
    this.root.hidden = total === 0;
  }
}

function hasFacet(documents: DocumentIndex, name: string): boolean {
  return documents.facets.includes(name);
}

function documentItem(ctx: Context, hit: DocumentHit, below: number, about: string): HTMLElement {
  const { documents } = ctx.engine;
  const valuesOf = (facet: string): string[] => (documents && hasFacet(documents, facet) ? hit.values(facet) : []);
  const language = valuesOf("language")[0] ?? "";
  const lang = language === "" ? undefined : langOf(ctx, language);
  const name = hit.title === "" ? hit.id : hit.title;
  // A snapshot is somebody's file, so this looks again.
  const address = hit.url === "" ? undefined : webAddress(hit.url, document.baseURI);
  // Another site is not told where its reader comes from.
  const rel = address?.origin === location.origin ? undefined : "noreferrer noopener";
  const title = address === undefined ? h("span", { lang }) : h("a", { href: address.href, lang, rel });
  setMarked(title, name, hit.highlights);
  const { excerpt } = hit;
  const text = h("p", { class: "summary", lang });
  if (excerpt) setExcerpt(text, excerpt);
  const areas = valuesOf("priorities").flatMap((id) => {
    const unit = id === about ? undefined : ctx.unit(id);
    return unit && isArea(unit) ? [areaLink(ctx, unit)] : [];
  });
  const spoken = lang === undefined ? undefined : sayLanguage(ctx.lang, language);
  const facts = [
    spoken !== undefined && h("span", { class: "tag" }, spoken),
    areas.length > 0 && h("span", {}, h("span", { class: "key" }, `${ctx.t("portalBelongs")} `),
      areas.flatMap((area, index) => [index > 0 && ", ", area])),
  ];
  const titleId = ctx.uid();
  return h("li", {}, h("article", { class: "document", part: "document", "aria-labelledby": titleId, "data-document": hit.id },
    heading(ctx, below, { id: titleId, class: "title", tabindex: "-1" }, title),
    excerpt !== undefined && excerpt.text !== "" && text,
    facts.some(Boolean) && h("p", { class: "belongs" }, facts)));
}

/** What an area is called: its number for the eye, its name for the ear too. */
function areaLink(ctx: Context, area: CrimeArea): HTMLElement {
  return linkTo(ctx, area.id, [ctx.label(area), h("span", { class: "vh" }, ctx.colon, inLanguage(ctx, ctx.titleLang(area.id), shortTitle(ctx, area.id)))]);
}
