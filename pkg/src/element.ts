/**
 * The class behind `<empact-priorities>`. Importing it registers nothing and is safe on a server; `./define.js`
 * registers it.
 */

import type { Engine } from "./types.js";
import { Address } from "./element/address.js";
import type { Visitor } from "./element/address.js";
import { Announcer } from "./element/announcer.js";
import { Context } from "./element/context.js";
import type { Actions, Kept } from "./element/context.js";
import { CustomStates } from "./element/custom-states.js";
import { isShown, repeated } from "./element/h.js";
import { HostLanguage } from "./element/host-language.js";
import { fold, goTo, isOutside, isReturning, keepingFocus, keepingPlace, workElsewhere } from "./element/reader.js";
import { Reflection, follows, upgrade } from "./element/reflection.js";
import { addressOf, isKnown, readable } from "./element/router.js";
import type { DeepLink } from "./element/router.js";
import { Settings } from "./element/settings.js";
import type { Look, Sort } from "./element/settings.js";
import { Shell } from "./element/shell.js";
import { isFind, isPlainClick, isShortcut } from "./element/shortcut.js";
import { Sight } from "./element/sight.js";
import type { FilterName, Filters, State, UiLang, ViewName } from "./element/state.js";
import { chosen, fitting, homeOf, homeOfKind, isSearching, sameState, toggled } from "./element/state.js";
import { learn, say, spoken } from "./element/strings.js";
import { styleSheet } from "./element/styles.js";
import type { Results } from "./element/results.js";
import { Supply } from "./element/supply.js";
import { Typing } from "./element/typing.js";
import type { Part } from "./element/typing.js";
import type { Target } from "./element/view.js";

export type { DeepLink } from "./element/router.js";
export type { Sort } from "./element/settings.js";
export type { Filters, UiLang, ViewName } from "./element/state.js";

/** Version of the package; the build puts it in. */
declare const PACKAGE_VERSION: string;
/** Whether everything is in one file; set by the build. */
declare const IS_STANDALONE: boolean;

/** On a server there is no `HTMLElement`; the class can be imported there but not used. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

/** Events that are sent before something happens, and that a page can cancel; the others report what has happened. */
const CANCELABLE: ReadonlySet<string> = new Set<keyof EmpactPrioritiesEventMap>(["empact-priorities-open", "empact-priorities-link", "empact-priorities-language"]);

/** What `:state()` can match; `empty`: it is ready, and nothing was found; `answering`: it is ready, and the letter typed last has no answer yet. */
const STATES = ["loading", "ready", "empty", "answering", "error"] as const;

/** Options of `search`. What is absent stays as it is. */
export interface SearchRequest {
  /** As an object or, like the attribute, as text: `actor=A-cosi&offence=fraud`. */
  filters?: Filters | string | undefined;
  view?: ViewName | undefined;
}

export interface EmpactPrioritiesEventMap {
  /** The cards are ready. */
  "empact-priorities-ready": CustomEvent<{ engine: Engine }>;
  /**
   * There is a new answer: initially, after a change of query, filters, view, language or setting, and when the portal's documents
   * arrive. `total` counts units that answer the query, `shown` what the view lists of it (in `tasks` and `background` something else than units),
   * `documents` the portal's own documents.
   */
  "empact-priorities-search": CustomEvent<{ query: string; filters: Filters; view: ViewName; total: number; shown: number; documents: number }>;
  /**
   * The reader or a script is about to open or close a card, also one that another card replaces. `preventDefault()` leaves it as it is. Not sent for what
   * the page's URL, or an attribute present from the start, opens or closes.
   */
  "empact-priorities-open": CustomEvent<{ id: string; open: boolean }>;
  /**
   * The reader follows a link: to a place in the element (`id`, if it is something that `open` takes) or elsewhere (`id` is empty).
   * `href` is the complete URL. `preventDefault()` stops the element and the browser from going there. Not sent for a click that opens another
   * tab or window.
   */
  "empact-priorities-link": CustomEvent<{ href: string; id: string }>;
  /**
   * The reader is about to change the language, by choosing one or by going to a place with another one. `preventDefault()` leaves it as it is, for a page
   * that goes to its own URL in that language instead.
   */
  "empact-priorities-language": CustomEvent<{ lang: UiLang }>;
  /** The engine, the dataset or the snapshot could not be loaded, or the engine failed. */
  "empact-priorities-error": CustomEvent<{ error: unknown }>;
}

