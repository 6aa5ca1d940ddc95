/** What stays on the page whatever is looked for? Masthead, search box, views, filters, and the room for the answer. */

import type { Engine, SearchAnswer, SearchFacet, Term } from "../types.js";
import type { Actions, Context, Kept } from "./context.js";
import { definitions } from "./definitions.js";
import type { Counted } from "./facets.js";
import { Facets } from "./facets.js";
import { failure, portalFailure } from "./failure.js";
import { ICONS, afterPaint, h, icon, isShown, legible, place } from "./h.js";
import { FACET_LABELS, MODALITY_LABELS, VIEW_LABELS, valueLabel } from "./labels.js";
import { masthead, mastheadRoom } from "./masthead.js";
import { isReadOtherwise, reading } from "./reading.js";
import { SearchBox } from "./search-box.js";
import { isPlainClick } from "./source.js";
import type { Look } from "./settings.js";
import type { FilterName, State, UiLang, ViewName } from "./state.js";
import { TASK_FACETS, VIEWS, chosen } from "./state.js";
import { EXAMPLES, say } from "./strings.js";
import type { View } from "./view.js";
import type { MakeView } from "./views.js";
import { heading, langOf } from "./words.js";

/** More than any dataset has units: a search answers with all that match. */
const ALL = 1000;

/** Cards that fill a screen. */
const IN_SIGHT = 4;

/** The facets that stand open at first, view by view. */
const OPEN_FACETS: Readonly<Record<ViewName, ReadonlySet<FilterName>>> = {
  priorities: new Set<FilterName>(["instrument", "offence"]),
  tasks: new Set<FilterName>(["actor", "modality", "deadline"]),
  text: new Set<FilterName>(["kind", "actor"]),
  background: new Set<FilterName>(),
};

interface Ready {
  ctx: Context;
  makeView: MakeView;
  /** The answer to nothing at all: every value of every facet. */
  all: SearchAnswer;
  terms: readonly Term[];
  /** What was said of a term: the same again for each letter that is typed behind it. */
  defined: Map<string, HTMLElement>;
  /** The last answer, and what was asked for. */
  last: { asked: string; documents: Engine["documents"]; answer: SearchAnswer } | undefined;
  views: Map<ViewName, View>;
  facets: Map<ViewName, Facets>;
}

export class Shell {
  readonly root: HTMLElement;
  readonly #head = h("header", { class: "masthead" });
  /** What of the masthead stands below the cards where it would push them off a small screen. */
  readonly #below = h("div", { class: "below", part: "masthead" });
  readonly #box: SearchBox;
  readonly #nav: HTMLElement;
  readonly #links = new Map<ViewName, HTMLAnchorElement>();
  readonly #side = h("div", { class: "side" });
  readonly #filterToggle: HTMLButtonElement;
  /** On a narrow screen the filters lie above what they find. At their end, not stuck to the window, where it would lie over them. */
  readonly #toResults: HTMLButtonElement;
  readonly #filterBody = h("div", { class: "filter-body", id: "filters" });
  readonly #chips = h("ul", { role: "list", class: "chips" });
  readonly #count = h("p", { class: "count" });
  readonly #reading = h("div", { class: "reading" });
  readonly #definitions = h("div", { class: "definitions" });
  readonly #main = h("div", { class: "main", part: "results" });
  readonly #nothing = h("div", { class: "nothing" });
  readonly #portal = h("div", { class: "portal-state" });
  /** Where the documents will be. Always there: what a live region says as it comes into being is often not heard. */
  readonly #portalWait = h("p", { role: "status", class: "muted portal-wait" });
  #definedFor: string | undefined;
  #ready: Ready | undefined;
  #message = "";
  #isFiltered = false;

