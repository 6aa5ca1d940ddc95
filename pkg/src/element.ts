/**
 * The class behind `<empact-priorities>`. Importing it registers nothing and is safe on a server; `./define.js`
 * registers it.
 */

import type { Engine } from "./types.js";
import { Context } from "./element/context.js";
import type { Actions } from "./element/context.js";
import { lease } from "./element/pool.js";
import type { Lease } from "./element/pool.js";
import { h } from "./element/h.js";
import { Address, fromHash, isView, toHash } from "./element/router.js";
import { Shell } from "./element/shell.js";
import type { FilterName, Filters, State, UiLang, ViewName } from "./element/state.js";
import { chosen, fitting, homeOf, sameState, toggled } from "./element/state.js";
import { styleSheet } from "./element/styles.js";

/** Version of the package; the build puts it in. */
declare const PACKAGE_VERSION: string;

/** On a server there is no `HTMLElement`; the class can be imported there but not used. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

/** How long typing has to pause before the number of results is announced. */
const ANNOUNCE_AFTER = 1000;

export interface EmpactPrioritiesEventMap {
  /** The cards are there. */
  "empact-priorities-ready": CustomEvent<{ engine: Engine }>;
  /** There is an answer to another query or other filters. */
  "empact-priorities-search": CustomEvent<{ query: string; filters: Filters; view: ViewName; total: number }>;
  /** A card was opened or closed. */
  "empact-priorities-open": CustomEvent<{ id: string; open: boolean }>;
  /** The reader chose another language. */
  "empact-priorities-language": CustomEvent<{ lang: UiLang }>;
  /** The engine or the dataset could not be loaded, or the engine failed. */
  "empact-priorities-error": CustomEvent<{ error: unknown }>;
}

/**
 * The priority browser as an element. Every attribute has a property of the same name and follows what the reader does.
 *
 * - `lang`: language of the interface, `nl` or `en`; default: that of the closest ancestor, else English.
 * - `query`: what is searched for.
 * - `priority`: id of the card that is opened: `P7e`.
 * - `view`: `priorities`, `tasks`, `text` or `background`.
 * - `src`, `wasm-src`: address of another dataset, of the WebAssembly.
 * - `heading-level`: level of its section headings, 2 to 5; default 2.
 * - `deep-link`: `hash` keeps the place in the address of the page; default `none`.
 * - `theme`: `light`, `dark` or `auto`, which follows the `color-scheme` of the page.
 */
export class EmpactPrioritiesElement extends Base {
  /** Version of the package. */
  static readonly version: string = PACKAGE_VERSION;

  static readonly observedAttributes: readonly string[] = [
    "lang", "query", "priority", "view", "src", "wasm-src", "heading-level", "deep-link",
  ];

  #state: State = { lang: "en", query: "", filters: {}, view: "priorities", open: "" };
  #shadow: ShadowRoot | undefined;
  #shell: Shell | undefined;
  #context: Context | undefined;
  #engine: Engine | undefined;
  #lease: Lease | undefined;
  #error: unknown;
  #address: Address | undefined;
  readonly #opened = new Set<string>();
  readonly #status = globalThis.document ? h("p", { role: "status", class: "vh" }) : undefined;
  readonly #toast = globalThis.document ? h("p", { role: "status", class: "toast" }) : undefined;
  #statusTimer: ReturnType<typeof setTimeout> | undefined;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;
  /** The attributes are being set to what the state already says. */
  #reflecting = false;
  #reloading = false;
  #silent = true;

  // ---- attributes and properties ----