/**
 * The priority browser as an element. Every attribute has a property of the same name (`content-lang`: `contentLang`); `query`, `filters`, `priority`,
 * `view` and `lang` follow what the reader does. An invalid value is ignored, with one warning in the console;
 * an address that is none is an error, as one that nothing answers is.
 *
 * - `lang`: language of the interface, one of the 24 official languages of the EU (`el`; `nl-BE` means `nl`); default: that of the closest
 *   ancestor, also when it changes, else English. It is set when the reader or a link chooses one. All but Dutch and English are fetched from beside the script; until then, or if they cannot be loaded, the interface
 *   is in English. The contents are in the same language if the dataset has it (the embedded one has Dutch and English), else in English, with their own `lang` where it differs.
 * - `query`: the search query, as far as it is searched for: 1,000 characters, or what takes 1,800 in a URL (some 300 Greek letters).
 * - `filters`: the chosen values by facet, as in a link: `actor=A-cosi&offence=fraud`. The property accepts that or an object, and returns an
 *   object: a copy. Only filters that the view and the dataset have are kept.
 * - `priority`: id of the open card: `P7e`. Setting it scrolls there; only `open()` moves the focus too.
 * - `view`: `priorities`, `tasks`, `text` or `background`.
 * - `content-lang`: language of the contents where there is a choice, one of the dataset's languages; in the embedded dataset `nl` (official) or `en`
 *   (unofficial translation). Default: that of the interface.
 * - `facets`: the facets offered as filters, in this order, separated by spaces: `offence actor`; or `none`. Default: all.
 * - `sort`: order of the results: `relevance` (default) or `document`.
 * - `max-results`: how many entries of each list are shown before the reader asks for more, from 1. Default: all, and 5 of the portal's own
 *   documents, a number that it can only lower. Not in the background.
 * - `src`, `wasm-src`: URL of another dataset, of the WebAssembly.
 * - `engine`: `auto`, `wasm` or `js`: whether it runs as WebAssembly, as JavaScript, or as whichever this page allows (default).
 * - `integrity`: expected hash of the WebAssembly, as in HTML. It covers nothing else, so it has no effect where none is fetched.
 * - `snapshot`: URL of a snapshot of the portal's own documents, made by `empact-priorities index`. The cards do not wait for it.
 * - `heading-level`: level of the section headings, 2 to 5; default 2.
 * - `deep-link`: keeps the reader's place in the page's URL: in its fragment (`hash`) or in query parameters that begin with `empact-`
 *   (`query`; other parameters are left alone). Default `none`. Only one element on a page can use each; a second one warns and waits until that has gone.
 *   Set later, it leads to the place that the URL names, unless something has been asked for by then: that is named in the URL.
 * - `shortcut`: a key that moves the focus to the search box unless the reader is typing elsewhere: `/`. Default: none.
 * - `suggestions`: `off` removes the list of suggestions from the search box; default `on`.
 * - `theme`: `light`, `dark` or `auto`, which follows the `color-scheme` of the page.
 */
export class EmpactPrioritiesElement extends Base {
  /** Version of the package. */
  static readonly version: string = PACKAGE_VERSION;

  static readonly observedAttributes: readonly string[] = [
    "lang", "query", "filters", "priority", "view", "content-lang", "facets", "sort", "max-results", "src", "wasm-src", "engine", "integrity", "snapshot",
    "heading-level", "deep-link", "shortcut", "suggestions", "theme",
  ];

