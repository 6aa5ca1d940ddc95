/**
 * What does an answer look like? The view that lists it, and around it what is said of the document, of the query and of how much there is, with the
 * filters' counts. It comes with this module, which is loaded beside the engine, so that the search box does not wait for it.
 */

import type { Engine, SearchAnswer, SearchFacet, SearchOptions, Task, Term } from "../types.js";
import type { Context } from "./context.js";
import { definitions } from "./definitions.js";
import type { Counted } from "./facets.js";
import { Facets } from "./facets.js";
import { ICONS, h, icon, legible, place, repeated } from "./h.js";
import { FACET_LABELS, MODALITY_LABELS, valueLabel } from "./labels.js";
import { masthead } from "./masthead.js";
import { isReadOtherwise, reading } from "./reading.js";
import type { SearchBox } from "./search-box.js";
import { isPlainClick } from "./shortcut.js";
import type { FilterName, State, ViewName } from "./state.js";
import { TASK_FACETS, chosen, isSearching } from "./state.js";
import { EXAMPLES } from "./strings.js";
import { suggestions } from "./suggestions.js";
import type { Part } from "./typing.js";
import type { Found, View } from "./view.js";
import { matchingTasks } from "./view-tasks.js";
import { makeView } from "./views.js";
import { heading, langOf } from "./words.js";

/** The most that a search gives at a time. */
const AT_A_TIME = 1000;

/** Cards that fill a screen. */
const IN_SIGHT = 4;

/** So many more are made between two keys. */
const MORE = 10;

/** The facets that stand open at first, view by view. */
const OPEN_FACETS: Readonly<Record<ViewName, ReadonlySet<FilterName>>> = {
  priorities: new Set<FilterName>(["instrument", "offence"]),
  tasks: new Set<FilterName>(["actor", "modality", "deadline"]),
  text: new Set<FilterName>(["kind", "actor"]),
  background: new Set<FilterName>(),
};

/** Where everything has its place on the page. */
export interface Frame {
  readonly head: HTMLElement;
  readonly below: HTMLElement;
  readonly box: SearchBox;
  readonly side: HTMLElement;
  readonly filterToggle: HTMLElement;
  readonly filterBody: HTMLElement;
  readonly toResults: HTMLElement;
  readonly reading: HTMLElement;
  readonly count: HTMLElement;
  /** How many tasks a search names. */
  readonly tasks: HTMLElement;
  readonly chips: HTMLElement;
  readonly definitions: HTMLElement;
  readonly main: HTMLElement;
  /** Says that documents of the portal are on their way, above an answer that they could add to. */
  readonly waits: HTMLElement;
}

/** How much an answer holds, and the sentence that says so. */
export interface Shown {
  total: number;
  /** How many entries the view lists, made or not. */
  shown: number;
  documents: number;
  message: string;
  isEmpty: boolean;
  /** There are more entries than those that were made. */
  isCut: boolean;
}

export class Results {
  /** The answer to nothing at all: every value of every facet. */
  readonly #all: SearchAnswer;
  readonly #terms: readonly Term[];
  /** What was said of a term: the same again for each letter that is typed behind it. */
  readonly #defined = new Map<string, HTMLElement>();
  #definedFor: string | undefined;
  /** The last answer, and what was asked for. */
  #last: { asked: string; documents: Engine["documents"]; answer: SearchAnswer } | undefined;
  readonly #views = new Map<ViewName, View>();
  readonly #facets = new Map<ViewName, Facets>();
  #tasks: readonly Task[] | undefined;
  /** So many entries are made of the answer. */
  #most = Infinity;
  /** What is said of it. */
  #message = "";
  readonly #nothing = h("div", { class: "nothing" });

  constructor(readonly ctx: Context, readonly frame: Frame) {
    const { engine } = ctx;
    const { box, head, below } = frame;
    this.#all = everything(ctx, "", {});
    this.#terms = engine.entities("term");
    box.suggest(suggestions(ctx));
    // The first query makes the index.
    ctx.idle.soon(() => {
      engine.search("e", { lang: ctx.contentLang, limit: 0, documents: false });
    });
    ctx.idle.soon(() => {
      box.rehearse();
      if (examples(ctx).length === 0) box.setHint(false);
    });
    head.replaceChildren(...masthead(ctx));
    below.replaceChildren(...[...head.querySelectorAll(".summary")].map((summary) => summary.cloneNode(true)));
  }

  /** Whether anything in the dataset has a value of a facet. What only tasks have is the same in every dataset. */
  has(facet: FilterName, value: string): boolean {
    if (facet === "deadline") return value === "yes" || value === "no";
    if (facet === "modality") return Object.hasOwn(MODALITY_LABELS, value);
    return this.#all.facets.some((all) => all.facet === facet && all.values.some((other) => other.value === value));
  }