  /** `languages`: those that the reader can choose from; their words must be there. */
  constructor(readonly lang: UiLang, languages: readonly UiLang[], readonly look: Look, readonly kept: Kept, readonly act: Actions, readonly href: (place: Partial<State>) => string) {
    const t = (key: Parameters<typeof say>[1]): string => say(lang, key);
    this.#box = new SearchBox(lang, look, act);
    this.#nav = h("nav", { class: "views", part: "nav", "aria-label": t("views") }, h("ul", { role: "list" }, VIEWS.map((view) => {
      const link = h("a", { href: href({ view }), "data-key": `view-${view}`, onclick: (event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        this.#openFilters(false);
        act.setView(view);
      } }, t(VIEW_LABELS[view]));
      this.#links.set(view, link);
      return h("li", {}, link);
    })));
    const printing = h("button", { type: "button", class: "quiet print", part: "print", onclick: () => {
      print();
    } }, icon(ICONS.print), h("span", {}, t("print")));
    this.#filterToggle = h("button", { type: "button", class: "filter-toggle", "aria-expanded": "false", "aria-controls": "filters", "data-key": "filters", onclick: () => {
      this.#openFilters(this.#filterToggle.getAttribute("aria-expanded") !== "true");
    } }, icon(ICONS.filter), t("filters"));
    this.#toResults = h("button", { type: "button", class: "primary to-results", onclick: () => {
      this.#openFilters(false);
      this.focusAnswer();
      this.#main.parentElement?.scrollIntoView({ block: "start", behavior: "instant" });
    } });
    this.#side.append(this.#filterToggle, this.#filterBody, this.#toResults);
    this.#openFilters(kept.open.has("filters"));
    // Each of the 24 languages is written from left to right, whatever the page is.
    this.root = h("div", { class: "root loading", lang, dir: "ltr", part: "root" },
      h("div", { class: "top", part: "masthead" }, this.#languages(lang, languages), this.#head),
      h("slot", { name: "intro" }),
      h("div", { class: "seek", part: "toolbar" }, this.#box.root, h("div", { class: "bar" }, this.#nav, printing)),
      h("div", { class: "layout" }, this.#side,
        h("div", { class: "content" }, this.#portal, this.#reading, this.#count, this.#chips, this.#definitions, this.#main, this.#portalWait)),
      this.#below,
      h("slot", { name: "footer" }));
    this.wait();
  }

  #openFilters(open: boolean): void {
    this.#filterToggle.setAttribute("aria-expanded", String(open));
    this.#side.classList.toggle("open", open);
    if (open) this.kept.open.add("filters");
    else this.kept.open.delete("filters");
  }

  /** What the page looks like until the engine is there; light children of the element are shown in its place. */
  wait(): void {
    this.drop();
    this.root.classList.add("loading");
    this.root.setAttribute("aria-busy", "true");
    const line = (kind: string): HTMLElement => h("span", { class: `bone ${kind}` });
    this.#head.replaceChildren(mastheadRoom(this.lang, this.look));
    this.#below.replaceChildren();
    this.#forget();
    const bones = h("div", {},
      h("p", { class: "vh" }, say(this.lang, "loading")),
      h("div", { class: "bones", "aria-hidden": "true" }, [1, 2, 3].map(() =>
        h("div", { class: "card" }, line("digit"), h("div", { class: "body" }, line("tall"), line("short"), line("text"), line("text"), line("text"))))));
    // The space between children that are in other slots is no content, but would replace what stands inside a slot.
    const slot = h("slot", { onslotchange: () => {
      bones.hidden = slot.assignedNodes().some((node) => !(node instanceof Text && node.data.trim() === ""));
    } });
    this.#main.replaceChildren(slot, bones);
  }

  /** Whether the portal's documents are on their way, there (or not wanted), or could not be had: then with what went wrong. */
  portal(state: "loading" | "there" | { error: unknown }): void {
    this.#portalWait.textContent = state === "loading" ? say(this.lang, "portalLoading") : "";
    place(this.#portal, typeof state === "object" ? [portalFailure(state.error, this.lang, this.act)] : []);
  }

  /** Takes away what was said of an answer. */
  #forget(): void {
    this.#chips.hidden = true;
    for (const said of [this.#count, this.#reading, this.#definitions]) said.replaceChildren();
    this.#definedFor = undefined;
  }

  /** Forgets the engine and what was still to be made. */
  drop(): void {
    this.#ready?.ctx.idle.stop();
    this.#ready = undefined;
    this.#box.suggest(undefined);
  }

  fail(error: unknown): void {
    this.drop();
    this.root.classList.remove("loading");
    this.root.classList.add("failed");
    this.root.setAttribute("aria-busy", "false");
    this.#forget();
    this.#head.replaceChildren();
    this.#below.replaceChildren();
    this.#main.replaceChildren(failure(error, this.lang, this.look.level, this.act, this.#box.value !== "" || this.#isFiltered), h("slot"));
  }

  begin(ctx: Context, makeView: MakeView): void {
    this.root.classList.remove("loading", "failed");
    this.root.setAttribute("aria-busy", "false");
    const all = ctx.engine.search("", { lang: ctx.contentLang, limit: ALL, facets: ctx.engine.framework.facets, documents: false });
    this.#ready = { ctx, makeView, all, terms: ctx.engine.entities("term"), defined: new Map(), last: undefined, views: new Map(), facets: new Map() };
    this.#box.suggest(ctx);
    ctx.idle.later(() => {
      if (examples(ctx).length === 0) this.#box.dropHint();
    });
    this.#head.replaceChildren(...masthead(ctx));
    this.#below.replaceChildren(...[...this.#head.querySelectorAll(".summary")].map((summary) => summary.cloneNode(true)));
    this.#nothing.replaceChildren();
    this.#definedFor = undefined;
  }

  /** Puts the cards that are in sight on the screen before the browser works out where all the others are. */
  paintFirst(): void {
    this.root.classList.add("fresh");
    afterPaint(() => {
      this.root.classList.remove("fresh");
    });
  }

  /** Whether anything in the dataset has a value of a facet; `undefined` as long as that is not known. What only tasks have is the same in every dataset. */
  has(facet: FilterName, value: string): boolean | undefined {
    if (facet === "deadline") return value === "yes" || value === "no";
    if (facet === "modality") return Object.hasOwn(MODALITY_LABELS, value);
    return this.#ready?.all.facets.some((all) => all.facet === facet && all.values.some((other) => other.value === value));
  }

  /** The view that is shown, made when first asked for. */
  view(name: ViewName): View | undefined {
    const ready = this.#ready;
    if (!ready) return undefined;
    let view = ready.views.get(name);
    if (!view) {
      view = ready.makeView(name, ready.ctx);
      ready.views.set(name, view);
    }
    return view;
  }

  /** What is typed and chosen, before there is an answer. */
  show(state: State): void {
    this.#box.value = state.query;
    this.#isFiltered = chosen(state.filters).length > 0;
    for (const [view, link] of this.#links) {
      if (view === state.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      link.href = this.href({ view, query: state.query, filters: state.filters });
    }
  }

  /**
   * Answers; returns the answer and the sentence that says how much there is.
   *
   * `isPassing`: the next letter may come any moment. What is in sight is made, as far as it is the answer; the rest of the list, the counts of the
   * filters and the links keep until `update` is called without it.
   */
  update(typed: State, isPassing = false): { answer: SearchAnswer; documents: number; message: string; isEmpty: boolean } | undefined {
    if (!isPassing) this.show(typed);
    // Blanks ask for nothing; behind a word they say that it is complete.
    const state = typed.query.trim() === "" ? { ...typed, query: "" } : typed;
    const ready = this.#ready;
    const view = this.view(state.view);
    if (!ready || !view) return undefined;
    const { ctx } = ready;
    this.#box.follow();
    const searching = state.query !== "";
    const browsing = !searching && chosen(state.filters).length === 0;
    const answer = browsing ? ready.all : this.#answer(ready, state);
    const found = view.update(state, answer, isPassing ? IN_SIGHT : undefined);
    if (!isPassing) {
      this.#updateFacets(ready, state, answer, view);
      this.#updateChips(ctx, state);
      ctx.setFiltered({ filters: state.filters, found: ctx.t(found.noun ?? "results", { n: found.n }) });
    }
    // The background has an entry for each term.
    const asked = state.view === "background" ? "" : state.query;
    if (this.#definedFor !== asked) {
      this.#definedFor = asked;
      place(this.#definitions, definitions(ctx, ready.terms, asked, ready.defined));
    }
    const nothing = found.n === 0;
    if (nothing) this.#help(ctx, state);
    place(this.#main, nothing ? [this.#nothing] : [view.root]);
    const isOther = isReadOtherwise(answer);
    // Of results that are none nothing is said.
    this.#reading.replaceChildren(...(nothing && isOther ? [] : reading(ctx, state.query, answer, (query) => {
      this.act.setQuery(query, "commit");
    })));
    const n = ctx.t(found.noun ?? "results", { n: found.n });
    // What was searched for is not said twice, and not of results that lack a part of it.
    const count = searching && !isOther ? ctx.t("foundFor", { found: n, query: state.query.trim() }) : n;
    this.#message = legible(nothing ? saidOfNothing(ctx, state) : found.detail ? `${ctx.t("labelled", { label: count })} ${found.detail}` : count);
    this.#count.textContent = nothing || (browsing && (state.view === "priorities" || state.view === "background")) ? "" : this.#message;
    if (!isPassing) this.#toResults.textContent = ctx.t("showFound", { found: n });
    const message = [...[...this.#reading.children].map((line) => line.textContent), this.#message].join(" ");
    return { answer, documents: found.documents ?? 0, message, isEmpty: nothing };
  }

  /** What was answered last if it was asked for the same: a list whose beginning was shown can be shown whole. */
  #answer(ready: Ready, state: State): SearchAnswer {
    const { ctx, last } = ready;
    const filters = searchFilters(state);
    const wanted = JSON.stringify([state.query, filters]);
    const { documents } = ctx.engine;
    if (last?.asked === wanted && last.documents === documents) return last.answer;
    const answer = ctx.engine.search(state.query, {
      lang: ctx.contentLang,
      filters,
      facets: ctx.engine.framework.facets,
      limit: ALL,
      // The view asks for those itself, as many as it shows.
      documents: false,
    });
    ready.last = { asked: wanted, documents, answer };
    return answer;
  }

  /** Suggests for the letter that was typed last. */
  suggest(): void {
    this.#box.follow();
  }

  /** How many suggestions there are, in words; empty if the reader sees none. */
  get suggested(): string {
    return this.#box.suggested;
  }

  /** Where a reader goes on whose button or link is not there any more: with the first heading of the answer, or with the way out of a failure. */
  focusAnswer(): void {
    const retry = this.#main.querySelector<HTMLElement>('[data-key="retry"]');
    const title = [...this.#main.querySelectorAll<HTMLElement>(".group-title")].find(isShown);
    const next = retry ?? title ?? this.#main;
    if (next !== retry) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  #languages(current: UiLang, languages: readonly UiLang[]): HTMLElement {
    return h("div", { class: languages.length > 3 ? "languages many" : "languages", part: "languages", role: "group", "aria-label": say(current, "language") }, languages.map((lang) =>
      h("button", { type: "button", lang, "aria-pressed": String(lang === current), "data-key": `lang-${lang}`, onclick: () => {
        this.act.setLang(lang);
      } }, say(lang, "languageName"))));
  }

  #updateFacets(ready: Ready, state: State, answer: SearchAnswer, view: View): void {
    const { ctx, all } = ready;
    let facets = ready.facets.get(state.view);
    const counted: readonly Counted[] = view.count?.(state, answer) ?? answer.facets;
    if (!facets) {
      const whole: readonly Counted[] = view.count?.({ ...state, query: "", filters: {} }, all) ?? all.facets;
      facets = new Facets(ctx, state.view === "background" ? [] : whole, state.view, OPEN_FACETS[state.view]);
      ready.facets.set(state.view, facets);
    }
    facets.update(counted, state.filters);
    this.#side.hidden = state.view === "background" || ctx.look.facets.length === 0;
    if (this.#filterBody.firstElementChild !== facets.root) this.#filterBody.replaceChildren(facets.root);
    const n = chosen(state.filters).length;
    const words = n === 0 ? ctx.t("filters") : `${ctx.t("filters")} (${n})`;
    if (this.#filterToggle.textContent !== words) this.#filterToggle.lastChild?.replaceWith(new Text(words));
  }

  #updateChips(ctx: Context, state: State): void {
    const active = chosen(state.filters);
    this.#chips.hidden = active.length === 0;
    this.#chips.setAttribute("aria-label", ctx.t("activeFilters"));
    // The focus goes to the next chip, or to what comes before them all.
    const focused = [...this.#chips.querySelectorAll("button")].findIndex((button) => button.matches(":focus"));
    this.#chips.replaceChildren(
      ...active.map(({ facet, value }) => {
        const label = h("span", {}, ctx.t("labelled", { label: ctx.t(FACET_LABELS[facet]) }), " ", valueLabel(ctx, facet, value));
        return h("li", {}, h("button", { type: "button", class: "chip", part: "chip", "aria-label": ctx.t("removeFilter", { label: label.textContent }), onclick: () => {
          this.act.toggleFilter(facet, value);
        } }, label, icon(ICONS.close)));
      }),
      ...(active.length > 1 ? [h("li", {}, h("button", { type: "button", class: "link", onclick: () => {
        this.act.clearFilters();
      } }, ctx.t("clearAll")))] : []),
    );
    if (focused < 0) return;
    const next = this.#chips.querySelectorAll("button")[Math.min(focused, active.length - 1)] ?? this.root.querySelector<HTMLElement>("#q");
    next?.focus({ preventScroll: true });
  }

  #help(ctx: Context, state: State): void {
    const query = state.query.trim();
    const filtered = chosen(state.filters).length > 0;
    const tries = query === "" ? [] : examples(ctx);
    const why = !filtered ? searchedIn(ctx) : query === "" ? ctx.t("noResultsFilters") : undefined;
    const ways = [
      filtered && h("button", { type: "button", class: "link", onclick: () => {
        this.act.clearFilters();
      } }, ctx.t("tryWithout")),
      /\s/.test(query) && ctx.t("tryFewer"),
      state.view !== "priorities" && h("button", { type: "button", class: "link", onclick: () => {
        this.act.setView("priorities");
      } }, ctx.t("tryElsewhere")),
    ].filter((way) => way !== false);
    this.#nothing.replaceChildren(
      heading(ctx, 0, { class: "group-title" }, saidOfNothing(ctx, state)),
      h("slot", { name: "empty" }, why !== undefined && h("p", {}, why)),
      ...(ways.length === 0 ? [] : [h("ul", {}, ways.map((way) => h("li", {}, way)))]),
      ...(tries.length === 0 ? [] : [h("p", { class: "examples" }, ctx.t("tryThese"), " ", tries.map((example) => [
        h("button", { type: "button", class: "chip", part: "chip", lang: langOf(ctx, ctx.contentLang), onclick: () => {
          this.act.setQuery(example, "commit");
        } }, example), " "]))]),
    );
  }
}

/** Queries that find something; another dataset may lack them. */
function examples(ctx: Context): readonly string[] {
  return (EXAMPLES[ctx.contentLang] ?? []).filter((example) => ctx.engine.search(example, { limit: 0, documents: false }).total > 0);
}

/** That nothing is found; without the filters there may be something. */
function saidOfNothing(ctx: Context, { query, filters }: State): string {
  if (query === "") return ctx.t("noResults");
  return ctx.t(chosen(filters).length > 0 ? "noResultsForFilters" : "noResultsFor", { query: query.trim() });
}

/** In which languages was searched? Of other datasets than in Dutch with a translation into English the interface has no sentence. */
function searchedIn(ctx: Context): string | undefined {
  return ctx.engine.framework.languages.join() === "nl,en" ? ctx.t("searchedIn") : undefined;
}

/** The filters that the engine knows; who, how binding and by when are asked of the tasks themselves. */
function searchFilters(state: State): Partial<Record<SearchFacet, string[]>> {
  const filters: Partial<Record<SearchFacet, string[]>> = {};
  if (state.view === "background") return filters;
  for (const { facet, value } of chosen(state.filters)) {
    if (facet === "modality" || facet === "deadline") continue;
    if (state.view === "tasks" && TASK_FACETS.includes(facet)) continue;
    (filters[facet] ??= []).push(value);
  }
  return filters;
}