  #state: State = { lang: "en", query: "", filters: {}, view: "priorities", open: "" };
  /** What the page's own attributes asked for at first: where the address names nothing, it means this. */
  #start = this.#state;
  #shadow: ShadowRoot | undefined;
  #shell: Shell | undefined;
  #context: Context | undefined;
  /** Makes the views; there as soon as the engine is. */
  #results: typeof Results | undefined;
  #address: Address | undefined;
  readonly #visitor: Visitor = {
    usual: () => this.#firstLang,
    has: (id) => this.#isThere(id),
    arrive: () => {
      this.#arrive();
    },
    inherit: () => {
      this.#link();
    },
  };
  readonly #settings = new Settings(this);
  readonly #reflection = new Reflection(this);
  readonly #states = new CustomStates(this, STATES);
  /** The attributes that follow the state are to be read: they are new, or were set while the element was in no document. */
  #isStale = false;
  /** Settings were changed in this turn: at its end, or before anything is asked for, everything is made anew. */
  #isDue = false;
  readonly #kept: Kept = { open: new Set(), turned: new Set(), shown: new Map() };
  /** What had the focus when the reader followed a link, by the address that was left: Back returns to it. */
  readonly #left = new Map<string, HTMLElement>();
  #announcer: Announcer | undefined;
  /** There as soon as the element is in a document. */
  #language: HostLanguage | undefined;
  readonly #typing = new Typing({
    canAnswer: () => this.#context !== undefined && this.isConnected,
    hold: () => {
      this.#announcer?.hold();
      this.#context?.idle.pause();
      this.#states.set("answering", true);
    },
    resume: () => {
      this.#context?.idle.resume();
    },
    suggest: () => {
      this.#shell?.suggest();
    },
    answer: (part) => this.#render(part),
  });
  readonly #supply = new Supply({
    wanted: () => this.#settings.wanted(),
    isShown: () => this.#context !== undefined,
    begin: (engine, results, isNew) => {
      this.#results = results;
      if (this.integrity !== "" && (engine.backend === "js" || (IS_STANDALONE && this.wasmSrc === ""))) this.#settings.warn("integrity", "no WebAssembly was fetched");
      if (!isNew && this.#context) this.#goOn(this.#context);
      else this.#begin(engine);
    },
    fail: (error) => {
      this.#fail(error);
    },
    documents: (state) => {
      this.#shell?.portal(state, true);
      if (state === "there") {
        // Nobody has asked for anything yet, so there is nothing to announce.
        if (this.#state.query === "" && !this.#isAsked) this.#silent = true;
        this.#render();
      } else if (typeof state === "object") {
        this.#emit("empact-priorities-error", state);
      }
    },
  });
  /** The reader asked for something and was not told yet what there is. */
  #isAsked = false;
  /** The reader searched or filtered since the card that is open was asked for: if the answer lacks it, it is asked for no more. */
  #isNarrowed = false;
  /**
   * The view was chosen by what an id looks like, before the engine knew what has it; `from`: what it would be without that. The address says what a visit
   * asks for.
   */
  #guess: { readonly by: "attributes" | "visit"; readonly from: ViewName } | undefined;
  /** The filters that the page set in this turn: the view that has them can come after them. */
  #given: URLSearchParams | undefined;
  /** The address named another place when the element came back. */
  #isElsewhere = false;
  /** In no document it was told something, which goes before the address. */
  #isTold = false;
  readonly #sight = new Sight(this);
  /** What the page is scrolling to, by its id. */
  #goal = "";
  #goalTimer: ReturnType<typeof setTimeout> | undefined;
  /** The browser is about to put the page where the reader left it. */
  #isReturning = false;
  #silent = true;

  // ---- attributes and properties ----

  /** Frameworks take a property back by setting it to `undefined` or `null`. */
  #assign(name: string, value: unknown): void {
    if (value === undefined || value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value as string));
  }

  override get lang(): string { return this.#settings.text("lang"); }
  override set lang(value: string) { this.#assign("lang", value); }

  get query(): string { return this.#state.query; }
  set query(value: string | null | undefined) { this.#assign("query", value); }

  get priority(): string { return this.#state.open; }
  set priority(value: string | null | undefined) { this.#assign("priority", value); }

  get view(): ViewName { return this.#state.view; }
  set view(value: ViewName | null | undefined) { this.#assign("view", value); }

  /** A copy: what is done to it counts when it is assigned. */
  get filters(): Filters { return structuredClone(this.#state.filters); }
  set filters(value: Filters | string | null | undefined) {
    this.#assign("filters", this.#settings.filtersFrom(value));
  }

  get contentLang(): string { return this.#settings.contentLang(this.#state.lang, this.#supply.engine?.framework.languages); }
  set contentLang(value: string | null | undefined) { this.#assign("content-lang", value); }

  get facets(): string { return this.#settings.text("facets"); }
  set facets(value: string | null | undefined) { this.#assign("facets", value); }

  get sort(): Sort { return this.#settings.oneOf("sort", ["relevance", "document"], "relevance"); }
  set sort(value: Sort | null | undefined) { this.#assign("sort", value); }

  get maxResults(): number { return this.#settings.number("max-results", 1, Infinity, Infinity); }
  set maxResults(value: number | null | undefined) { this.#assign("max-results", value === Infinity ? "" : value); }

  get src(): string { return this.#settings.text("src"); }
  set src(value: string | null | undefined) { this.#assign("src", value); }

  get wasmSrc(): string { return this.#settings.text("wasm-src"); }
  set wasmSrc(value: string | null | undefined) { this.#assign("wasm-src", value); }

  get integrity(): string { return this.#settings.text("integrity"); }
  set integrity(value: string | null | undefined) { this.#assign("integrity", value); }

  get snapshot(): string { return this.#settings.text("snapshot"); }
  set snapshot(value: string | null | undefined) { this.#assign("snapshot", value); }

  get headingLevel(): number { return this.#settings.number("heading-level", 2, 5, 2); }
  set headingLevel(value: number | null | undefined) { this.#assign("heading-level", value); }

  get deepLink(): "none" | DeepLink { return this.#settings.oneOf("deep-link", ["none", "hash", "query"], "none"); }
  set deepLink(value: "none" | DeepLink | null | undefined) { this.#assign("deep-link", value); }

  get shortcut(): string { return this.#settings.shortcut(); }
  set shortcut(value: string | null | undefined) { this.#assign("shortcut", value); }

  get suggestions(): "on" | "off" { return this.#settings.oneOf("suggestions", ["on", "off"], "on"); }
  set suggestions(value: "on" | "off" | null | undefined) { this.#assign("suggestions", value); }

  get theme(): "auto" | "light" | "dark" { return this.#settings.oneOf("theme", ["auto", "light", "dark"], "auto"); }
  set theme(value: "auto" | "light" | "dark" | null | undefined) { this.#assign("theme", value); }

  /** The engine behind the cards, once they are ready; its `backend` says how it runs. Setting the property sets the attribute, as frameworks do. */
  get engine(): Engine | undefined { return this.#context && this.#supply.engine; }
  set engine(value: "auto" | "wasm" | "js" | null | undefined) { this.#assign("engine", value); }

  // ---- what a page can do ----

  /**
   * Searches as if the reader had typed the query; the page's URL follows without a new history entry. Unknown names and values are ignored as in attributes.
   *
   * @throws {TypeError} if an argument is of the wrong type; then nothing has changed.
   */
  search(query: string, request?: SearchRequest): void {
    const asked = this.#settings.search(query, request, this.#state);
    this.#catchUp();
    const wanted = { ...asked, filters: this.#known(asked.filters) };
    this.#isNarrowed = true;
    this.#change({ ...wanted, open: wanted.view === this.#state.view ? this.#state.open : "" }, "silent");
  }

  /**
   * Opens a card, passage or task, or a cycle, role, term or reference of the background, and moves the focus there. If the cards are not ready, it does so once they are.
   *
   * @throws {TypeError} if the id is no string.
   */
  open(id: string): void {
    this.#visit(this.#settings.id("open", id), undefined, "silent");
  }

  /** Closes a card; without `id`, the one that `priority` names. */
  close(id = this.#state.open): void {
    const card = this.#settings.id("close", id);
    this.#catchUp();
    if (card !== "" && this.#isThere(card) && this.#askToClose(card) && this.#state.open === card) this.#change({ open: "" }, "silent");
  }

  /** Clears the query and all filters. */
  clear(): void {
    this.search("", { filters: {} });
  }

  /** Moves the focus to the search box. */
  override focus(options?: FocusOptions): void {
    this.#shadow?.querySelector<HTMLElement>("#q")?.focus(options);
  }

  /** Prints the page with everything on it expanded. */
  print(): void {
    this.#finish();
    print();
  }

  /**
   * Resolves to the engine once the cards are ready.
   *
   * Rejects with the error if they cannot be shown; a call during another try waits for that one. Stays pending while the element
   * is not in a document.
   */
  whenReady(): Promise<Engine> {
    return this.engine && this.isConnected ? Promise.resolve(this.engine) : this.#supply.ready();
  }

  // ---- life ----

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#reflection.isBusy || before === after) return;
    if (name === "lang" && this.#language) this.#language.isChosen = false;
    if (!this.#shell) return;
    if (!this.isConnected) {
      // A setting alone does not make what the reader asked for what the page begins with.
      if (follows(name)) {
        this.#isStale = true;
        this.#isTold ||= name !== "lang";
      }
      this.#isDue = true;
      this.#context = undefined;
      return;
    }
    switch (name) {
      case "lang":
        this.#heed();
        break;
      case "query":
        this.#isNarrowed = true;
        this.#change({ query: after ?? "" }, "silent");
        break;
      case "priority":
        if (after === null || after === "") this.close();
        // A control of the page that sets it keeps the focus.
        else this.#visit(after, undefined, "silent", false);
        // What the page does not let happen is not kept.
        this.#reflect();
        break;
      case "filters":
        this.#isNarrowed = true;
        this.#given = new URLSearchParams(after ?? "");
        queueMicrotask(() => { this.#given = undefined; });
        this.#change({ filters: this.#known(this.#settings.filters(this.#state.view)) }, "silent");
        // What was passed over is not kept.
        this.#reflect();
        break;
      case "view":
        this.#setView(this.#settings.view() ?? "priorities", "silent");
        break;
      case "src":
      case "wasm-src":
      case "engine":
      case "integrity":
      case "snapshot":
        this.#supply.loadSoon(() => {
          if (this.isConnected) this.#reload();
        });
        break;
      case "theme":
        // Only the style sheet reads it: said here if it makes no sense.
        void this.theme;
        break;
      case "deep-link":
        this.#link();
        break;
      default:
        // How it is shown is no answer to anybody.
        this.#silent ||= !this.#isAsked;
        this.#rebuildSoon();
    }
  }

  connectedCallback(): void {
    addEventListener("beforeprint", this.#finish);
    addEventListener("blur", this.#hurry);
    document.addEventListener("keydown", this.#pressed);
    if (!this.#shadow) this.#reflection.restore();
    upgrade(this, EmpactPrioritiesElement.observedAttributes);
    if (!this.#shadow) {
      this.#shadow = this.attachShadow({ mode: "open" });
      this.#shadow.addEventListener("click", this.#follows, { capture: true });
      this.#announcer = new Announcer();
      // When the focus moves within the element, nothing of it is told outside.
      this.#shadow.addEventListener("focusin", this.#announcer.uncover);
      this.#isStale = true;
    }
    // Also in another document, which takes no sheets along.
    this.#shadow.adoptedStyleSheets = [styleSheet(this.ownerDocument)];
    if (this.#announcer) document.addEventListener("focusin", this.#announcer.uncover);
    const isStale = this.#isStale;
    this.#isStale = false;
    this.#language ??= new HostLanguage(this, () => {
      this.#heed();
    });
    const lang = this.#language.now;
    if (!this.#shell || !this.hasAttribute("lang")) this.#language.first = lang;
    this.#language.watch();
    if (isStale) this.#takeAttributes(lang);
    else this.#state = { ...this.#state, lang };
    this.#listen();
    this.#takeAddress(lang);
    if (isStale || (this.#isOutdated && !this.engine)) {
      this.#build();
      this.#context = undefined;
    }
    this.#learn(true);
    if (!this.#context) {
      // After a failure it is tried again.
      if (this.#shell?.root.matches(".failed")) this.#shell.wait();
      this.#states.only("loading");
      this.#setReturning(isReturning());
    }
    this.#supply.load();
    if (this.#context && this.#isOutdated) this.#rebuild();
  }

  /** What the attributes say is what the page begins with. */
  #takeAttributes(lang: UiLang): void {
    const open = this.#settings.text("priority");
    const named = this.#settings.view();
    // What was open stays where it was shown.
    const isSame = open !== "" && open === this.#state.open;
    const view = named ?? (isSame ? this.#state.view : open === "" ? "priorities" : homeOf(open));
    if (named === undefined && !isSame) this.#guess = { by: "attributes", from: "priorities" };
    if (!isSame) this.#isNarrowed = this.#isAsked = false;
    this.#reflection.begin();
    this.#start = this.#state = { lang, query: readable(this.#settings.text("query")), filters: this.#settings.filters(view), open, view };
    // Only the style sheet reads it: said here if it makes no sense.
    void this.theme;
  }

  /** The place that the address names goes before what the attributes say; what it was told in no document goes before both. */
  #takeAddress(lang: UiLang): void {
    const linked = this.#address?.linked();
    if (this.#isTold) this.#name();
    else if (linked) {
      const place = { ...linked, lang: linked.lang ?? lang };
      this.#isElsewhere = !sameState(this.#state, place);
      if (this.#isElsewhere) this.#isNarrowed = this.#isAsked = false;
      this.#state = place;
      if (linked.lang !== undefined) this.#language?.choose();
      this.#guess = isKnown(linked.open) && linked.view === homeOf(linked.open) ? { by: "attributes", from: "priorities" } : undefined;
      this.#reflect();
    }
  }

  disconnectedCallback(): void {
    removeEventListener("beforeprint", this.#finish);
    removeEventListener("blur", this.#hurry);
    document.removeEventListener("keydown", this.#pressed);
    if (this.#announcer) document.removeEventListener("focusin", this.#announcer.uncover);
    this.#isElsewhere = false;
    this.#unlisten();
    this.#sight.stop();
    this.#language?.unwatch();
    this.#announcer?.hold();
    this.#typing.stop();
    this.#context?.idle.pause();
    this.#supply.release();
  }

  // ---- language ----

  /** The language of the interface as it is now: English until the one asked for has been fetched. */
  get #spoken(): UiLang { return spoken(this.#state.lang); }

  /** Fetches the words of the language that is asked for, and shows them, silently if nobody asked for an answer. Without them the interface stays in English. */
  #learn(isSilent: boolean): void {
    const { lang } = this.#state;
    learn(lang)?.then(() => {
      if (!this.isConnected || this.#state.lang !== lang) return;
      this.#silent ||= isSilent && !this.#isAsked;
      this.#rebuild();
    }, () => undefined);
  }

  /** Speaks the language that the page asks for now. */
  #heed(): void {
    const lang = this.#language?.heed();
    if (lang === undefined || lang === this.#state.lang) return;
    // The whole page changes: the reader has not asked for this list.
    this.#silent = true;
    this.#change({ lang }, "silent");
  }

  #maySpeak(lang: UiLang): boolean {
    return lang !== this.#state.lang && this.#emit("empact-priorities-language", { lang });
  }

  // ---- engine ----

  /** Moved in the document: everything is still there. */
  #goOn(context: Context): void {
    context.idle.resume();
    const isNew = this.#isElsewhere || this.#isTold;
    this.#arrived();
    if (isNew) this.#render();
    else this.#typing.settle();
    const { open } = this.#state;
    if (isNew && open !== "") this.#showAgain(open);
    else this.#sight.resume(open);
  }

  #begin(engine: Engine): void {
    const isAsked = this.#isAsked;
    this.#silent = !isAsked;
    const begin = performance.now();
    // An engine that another element on the page brought down fails here.
    this.#makeContext(engine);
    this.#arrived();
    this.#render();
    this.#typing.began(performance.now() - begin);
    // The browser has gone back to where the reader was; it does not where the page, or a box in it, scrolls by itself.
    const isBack = this.#isReturning && scrollY > 0 && this.#sight.isVisible;
    if (this.#state.open === "") {
      if (!isBack) this.#shell?.paintFirst();
    } else if (isBack || this.#isNarrowed) this.#card(this.#state.open)?.setOpen(true);
    // Who waits in the search box goes on there; who tried again wants to see what was asked for.
    else if (isAsked) this.#reveal(this.#state.open, "instant");
    else this.#arriveAt(this.#state.open);
    this.#setReturning(false);
    // A link to what its own query does not find showed another list just now: it is still the first one.
    if (!isAsked) this.#announcer?.hold();
    // Unless it failed to answer.
    if (this.engine) this.#emit("empact-priorities-ready", { engine });
  }

  /** Now that there is a dataset, what was asked for before is held against it. */
  #arrived(): void {
    const { open } = this.#state;
    const view = this.#place(open) ?? this.#guess?.from;
    // What looked like a link of ours is the page's own: it asks for nothing here.
    if (this.#guess?.by === "attributes" && !this.#isNarrowed && this.#address?.isBare(open) && !this.#isThere(open)) this.#correct({ ...this.#start, lang: this.#state.lang });
    else if (this.#guess && open !== "" && view !== undefined && view !== this.#state.view) {
      this.#correct({ view, filters: fitting(this.#state.filters, view) }, this.#guess.by === "visit" ? "set" : undefined);
    }
    this.#guess = undefined;
    this.#isElsewhere = this.#isTold = false;
    const filters = this.#known(this.#state.filters);
    if (!sameState({ ...this.#state, filters }, this.#state)) this.#correct({ filters }, this.#address?.linked() && "set");
  }

  #fail(error: unknown): void {
    this.#supply.discard(error);
    this.#context = undefined;
    this.#isElsewhere = this.#isTold = false;
    this.#setReturning(false);
    this.#announcer?.hush();
    this.#keepingFocus(() => {
      this.#shell?.fail(error);
      this.#shell?.show(this.#state);
    });
    this.#states.only("error");
    this.#emit("empact-priorities-error", { error });
  }

  #reload(): void {
    this.#supply.drop();
    this.#context = undefined;
    this.#announcer?.hush();
    this.#keepingFocus(() => {
      this.#shell?.wait();
    });
    this.#states.only("loading");
    this.#supply.load();
  }

  // ---- what is on the page ----

  get #look(): Look {
    return {
      level: this.headingLevel, contentLang: this.contentLang, facets: this.#settings.facets(), sort: this.sort, pageSize: this.maxResults, shortcut: this.shortcut,
      suggestions: this.suggestions, hasAddress: this.#address !== undefined,
    };
  }

  #build(): void {
    this.#isDue = false;
    this.#shell?.drop();
    this.#left.clear();
    this.#shell = new Shell(this.#spoken, this.#language?.offered(this.#state.lang) ?? [], this.#look, this.#kept, this.#actions, (place) => this.#href(place));
    this.#shell.show(this.#state);
    this.#setReturning(this.#isReturning);
    this.#shell.portal(this.#supply.documents, false);
    this.#shadow?.replaceChildren(this.#shell.root, ...this.#announcer?.regions ?? []);
    this.#announcer?.speak(this.#spoken);
  }

  #makeContext(engine: Engine): void {
    this.#context = new Context(engine, this.#spoken, this.#look, this.#kept, this.#actions, (place) => this.#href(place));
    if (this.#results) this.#shell?.begin(this.#context, this.#results);
  }

  /** Paper has no buttons: everything has to be there. */
  readonly #finish = (): void => {
    this.#catchUp();
    this.#typing.settle();
    this.#context?.idle.finish();
  };

  /** The focus left the page, perhaps for the browser's own search: that finds what is there. */
  readonly #hurry = (): void => {
    this.#context?.idle.hurry();
  };

  /** Makes room for any place of the page: browsers go back to it before the cards are there. */
  #setReturning(isSo: boolean): void {
    this.#isReturning = isSo;
    this.#shell?.root.classList.toggle("returning", isSo);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (isFind(event)) this.#hurry();
    if (!isShortcut(event, this.shortcut)) return;
    event.preventDefault();
    this.focus();
  };

  /** Before a link does anything, the page is asked. The links that it put into our slots are its own. */
  readonly #follows = (event: Event): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.getRootNode() !== this.#shadow || link.dataset["action"] !== undefined || !isPlainClick(event)) return;
    if (!this.#emit("empact-priorities-link", { href: link.href, id: link.dataset["place"] ?? "" })) event.preventDefault();
  };

  #keepingFocus<T>(change: () => T): T {
    return keepingFocus(this.#shadow, change, (id) => {
      const card = id === "" ? undefined : this.#card(id);
      if (card && isShown(card.heading)) card.heading.focus({ preventScroll: true });
      else this.#shell?.focusAnswer();
    });
  }

  /** Moved to where another language is spoken, or taken away before what was put off was done. */
  get #isOutdated(): boolean { return this.#isDue || this.#shell?.lang !== this.#spoken; }

  /** Several settings changed in one turn are answered once. */
  #rebuildSoon(): void {
    this.#isDue = true;
    queueMicrotask(() => {
      this.#catchUp();
    });
  }

  /** Does what {@link #rebuildSoon} put off. In no document it stays put off. */
  #catchUp(): void {
    if (this.#isDue && this.isConnected) this.#rebuild();
  }

  /** Everything anew, in another language or look; the reader's place stays where it is on the screen. */
  #rebuild(): void {
    const root = this.#shadow;
    if (!root) return;
    this.#keepingFocus(() => {
      // Who is at the top of the element sees its top.
      keepingPlace(root, (root.firstElementChild?.getBoundingClientRect().top ?? 0) >= 0, () => {
        this.#build();
        const { engine, error } = this.#supply;
        if (!engine) {
          this.#context = undefined;
          if (error !== undefined) this.#shell?.fail(error);
          return;
        }
        try {
          this.#makeContext(engine);
        } catch (error) {
          this.#fail(error);
          return;
        }
        this.#render();
      });
    });
    // What was scrolled to has another place now.
    const card = this.#goal === this.#state.open ? this.#card(this.#goal) : undefined;
    if (card && isShown(card.root)) this.#go(card, this.#goal, "smooth", false);
  }

  /** Returns whether more entries are left to be made. */
  #render(part: Part = "whole"): boolean {
    const shell = this.#shell;
    // In no document nobody asks. An engine that was let go while the element was away cannot answer; the next one is on its way.
    if (!shell || !this.isConnected || (this.#context && !this.engine)) return false;
    const isPart = part === "passing" || part === "more";
    if (!isPart) this.#typing.done();
    let done: ReturnType<Shell["update"]>;
    try {
      done = this.#keepingFocus(() => shell.update(this.#state, part));
    } catch (error) {
      this.#fail(error);
      return false;
    }
    if (!isPart) this.#dropHidden();
    if (!done) return false;
    // Of the rest, the answer itself has been told.
    if (part === "more" || part === "rest") return done.isCut;
    this.#states.only("ready", ...(done.isEmpty ? ["empty" as const] : []));
    this.#tell(done.message);
    this.#emit("empact-priorities-search", {
      query: this.#state.query, filters: this.filters, view: this.#state.view, total: done.total, shown: done.shown, documents: done.documents,
    });
    return done.isCut;
  }

  /** An address says what is on the page: not a card that the reader's own search leaves out, which would come back with the next visit and take the search away. */
  #dropHidden(): void {
    const { open } = this.#state;
    if (open === "" || !this.#isNarrowed || !this.#context || !this.isConnected || this.#card(open)?.root.isConnected === true) return;
    this.#correct({ open: "" }, "typed");
  }

  /** Tells assistive technology how much there is, once the typing pauses; the first list is not announced. */
  #tell(message: string): void {
    this.#announcer?.tell(() => {
      this.#isAsked = false;
      // In one sentence after the other: two live regions at a time would cut each other off.
      const said = [message, this.#shell?.suggested ?? ""].filter((part) => part !== "").join(". ");
      return `${this.#shell?.waits ?? ""} ${said}`.trim();
    }, this.#silent);
    this.#silent = false;
  }

  // ---- state ----

  readonly #actions: Actions = {
    setLang: (lang) => {
      if (!this.#maySpeak(lang)) return;
      this.#language?.choose();
      this.#change({ lang }, "commit");
    },
    setQuery: (query, how) => {
      if (query !== this.#state.query) this.#isAsked = this.#isNarrowed = true;
      this.#change({ query }, how);
      if (how === "commit" || this.#context) return;
      this.#shell?.suggest();
      if (this.#supply.error !== undefined) return;
      this.#announcer?.hush();
      this.#announcer?.tell(() => this.#shell?.suggested ?? "");
    },
    submit: (query) => {
      const before = this.#state;
      this.#actions.setQuery(query, "commit");
      if (sameState(before, this.#state)) this.#announcer?.repeat();
      if (matchMedia("(pointer: coarse)").matches) this.#shell?.toAnswer();
    },
    toggleFilter: (facet: FilterName, value) => {
      const view = this.#state.view;
      const filters = fitting(toggled(this.#state.filters, facet, value), view);
      this.#isAsked = this.#isNarrowed = true;
      this.#change({ filters }, "commit");
    },
    clearFilters: () => {
      this.#isAsked = this.#isNarrowed = true;
      this.#change({ filters: {} }, "commit");
    },
    setView: (view) => {
      this.#setView(view, "commit");
    },
    mayOpen: (id, open) => this.#mayOpen(id, open),
    opened: (id, open) => {
      if (open) {
        this.#card(id)?.setOpen(true);
        this.#isNarrowed = false;
        this.#change({ open: id }, "commit");
      } else if (this.#state.open === id) {
        this.#change({ open: "" }, "commit");
      }
    },
    visit: (id, view) => {
      this.#visit(id, view, "commit");
    },
    retry: () => {
      this.#isAsked = true;
      this.#reload();
      this.#announcer?.tell(() => say(this.#spoken, "loading"));
      this.#shadow?.querySelector<HTMLElement>("#q")?.focus();
    },
    retryPortal: () => {
      this.#supply.loadDocuments();
      this.#shadow?.querySelector<HTMLElement>("#q")?.focus();
    },
    fail: (error) => {
      if (this.#context && this.engine) this.#fail(error);
    },
    announce: (message) => {
      this.#announcer?.say(message);
    },
  };

  /** `silent`: a program changed it; the address of the page follows without a new entry. */
  #change(part: Partial<State>, how: "letter" | "typing" | "commit" | "silent"): void {
    const before = this.#state;
    this.#state = { ...before, ...part, query: readable(part.query ?? before.query) };
    if (sameState(before, this.#state)) {
      this.#typing.settle();
      if (how === "commit") this.#address?.commit(this.#state);
      return;
    }
    // In no document nothing can be shown: it is when the element is back.
    if (this.#shell && !this.isConnected) this.#isTold = true;
    if (how === "letter" && this.#context) {
      this.#reflect();
      this.#typing.letter();
    } else {
      this.#follow(before);
    }
    if (how === "commit") this.#address?.commit(this.#state);
    else this.#address?.replace(this.#state, how === "silent" ? "set" : "typed");
  }

  #setView(view: ViewName, how: "commit" | "silent"): void {
    if (view === this.#state.view) return;
    const filters = this.#given ? this.#known(this.#settings.filters(view, this.#given)) : fitting(this.#state.filters, view);
    this.#change({ view, filters, open: "" }, how);
  }

  /** Brings the page and the attributes in step with the state. */
  #follow(before: State): void {
    this.#reflect();
    if (before.lang !== this.#state.lang) {
      this.#rebuildSoon();
      this.#learn(this.#silent);
    } else if (this.#isDue) return;
    else if (this.#context && !sameState({ ...before, open: this.#state.open }, this.#state)) this.#render();
    else this.#shell?.show(this.#state);
  }

  /** Changes what the answer does not depend on, or what is answered later anyhow. `how`: the address of the page follows. */
  #correct(part: Partial<State>, how?: "typed" | "set"): void {
    this.#state = { ...this.#state, ...part };
    this.#reflect();
    if (how) this.#address?.replace(this.#state, how);
  }

  #reflect(): void {
    this.#reflection.write(this.#state, this.#language, this.#address !== undefined);
  }

  /** The chosen values that the dataset has, as far as that is known. */
  #known(filters: Filters): Filters {
    // Another dataset may be on its way: held against that one.
    if (!this.engine) return filters;
    return chosen(filters).reduce((rest, { facet, value }) => {
      if (this.#shell?.has(facet, value) ?? true) return rest;
      this.#settings.warn("filters", "nothing in the dataset has it", `${facet}=${value}`);
      return toggled(rest, facet, value);
    }, filters);
  }

  // ---- cards ----

  #visit(id: string, view: ViewName | undefined, how: "commit" | "silent", movesFocus = true): void {
    this.#catchUp();
    if (!this.#isThere(id)) {
      this.#miss(id);
      return;
    }
    if (!this.#mayOpen(id, true)) return;
    const focused = this.#shadow?.activeElement;
    if (this.#address && focused instanceof HTMLElement) this.#left.set(location.href, focused);
    const { open } = this.#state;
    if (open !== "" && open !== id) this.#askToClose(open);
    this.#isNarrowed = false;
    const where = view ?? this.#home(id);
    if (!this.#context || !this.engine) this.#guess = view === undefined ? { by: "visit", from: this.#guess?.from ?? this.#state.view } : undefined;
    this.#change({ open: id, view: where, filters: fitting(this.#state.filters, where) }, how);
    if (this.isConnected) this.#reveal(id, "smooth", movesFocus);
    else this.#isTold = true;
  }

  /** What is opened for an id, if the view has it. */
  #card(id: string): Target | undefined {
    const { view } = this.#state;
    return (this.engine ? this.#shell?.view(view) : this.#shell?.made(view))?.card(id);
  }

  /** In which view something is shown. Another dataset can have any ids; only the engine knows what they are of. */
  #home(id: string): ViewName {
    return this.#place(id) ?? homeOf(id);
  }

  /** The view that has a card or an entry for it; `undefined` if none has, or before the engine is there. */
  #place(id: string): ViewName | undefined {
    const entity = this.engine && this.#context?.entity(id);
    return entity && homeOfKind(entity.kind);
  }

  /** Whether something has this id, as far as is known before the engine is there. */
  #isThere(id: string): boolean {
    return id !== "" && (!this.engine || !this.#context || this.#place(id) !== undefined);
  }

  #mayOpen(id: string, open: boolean): boolean {
    return this.#emit("empact-priorities-open", { id, open });
  }

  /** Closes a card unless the page wants it to stay open: `false`. */
  #askToClose(id: string): boolean {
    const may = this.#mayOpen(id, false);
    if (may) this.#fold(id);
    return may;
  }

  #fold(id: string): void {
    fold(this.#card(id), this.#shadow?.activeElement);
  }

  /** Opens a card again in an element that was away: a search that came after it only leaves it open. */
  #showAgain(id: string): void {
    if (this.#isNarrowed) this.#card(id)?.setOpen(true);
    else this.#arriveAt(id);
  }

  /** Opens the card that the page was opened with; who types elsewhere meanwhile stays there, and who is elsewhere keeps the focus. */
  #arriveAt(id: string): void {
    const work = workElsewhere(this);
    if (work === "typing") this.#card(id)?.setOpen(true);
    else this.#reveal(id, "instant", work === undefined && this.#shadow?.activeElement?.id !== "q");
  }

  /** Opens the card, scrolls to it and moves the focus to its heading, unless the reader is at work elsewhere. */
  #reveal(id: string, behavior: "smooth" | "instant", movesFocus = true): void {
    this.#catchUp();
    if (!this.#context || !this.engine) return;
    this.#typing.settle();
    const view = this.#shell?.view(this.#state.view);
    let card = view?.card(id);
    if (!card?.root.isConnected && isSearching(this.#state) && this.#place(id)) {
      // What was asked for is not among the results: show it all the same.
      this.#change({ query: "", filters: {} }, "silent");
      card = view?.card(id);
    }
    if (!card?.root.isConnected) {
      this.#miss(id);
      this.#correct({ open: "" }, "set");
      return;
    }
    for (const pages of view?.pages ?? []) pages.reveal(card.root);
    card.setOpen(true);
    if (this.#sight.isVisible) this.#go(card, id, behavior, movesFocus);
    // Unless the reader goes on to something else, in here or elsewhere.
    else this.#sight.wait(id, () => {
      if (this.#state.open === id && workElsewhere(this) !== "typing") this.#reveal(id, "instant", movesFocus);
    });
  }

  #go(card: Target, id: string, behavior: "smooth" | "instant", movesFocus: boolean): void {
    goTo(card, behavior, movesFocus);
    this.#goal = behavior === "smooth" ? id : "";
    clearTimeout(this.#goalTimer);
    // No browser scrolls for longer.
    this.#goalTimer = setTimeout(() => { this.#goal = ""; }, 1000);
  }

  #miss(id: string): void {
    this.#settings.warn("priority", "nothing that can be opened has this id", id);
    this.#announcer?.say(say(this.#spoken, "noResultsFor", { query: repeated(id) }));
  }

  // ---- address ----

  /** Only another language than this one is named in a link. */
  get #firstLang(): UiLang { return this.#language?.first ?? "en"; }

  #href(place: Partial<State>): string {
    const open = place.open ?? "";
    const view = place.view ?? (open === "" ? "priorities" : this.#home(open));
    const state: State = { lang: this.#state.lang, query: "", filters: {}, open, ...place, view };
    const whole = { ...state, filters: fitting(state.filters, state.view) };
    return addressOf(this.deepLink === "query" ? "query" : "hash", whole, this.#firstLang, this.#start);
  }

  #listen(): void {
    this.#unlisten();
    const { deepLink } = this;
    if (deepLink === "none") return;
    this.#address = Address.take(deepLink, this.#start, this.#visitor);
    if (!this.#address) this.#settings.warn("deep-link", "another element of this page has it");
  }

  /** The address is linked from now on: the place that it names is shown, unless something has been asked for already. That is named in it instead. */
  #link(): void {
    this.#listen();
    const isNew = sameState({ ...this.#state, lang: this.#start.lang }, this.#start) && this.#address?.linked() !== undefined;
    if (isNew) this.#takeAddress(this.#state.lang);
    else this.#name();
    this.#reflect();
    if (this.engine) this.#arrived();
    this.#silent = true;
    this.#rebuild();
    this.#learn(true);
    if (isNew && this.#state.open !== "") this.#arriveAt(this.#state.open);
  }

  /** Names the reader's place in the address, unless that is the page's own. */
  #name(): void {
    if (this.#address?.named()) this.#address.replace(this.#state, "set");
  }

  #unlisten(): void {
    this.#address?.stop();
    this.#address = undefined;
    Address.leave(this.#visitor);
  }

  #arrive(): void {
    if (this.#address?.isPassedBy(this.#state)) return;
    const place = this.#address?.named();
    const wanted = place?.lang ?? (this.#language?.isChosen ? this.#language.outside : this.#firstLang);
    const lang = place && this.#maySpeak(wanted) ? wanted : this.#state.lang;
    // What the page sets when it is asked is not the entry's.
    this.#address?.arrived();
    if (!place) return;
    if (lang === wanted && place.lang !== undefined) this.#language?.choose();
    else if (lang === wanted) this.#reflection.quietly(() => this.#language?.unchoose());
    const next = { ...place, lang, filters: this.#known(place.filters) };
    const before = this.#state;
    if (sameState(next, before)) {
      this.#reflect();
      return;
    }
    if (before.open !== next.open) this.#fold(before.open);
    this.#isNarrowed = false;
    this.#state = next;
    this.#follow(before);
    if (next.open !== "" && before.open !== next.open) this.#reveal(next.open, "instant", !isOutside());
    const left = this.#left.get(location.href);
    this.#left.delete(location.href);
    if (left && isShown(left) && !isOutside()) left.focus();
  }

  /** `false` if a listener of a cancelable event wants nothing to happen. */
  #emit<K extends keyof EmpactPrioritiesEventMap>(name: K, detail: EmpactPrioritiesEventMap[K]["detail"]): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: CANCELABLE.has(name) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "empact-priorities": EmpactPrioritiesElement;
  }
  /** They bubble out of shadow roots: a document or a window can listen too. */
  interface GlobalEventHandlersEventMap extends EmpactPrioritiesEventMap {}
}