  get query(): string { return this.#state.query; }
  set query(value: string) { this.setAttribute("query", value); }

  get priority(): string { return this.#state.open; }
  set priority(value: string) { this.setAttribute("priority", value); }

  get view(): ViewName { return this.#state.view; }
  set view(value: ViewName) { this.setAttribute("view", value); }

  get filters(): Filters { return this.#state.filters; }
  set filters(value: Filters) { this.#change({ filters: fitting(value, this.#state.view) }, "silent"); }

  get src(): string { return this.getAttribute("src") ?? ""; }
  set src(value: string) { this.setAttribute("src", value); }

  get wasmSrc(): string { return this.getAttribute("wasm-src") ?? ""; }
  set wasmSrc(value: string) { this.setAttribute("wasm-src", value); }

  get headingLevel(): number {
    const level = Number(this.getAttribute("heading-level") ?? 2);
    return Number.isInteger(level) ? Math.min(5, Math.max(2, level)) : 2;
  }
  set headingLevel(value: number) { this.setAttribute("heading-level", String(value)); }

  get deepLink(): "none" | "hash" { return this.getAttribute("deep-link") === "hash" ? "hash" : "none"; }
  set deepLink(value: "none" | "hash") { this.setAttribute("deep-link", value); }

  get theme(): "auto" | "light" | "dark" {
    const theme = this.getAttribute("theme");
    return theme === "light" || theme === "dark" ? theme : "auto";
  }
  set theme(value: "auto" | "light" | "dark") { this.setAttribute("theme", value); }

  /** The engine behind the cards, once they are there. */
  get engine(): Engine | undefined { return this.#engine; }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#reflecting || before === after || !this.isConnected || !this.#shell) return;
    switch (name) {
      case "lang":
        this.#change({ lang: this.#usualLang() }, "silent");
        break;
      case "query":
        this.#change({ query: after ?? "" }, "silent");
        break;
      case "priority":
        if (after === null || after === "") this.#close(this.#state.open);
        else this.#visit(after, undefined, "silent");
        break;
      case "view":
        if (isView(after)) this.#setView(after, "silent");
        break;
      case "src":
      case "wasm-src":
        this.#reloadSoon();
        break;
      case "heading-level":
        this.#rebuild();
        break;
      default:
        this.#listen();
    }
  }

  connectedCallback(): void {
    addEventListener("beforeprint", this.#finish);
    // Properties set before the class was there would hide its accessors.
    for (const name of ["query", "priority", "view", "src", "wasmSrc", "headingLevel", "deepLink", "theme", "filters"] as const) {
      this.#upgrade(name);
    }
    if (!this.#shadow) {
      this.#shadow = this.attachShadow({ mode: "open" });
      this.#shadow.adoptedStyleSheets = [styleSheet()];
      const view = this.getAttribute("view");
      const open = this.getAttribute("priority") ?? "";
      this.#state = {
        ...this.#state,
        lang: this.#usualLang(),
        query: this.getAttribute("query") ?? "",
        open,
        view: isView(view) ? view : open === "" ? "priorities" : homeOf(open),
      };
    }
    this.#listen();
    if (this.#address) {
      const linked = fromHash(location.hash, this.#usualLang());
      if (linked && location.hash !== "") {
        this.#state = linked;
        this.#reflect();
      }
    }
    if (!this.#shell) this.#build();
    this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener("beforeprint", this.#finish);
    removeEventListener("popstate", this.#arrive);
    removeEventListener("hashchange", this.#arrive);
    this.#address?.stop();
    this.#address = undefined;
    clearTimeout(this.#statusTimer);
    this.#context?.pause();
    this.#lease?.release();
    this.#lease = undefined;
  }

  /** A property that was set on the element before it was upgraded goes through its setter after all. */
  #upgrade<K extends "query" | "priority" | "view" | "src" | "wasmSrc" | "headingLevel" | "deepLink" | "theme" | "filters">(name: K): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  // ---- engine ----

  #load(): void {
    const absolute = (address: string): string | undefined => (address === "" ? undefined : new URL(address, document.baseURI).href);
    let taken: Lease;
    try {
      taken = lease(absolute(this.src), absolute(this.wasmSrc));
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#lease = taken;
    taken.engine.then(
      (engine) => {
        if (this.#lease === taken) this.#begin(engine);
      },
      (error: unknown) => {
        if (this.#lease === taken) this.#fail(error);
      },
    );
  }

  #begin(engine: Engine): void {
    this.#error = undefined;
    // Moved in the document: everything is still there.
    if (engine === this.#engine && this.#context) {
      this.#context.resume();
      return;
    }
    this.#engine = engine;
    this.#silent = true;
    this.#makeContext(engine);
    this.#render();
    if (this.#state.open !== "") this.#reveal(this.#state.open, "instant");
    this.#emit("empact-priorities-ready", { engine });
  }

  #fail(error: unknown): void {
    this.#engine = undefined;
    this.#context = undefined;
    this.#error = error;
    this.#shell?.fail(error);
    this.#shell?.show(this.#state);
    this.#emit("empact-priorities-error", { error });
  }

  #reload(): void {
    this.#lease?.discard();
    this.#engine = undefined;
    this.#context = undefined;
    this.#error = undefined;
    this.#shell?.wait();
    this.#load();
  }

  /** Several attributes set in one turn load once. */
  #reloadSoon(): void {
    if (this.#reloading) return;
    this.#reloading = true;
    queueMicrotask(() => {
      this.#reloading = false;
      if (this.isConnected) this.#reload();
    });
  }

  // ---- what is on the page ----

  #build(): void {
    this.#shell?.drop();
    this.#shell = new Shell(this.#state.lang, this.headingLevel, this.#actions, (place) => this.#href(place));
    this.#shell.show(this.#state);
    if (this.#status && this.#toast) this.#shadow?.replaceChildren(this.#shell.root, this.#status, this.#toast);
    this.#status?.setAttribute("lang", this.#state.lang);
    this.#toast?.setAttribute("lang", this.#state.lang);
  }

  #makeContext(engine: Engine): void {
    this.#context = new Context(engine, this.#state.lang, this.headingLevel, this.#opened, this.#actions, (place) => this.#href(place));
    this.#shell?.begin(this.#context);
  }

  /** Paper has no buttons: everything has to be there. */
  readonly #finish = (): void => {
    this.#context?.finish();
  };

  /** Everything anew, in another language or at another level; the reader's place stays where it is on the screen. */
  #rebuild(): void {
    const root = this.#shadow;
    if (!root) return;
    const focused = root.activeElement;
    const key = focused?.getAttribute("data-key") ?? undefined;
    const anchor = onScreen(focused) ? `[data-key="${key ?? ""}"]` : anchorIn(root);
    const before = anchor === undefined ? undefined : root.querySelector(anchor)?.getBoundingClientRect().top;
    this.#build();
    if (this.#engine) {
      this.#makeContext(this.#engine);
      this.#render();
    } else if (this.#error !== undefined) {
      this.#shell?.fail(this.#error);
    }
    if (anchor !== undefined && before !== undefined) {
      const after = root.querySelector(anchor)?.getBoundingClientRect().top;
      if (after !== undefined) scrollBy({ top: after - before, behavior: "instant" });
    }
    if (key !== undefined) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }

  #render(): void {
    if (!this.#shell) return;
    let done: ReturnType<Shell["update"]>;
    try {
      done = this.#shell.update(this.#state);
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (!done) return;
    this.#tell(done.message);
    this.#emit("empact-priorities-search", {
      query: this.#state.query, filters: this.#state.filters, view: this.#state.view, total: done.answer.total,
    });
  }

  /** Tells assistive technology how much there is, once the typing pauses; the first list is not announced. */
  #tell(message: string): void {
    clearTimeout(this.#statusTimer);
    if (this.#silent) {
      this.#silent = false;
      return;
    }
    this.#statusTimer = setTimeout(() => {
      if (this.#status) this.#status.textContent = message;
    }, ANNOUNCE_AFTER);
  }

  #say(message: string): void {
    if (!this.#toast) return;
    clearTimeout(this.#toastTimer);
    this.#toast.textContent = message;
    this.#toastTimer = setTimeout(() => {
      this.#toast?.replaceChildren();
    }, 6000);
  }

  // ---- state ----

  readonly #actions: Actions = {
    setLang: (lang) => {
      if (lang === this.#state.lang) return;
      this.#change({ lang }, "commit");
      this.#emit("empact-priorities-language", { lang });
    },
    setQuery: (query, how) => {
      this.#change({ query }, how);
      if (how === "typing" && !this.#context && this.#shell && this.#error === undefined) this.#waiting();
    },
    toggleFilter: (facet: FilterName, value) => {
      const view = this.#state.view;
      const filters = fitting(toggled(this.#state.filters, facet, value), view);
      this.#change({ filters }, "commit");
    },
    clearFilters: () => {
      this.#change({ filters: {} }, "commit");
    },
    setView: (view) => {
      this.#setView(view, "commit");
    },
    opened: (id, open) => {
      if (open) {
        this.#shell?.view(this.#state.view)?.card(id)?.setOpen(true);
        this.#change({ open: id }, "commit");
      } else if (this.#state.open === id) {
        this.#change({ open: "" }, "commit");
      }
      this.#emit("empact-priorities-open", { id, open });
    },
    visit: (id, view) => {
      this.#visit(id, view, "commit");
    },
    retry: () => {
      this.#reload();
      this.#shadow?.querySelector<HTMLElement>("#q")?.focus();
    },
    fail: (error) => {
      if (this.#context) this.#fail(error);
    },
    announce: (message) => {
      this.#say(message);
    },
  };

  /** `silent`: a program changed it; the address of the page follows without a new entry. */
  #change(part: Partial<State>, how: "typing" | "commit" | "silent"): void {
    const before = this.#state;
    this.#state = { ...before, ...part };
    if (sameState(before, this.#state)) {
      if (how === "commit") this.#address?.commit(this.#hash());
      return;
    }
    this.#follow(before);
    if (how === "commit") this.#address?.commit(this.#hash());
    else this.#address?.replace(this.#hash());
  }

  /** Brings the page and the attributes in step with the state. */
  #follow(before: State): void {
    this.#reflect();
    if (before.lang !== this.#state.lang) this.#rebuild();
    else if (this.#context && !sameState({ ...before, open: this.#state.open }, this.#state)) this.#render();
    else this.#shell?.show(this.#state);
  }

  #setView(view: ViewName, how: "commit" | "silent"): void {
    if (view === this.#state.view) return;
    this.#change({ view, filters: fitting(this.#state.filters, view), open: "" }, how);
  }

  #visit(id: string, view: ViewName | undefined, how: "commit" | "silent"): void {
    if (this.#state.open !== id) this.#forget(this.#state.open);
    const where = view ?? homeOf(id);
    this.#change({ open: id, view: where, filters: fitting(this.#state.filters, where) }, how);
    this.#reveal(id, "smooth");
    this.#emit("empact-priorities-open", { id, open: true });
  }

  #close(id: string): void {
    this.#forget(id);
    this.#change({ open: "" }, "silent");
  }

  #forget(id: string): void {
    this.#shell?.view(this.#state.view)?.card(id)?.setOpen(false);
  }

  /** Opens the card, scrolls to it and moves the focus to its heading. */
  #reveal(id: string, behavior: "smooth" | "instant"): void {
    if (!this.#context) return;
    const view = this.#shell?.view(this.#state.view);
    let card = view?.card(id);
    if (!card?.root.isConnected && (this.#state.query !== "" || chosen(this.#state.filters).length > 0)) {
      // What was asked for is not among the results: show it all the same.
      this.#change({ query: "", filters: {} }, "silent");
      card = view?.card(id);
    }
    if (!card?.root.isConnected) return;
    card.setOpen(true);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    card.root.scrollIntoView({ block: "start", behavior: calm ? "instant" : behavior });
    card.heading.focus({ preventScroll: true });
  }

  #waiting(): void {
    if (this.#status) this.#status.textContent = "";
    this.#shell?.show(this.#state);
  }

  #reflect(): void {
    this.#reflecting = true;
    const set = (name: string, value: string, usual: string): void => {
      if (value !== usual) this.setAttribute(name, value);
      else if (this.hasAttribute(name)) this.removeAttribute(name);
    };
    set("query", this.#state.query, "");
    set("priority", this.#state.open, "");
    set("view", this.#state.view, "priorities");
    if (this.#usualLang() !== this.#state.lang) this.setAttribute("lang", this.#state.lang);
    this.#reflecting = false;
  }

  /** The language that the page asks for: of the element or of the closest ancestor, across shadow roots. */
  #usualLang(): UiLang {
    let node: Node | null = this;
    while (node) {
      if (node instanceof Element && node.hasAttribute("lang")) break;
      node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
    }
    const lang = node instanceof Element ? (node.getAttribute("lang") ?? "") : "";
    return /^nl\b/i.test(lang) ? "nl" : "en";
  }

  // ---- address ----

  #hash(): string {
    return toHash(this.#state, this.#firstLang);
  }

  /** What the page was written in; only another language is named in a link. */
  #firstLang: UiLang = "en";

  #href(place: Partial<State>): string {
    const open = place.open ?? "";
    const state: State = { lang: this.#state.lang, query: "", filters: {}, open, view: open === "" ? "priorities" : homeOf(open), ...place };
    return toHash({ ...state, filters: fitting(state.filters, state.view) }, this.#firstLang) || "#";
  }

  #listen(): void {
    removeEventListener("popstate", this.#arrive);
    removeEventListener("hashchange", this.#arrive);
    this.#address?.stop();
    this.#address = undefined;
    if (!this.#shell) this.#firstLang = this.#usualLang();
    if (this.deepLink !== "hash") return;
    this.#address = new Address();
    addEventListener("popstate", this.#arrive);
    addEventListener("hashchange", this.#arrive);
  }

  /** Back, Forward, or a link to another place on this page. */
  readonly #arrive = (): void => {
    this.#address?.arrived();
    const next = fromHash(location.hash, this.#firstLang);
    if (!next || sameState(next, this.#state)) return;
    const before = this.#state;
    if (before.open !== next.open) this.#forget(before.open);
    this.#state = next;
    this.#follow(before);
    if (next.open !== "" && before.open !== next.open) this.#reveal(next.open, "instant");
    if (next.lang !== before.lang) this.#emit("empact-priorities-language", { lang: next.lang });
  };

  #emit<K extends keyof EmpactPrioritiesEventMap>(name: K, detail: EmpactPrioritiesEventMap[K]["detail"]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function onScreen(element: Element | null): boolean {
  if (!element?.hasAttribute("data-key")) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** The first card on the screen, by its id: what must not move when the texts change. */
function anchorIn(root: ShadowRoot): string | undefined {
  for (const card of root.querySelectorAll("[data-id]")) {
    const { top, bottom } = card.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight && bottom > top) return `[data-id="${CSS.escape(card.getAttribute("data-id") ?? "")}"]`;
  }
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "empact-priorities": EmpactPrioritiesElement;
  }
  interface HTMLElementEventMap extends EmpactPrioritiesEventMap {}
}
