/** What stays on the page whatever is looked for? Language, search box, views, filters, and the room for the answer. It is there before the engine is. */

import type { Actions, Context, Kept } from "./context.js";
import { failure, portalFailure } from "./failure.js";
import { ICONS, afterPaint, h, icon, isShown, place } from "./h.js";
import { mastheadRoom } from "./masthead-room.js";
import { plainHtml } from "./plain.js";
import type { Frame, Results, Shown } from "./results.js";
import { SearchBox } from "./search-box.js";
import { isPlainClick } from "./shortcut.js";
import type { Look } from "./settings.js";
import type { FilterName, State, UiLang, ViewName } from "./state.js";
import { VIEWS, chosen } from "./state.js";
import type { Key } from "./strings.js";
import { say } from "./strings.js";
import type { DocumentsState } from "./supply.js";
import type { Part } from "./typing.js";
import type { View } from "./view.js";

const VIEW_LABELS: Readonly<Record<ViewName, Key>> = {
  priorities: "viewPriorities",
  tasks: "viewTasks",
  text: "viewText",
  background: "viewBackground",
};

export class Shell {
  readonly root: HTMLElement;
  readonly #frame: Frame;
  readonly #links = new Map<ViewName, HTMLAnchorElement>();
  readonly #portal = h("div", { class: "portal-state" });
  /** Where the documents will be. Always there: what a live region says as it comes into being is often not heard. */
  readonly #portalWait = h("p", { role: "status", class: "muted portal-wait" });
  #results: Results | undefined;
  #isFiltered = false;