  made(name: ViewName): View | undefined { return this.#views.get(name); }

  /** The view of a name, made when first asked for. */
  view(name: ViewName): View {
    let view = this.#views.get(name);
    if (!view) {
      view = makeView(name, this.ctx);
      this.#views.set(name, view);
    }
    return view;
  }

  /**
   * Answers. While letters are typed, at first only what is in sight is made, as far as it is the answer, then a few more entries at a time, and last the
   * counts of the filters and the links.
   */
  update(typed: State, part: Part): Shown {
    // Blanks ask for nothing; behind a word they say that it is complete.
    const state = typed.query.trim() === "" ? { ...typed, query: "" } : typed;
    const { ctx, frame } = this;
    const view = this.view(state.view);
    frame.box.follow();
    const browsing = !isSearching(state);
    const answer = browsing ? this.#all : this.#answer(state);
    this.#most = part === "passing" ? IN_SIGHT : part === "more" ? this.#most + MORE : Infinity;
    const found = view.update(state, answer, this.#most);
    const n = ctx.t(found.noun ?? "results", { n: found.n });
    const isLast = part === "whole" || part === "rest";
    this.#point(state, found.n, isLast ? answer : undefined);
    if (isLast) {
      this.#updateFacets(state, answer, view);
      this.#updateChips(state);
      ctx.setFiltered({ filters: state.filters, found: n });
      frame.toResults.textContent = ctx.t("showFound", { found: n });
    }
    if (part === "whole" || part === "passing") this.#message = this.#say(state, answer, view, found, n);
    return { total: answer.total, shown: found.n, documents: found.documents ?? 0, message: this.#message, isEmpty: found.n === 0, isCut: found.isCut === true };
  }

  /** Shows the list, or that there is none, and says around it what the answer is; returns that. */
  #say(state: State, answer: SearchAnswer, view: View, found: Found, n: string): string {
    const { ctx, frame } = this;
    // The background has an entry for each term.
    const asked = state.view === "background" ? "" : state.query;
    if (this.#definedFor !== asked) {
      this.#definedFor = asked;
      place(frame.definitions, definitions(ctx, this.#terms, asked, this.#defined));
    }
    const nothing = found.n === 0;
    if (nothing) this.#help(state);
    place(frame.main, nothing ? [this.#nothing] : [view.root]);
    const isOther = isReadOtherwise(answer);
    // Of results that are none nothing is said.
    const lines = nothing && isOther ? [] : reading(ctx, state.query, answer, (query) => {
      ctx.act.setQuery(query, "commit");
    });
    frame.waits.hidden = state.view !== "priorities" || !isSearching(state);
    frame.reading.replaceChildren(...lines);
    // What was searched for is not said twice, and not of results that lack a part of it.
    const count = state.query !== "" && !isOther ? ctx.t("foundFor", { found: n, query: repeated(state.query.trim()) }) : n;
    const said = legible(nothing ? saidOfNothing(ctx, state) : found.detail ? `${ctx.t("labelled", { label: count })} ${found.detail}` : count);
    const shown = isSearching(state) ? said : state.view === "background" ? "" : found.overview ?? said;
    frame.count.textContent = nothing ? "" : shown;
    return [...lines.map((line) => line.textContent), said].join(" ");
  }

  /** What was answered last if it was asked for the same: a list whose beginning was shown can be shown whole. */
  #answer(state: State): SearchAnswer {
    const { ctx } = this;
    const last = this.#last;
    const filters = searchFilters(state);
    const wanted = JSON.stringify([state.query, filters]);
    const { documents } = ctx.engine;
    if (last?.asked === wanted && last.documents === documents) return last.answer;
    const answer = everything(ctx, state.query, filters);
    this.#last = { asked: wanted, documents, answer };
    return answer;
  }

  #updateFacets(state: State, answer: SearchAnswer, view: View): void {
    const { ctx, frame } = this;
    const all = this.#all;
    let facets = this.#facets.get(state.view);
    const counted: readonly Counted[] = view.count?.(state, answer) ?? answer.facets;
    if (!facets) {
      const whole: readonly Counted[] = view.count?.({ ...state, query: "", filters: {} }, all) ?? all.facets;
      facets = new Facets(ctx, state.view === "background" ? [] : whole, state.view, OPEN_FACETS[state.view]);
      this.#facets.set(state.view, facets);
    }
    facets.update(counted, state.filters);
    frame.side.hidden = state.view === "background" || ctx.look.facets.length === 0;
    if (frame.filterBody.firstElementChild !== facets.root) frame.filterBody.replaceChildren(facets.root);
    const n = chosen(state.filters).length;
    const words = n === 0 ? ctx.t("filters") : `${ctx.t("filters")} (${n})`;
    if (frame.filterToggle.textContent !== words) frame.filterToggle.lastChild?.replaceWith(new Text(words));
  }

  /**
   * Who searches the priorities may want to know who is to do what: says how many tasks the query names, and leads there. Without the `answer`, and where
   * there are none, the line keeps its room, so that what is being read stays where it is.
   */
  #point(state: State, n: number, answer?: SearchAnswer): void {
    const { ctx, frame } = this;
    const isAsked = state.view === "priorities" && state.query !== "" && n > 0 && chosen(state.filters).length === 0;
    if (isAsked && !answer && frame.tasks.hasChildNodes()) return;
    const nTasks = isAsked && answer ? matchingTasks(ctx, (this.#tasks ??= ctx.engine.tasks()), state.query, answer).length : 0;
    const words = `${ctx.t("labelled", { label: ctx.t("viewTasks") })} ${ctx.t("tasksFound", { n: nTasks })}`;
    const link = nTasks > 0 ? h("a", { href: ctx.href({ view: "tasks", query: state.query }), onclick: (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      ctx.act.setView("tasks");
    } }, words) : h("span", {}, words);
    place(frame.tasks, isAsked ? [link] : []);
    frame.tasks.classList.toggle("vacant", nTasks === 0);
  }

  #updateChips(state: State): void {
    const { ctx } = this;
    const { chips } = this.frame;
    const active = chosen(state.filters);
    chips.hidden = active.length === 0;
    chips.setAttribute("aria-label", ctx.t("activeFilters"));
    // The focus goes to the next chip; from the last one to where it is kept.
    const focused = [...chips.querySelectorAll("button")].findIndex((button) => button.matches(":focus"));
    chips.replaceChildren(
      ...active.map(({ facet, value }) => {
        const label = h("span", {}, ctx.t("labelled", { label: ctx.t(FACET_LABELS[facet]) }), " ", valueLabel(ctx, facet, value));
        return h("li", {}, h("button", { type: "button", class: "chip", part: "chip", "data-key": `chip:${facet}=${value}`, "aria-label": ctx.t("removeFilter", { label: label.textContent }), onclick: () => {
          ctx.act.toggleFilter(facet, value);
        } }, label, icon(ICONS.close)));
      }),
      ...(active.length > 1 ? [h("li", {}, h("button", { type: "button", class: "link", onclick: () => {
        ctx.act.clearFilters();
      } }, ctx.t("clearAll")))] : []),
    );
    if (focused >= 0) chips.querySelectorAll("button")[Math.min(focused, active.length - 1)]?.focus({ preventScroll: true });
  }

  #help(state: State): void {
    const { ctx } = this;
    const query = state.query.trim();
    const filtered = chosen(state.filters).length > 0;
    const tries = query === "" ? [] : examples(ctx);
    const why = !filtered ? searchedIn(ctx) : query === "" ? ctx.t("noResultsFilters") : undefined;
    const ways = [
      filtered && h("button", { type: "button", class: "link", onclick: () => {
        ctx.act.clearFilters();
      } }, ctx.t("tryWithout")),
      /\s/.test(query) && ctx.t("tryFewer"),
      state.view !== "priorities" && h("button", { type: "button", class: "link", onclick: () => {
        ctx.act.setView("priorities");
      } }, ctx.t("tryElsewhere")),
    ].filter((way) => way !== false);
    this.#nothing.replaceChildren(
      heading(ctx, 0, { class: "group-title" }, saidOfNothing(ctx, state)),
      h("slot", { name: "empty" }, why !== undefined && h("p", {}, why)),
      ...(ways.length === 0 ? [] : [h("ul", {}, ways.map((way) => h("li", {}, way)))]),
      ...(tries.length === 0 ? [] : [h("p", { class: "examples" }, ctx.t("tryThese"), " ", tries.map((example) => [
        h("button", { type: "button", class: "chip", part: "chip", lang: langOf(ctx, ctx.contentLang), onclick: () => {
          ctx.act.setQuery(example, "commit");
        } }, example), " "]))]),
    );
  }
}

/** All that matches: cards and tasks are made of it, however much that is. */
function everything({ engine, contentLang: lang }: Context, query: string, filters: SearchOptions["filters"]): SearchAnswer {
  // The view asks for documents itself, as many as it shows.
  const ask = (offset: number): SearchAnswer =>
    engine.search(query, { lang, filters, facets: offset === 0 ? engine.framework.facets : [], limit: AT_A_TIME, offset, documents: false });
  const answer = ask(0);
  for (let n = AT_A_TIME; n < answer.total; n += AT_A_TIME) answer.hits.push(...ask(n).hits);
  return answer;
}

/** Queries that find something; another dataset may lack them. */
function examples(ctx: Context): readonly string[] {
  return (EXAMPLES[ctx.contentLang] ?? []).filter((example) => ctx.engine.search(example, { limit: 0, documents: false }).total > 0);
}

/** That nothing is found; without the filters there may be something. */
function saidOfNothing(ctx: Context, { query, filters }: State): string {
  if (query === "") return ctx.t("noResults");
  return ctx.t(chosen(filters).length > 0 ? "noResultsForFilters" : "noResultsFor", { query: repeated(query.trim()) });
}

/** In which languages was searched? Of other datasets than in Dutch with a translation into English the interface has no sentence. */
function searchedIn(ctx: Context): string | undefined {
  return ctx.engine.framework.languages.join() === "nl,en" ? ctx.ofCouncil("searchedIn") : undefined;
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