  /** `languages`: those that the reader can choose from; their words must be there. */
  constructor(readonly lang: UiLang, languages: readonly UiLang[], readonly look: Look, readonly kept: Kept, readonly act: Actions, readonly href: (place: Partial<State>) => string) {
    const t = (key: Key): string => say(lang, key);
    const nav = h("nav", { class: "views", part: "nav", "aria-label": t("views") }, h("ul", { role: "list" }, VIEWS.map((view) => {
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
    const filterToggle = h("button", { type: "button", class: "filter-toggle", "aria-expanded": "false", "aria-controls": "filters", "data-key": "filters", onclick: () => {
      this.#openFilters(filterToggle.getAttribute("aria-expanded") !== "true");
    } }, icon(ICONS.filter), t("filters"));
    // On a narrow screen the filters lie above what they find. At their end, not stuck to the window, where it would lie over them.
    const toResults = h("button", { type: "button", class: "primary to-results", onclick: () => {
      this.toAnswer();
    } });
    const filterBody = h("div", { class: "filter-body", id: "filters" });
    this.#frame = {
      filterToggle, filterBody, toResults,
      head: h("div", { class: "masthead" }),
      // What of the masthead stands below the cards where it would push them off a small screen.
      below: h("div", { class: "below", part: "masthead" }),
      box: new SearchBox(lang, look, act),
      side: h("div", { class: "side" }, filterToggle, filterBody, toResults),
      reading: h("div", { class: "reading" }),
      count: h("p", { class: "count" }),
      tasks: h("p", { class: "pointer" }),
      chips: h("ul", { role: "list", class: "chips" }),
      definitions: h("div", { class: "definitions" }),
      main: h("div", { class: "main", part: "results" }),
      waits: h("p", { class: "muted waits", hidden: true }),
    };
    const { head, below, box, side, reading, count, tasks, chips, definitions, main, waits } = this.#frame;
    this.#openFilters(kept.open.has("filters"));
    // Each of the 24 languages is written from left to right, whatever the page is.
    this.root = h("div", { class: "root loading", lang, dir: "ltr", part: "root" },
      h("div", { class: "top", part: "masthead" }, this.#languages(lang, languages), head),
      h("slot", { name: "intro" }),
      h("div", { class: "seek", part: "toolbar" }, box.root, h("div", { class: "bar" }, nav, printing)),
      h("div", { class: "layout" }, side,
        h("div", { class: "content" }, this.#portal, waits, reading, h("div", { class: "counts" }, count, tasks), chips, definitions, main, this.#portalWait)),
      below,
      h("slot", { name: "footer" }));
    this.wait();
  }

  #openFilters(open: boolean): void {
    this.#frame.filterToggle.setAttribute("aria-expanded", String(open));
    this.#frame.side.classList.toggle("open", open);
    if (open) this.kept.open.add("filters");
    else this.kept.open.delete("filters");
  }

  /** What the page looks like until the engine is there; light children of the element are shown in its place. */
  wait(): void {
    this.drop();
    this.root.classList.add("loading");
    const line = (kind: string): HTMLElement => h("span", { class: `bone ${kind}` });
    this.#frame.box.setHint(true);
    this.#frame.head.replaceChildren(mastheadRoom(this.lang, this.look));
    this.#frame.below.replaceChildren();
    this.#forget();
    const bones = h("div", {},
      h("p", { class: "vh" }, say(this.lang, "loading")),
      h("div", { class: "bones", "aria-hidden": "true" }, [1, 2, 3].map(() =>
        h("div", { class: "card" }, line("digit"), h("div", { class: "body" }, line("tall"), line("short"), line("text"), line("text"), line("text"))))));
    // The space between children that are in other slots is no content, but would replace what stands inside a slot.
    const slot = h("slot", { onslotchange: () => {
      bones.hidden = slot.assignedNodes().some((node) => !(node instanceof Text && node.data.trim() === ""));
    } });
    this.#frame.main.replaceChildren(slot, bones);
    this.#suggestFrom(slot);
  }

  /** Says how it stands with the portal's documents, unless they are there or nobody wants any. `isNew`: nobody has been told before. */
  portal(state: DocumentsState, isNew: boolean): void {
    this.#portalWait.textContent = this.#frame.waits.textContent = state === "loading" ? say(this.lang, "portalLoading") : "";
    place(this.#portal, typeof state === "object" ? [portalFailure(state.error, isNew, this.lang, this.act)] : []);
  }

  /** Takes away what was said of an answer. */
  #forget(): void {
    this.#frame.chips.hidden = this.#frame.waits.hidden = true;
    for (const said of [this.#frame.count, this.#frame.tasks, this.#frame.reading, this.#frame.definitions]) said.replaceChildren();
  }

  /** Forgets the engine and what was still to be made. */
  drop(): void {
    this.#results?.ctx.idle.stop();
    this.#results = undefined;
    this.#frame.box.suggest(undefined);
  }

  fail(error: unknown): void {
    this.drop();
    this.root.classList.remove("loading");
    this.root.classList.add("failed");
    this.#forget();
    this.#frame.head.replaceChildren();
    this.#frame.below.replaceChildren();
    const isWaiting = this.#frame.main.matches(":focus");
    const slot = h("slot");
    this.#frame.main.replaceChildren(failure(error, this.lang, this.look.level, this.act, this.#frame.box.value !== "" || this.#isFiltered), slot);
    this.#suggestFrom(slot);
    // Who waited for what was there gets the way out; the message may be far above.
    if (isWaiting) this.focusAnswer();
  }

  /** As long as there is no engine, what can be read suggests. */
  #suggestFrom(slot: HTMLSlotElement): void {
    this.#frame.box.suggest(plainHtml(slot, this.lang, this.act));
  }

  /** From now on there are answers, which `make` shows. */
  begin(ctx: Context, make: typeof Results): void {
    this.root.classList.remove("loading", "failed");
    this.#results = new make(ctx, this.#frame);
  }

  /** Puts the cards that are in sight on the screen before the browser works out where all the others are. */
  paintFirst(): void {
    this.root.classList.add("fresh");
    afterPaint(() => {
      this.root.classList.remove("fresh");
    });
  }

  /** Whether anything in the dataset has a value of a facet; `undefined` as long as that is not known. */
  has(facet: FilterName, value: string): boolean | undefined {
    return this.#results?.has(facet, value);
  }

  /** A view of the answer, as soon as there can be one. */
  view(name: ViewName): View | undefined {
    return this.#results?.view(name);
  }

  /** The same if it has been made: without an engine none can be. */
  made(name: ViewName): View | undefined {
    return this.#results?.made(name);
  }

  /** Answers, if there is an engine. */
  update(state: State, part: Part): Shown | undefined {
    if (part === "whole" || part === "rest") this.show(state);
    return this.#results?.update(state, part);
  }

  /** What is typed and chosen, before there is an answer. */
  show(state: State): void {
    this.#frame.box.value = state.query;
    this.#isFiltered = chosen(state.filters).length > 0;
    for (const [view, link] of this.#links) {
      if (view === state.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      link.href = this.href({ view, query: state.query, filters: state.filters });
    }
  }

  /** Suggests for the letter that was typed last. */
  suggest(): void {
    this.#frame.box.follow();
  }

  /** How many suggestions there are, in words; empty if the reader sees none. */
  get suggested(): string {
    return this.#frame.box.suggested;
  }

  /** What is said of documents that the answer lacks because they are on their way; empty if there are none. */
  get waits(): string {
    const { waits } = this.#frame;
    return waits.hidden ? "" : waits.textContent ?? "";
  }

  /** Where a reader goes on whose button or link is not there any more: with the first heading of the answer, or with the way out of a failure. */
  focusAnswer(): void {
    const retry = this.#frame.main.querySelector<HTMLElement>('[data-key="retry"]');
    const title = [...this.#frame.main.querySelectorAll<HTMLElement>(".group-title")].find(isShown);
    const next = retry ?? title ?? this.#frame.main;
    if (next !== retry) next.tabIndex = -1;
    next.focus({ preventScroll: true });
    // Only where it is not in the window, and the way out with what it is the way out of.
    (next.closest(".failure") ?? next).scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** Shows the reader the answer, from its beginning. */
  toAnswer(): void {
    this.#openFilters(false);
    this.focusAnswer();
    this.#frame.main.parentElement?.scrollIntoView({ block: "start", behavior: "instant" });
  }

  #languages(current: UiLang, languages: readonly UiLang[]): HTMLElement {
    return h("div", { class: `languages ${["", "", "", "three"][languages.length] ?? "many"}`.trim(), part: "languages", role: "group", "aria-label": say(current, "language") }, languages.map((lang) =>
      h("button", { type: "button", lang, "aria-pressed": String(lang === current), "data-key": `lang-${lang}`, onclick: () => {
        this.act.setLang(lang);
      } }, say(lang, "languageName"))));
  }
}
