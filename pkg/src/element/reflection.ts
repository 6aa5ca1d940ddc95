/** How do the attributes follow the state, and what had the page set? What the element sets itself asks for nothing. */

import type { HostLanguage } from "./host-language.js";
import { writeFilters } from "./router.js";
import type { State } from "./state.js";

/** The attributes that follow the state. */
const FOLLOWING = ["query", "filters", "priority", "view", "lang"] as const;

/** Whether it is one of these. */
export const follows = (name: string): boolean => FOLLOWING.some((other) => other === name);

/** Holds what the page had set of them, as long as that is something else: a copy of the element begins with it. */
const OWN = "data-empact-own";

export class Reflection {
  #isBusy = false;
  #own = "";

  constructor(readonly host: HTMLElement) {}

  /** Whether an attribute that changes now does so because the state has. */
  get isBusy(): boolean { return this.#isBusy; }

  /** What the attributes say now is the page's own. */
  begin(): void {
    this.#own = this.#now;
    this.#set(OWN, null);
  }

  /** In a copy of an element that was on a page (a cache of pages makes such) the attributes say what the page had set, not where the reader was. */
  restore(): void {
    const own = this.host.getAttribute(OWN);
    if (own === null) return;
    const values = new URLSearchParams(own);
    for (const name of FOLLOWING) this.#set(name, values.get(name));
  }

  get #now(): string {
    const values = new URLSearchParams();
    for (const name of FOLLOWING) {
      const value = this.host.getAttribute(name);
      if (value !== null) values.set(name, value);
    }
    return values.toString();
  }

  #set(name: string, value: string | null): void {
    if (value === null) this.host.removeAttribute(name);
    else this.host.setAttribute(name, value);
  }

  /** Lets the attributes say what the state says. In no document yet the element has no `language` of its own. `isLinked`: the address says it too, also to a copy. */
  write(state: State, language: HostLanguage | undefined, isLinked: boolean): void {
    const { host } = this;
    this.quietly(() => {
      this.#set("query", state.query || null);
      this.#set("filters", writeFilters(state.filters).toString() || null);
      this.#set("priority", state.open || null);
      this.#set("view", state.view === "priorities" ? null : state.view);
      const { lang } = state;
      if (language && (host.hasAttribute("lang") ? language.now !== lang : language.isChosen)) host.setAttribute("lang", lang);
      this.#set(OWN, isLinked && this.#now !== this.#own ? this.#own : null);
    });
  }

  /** Does what changes attributes only because the state has. */
  quietly(change: () => void): void {
    this.#isBusy = true;
    change();
    this.#isBusy = false;
  }
}

/** What was set on the element before it was upgraded would hide its accessors, one for each attribute: it goes through them after all. */
export function upgrade(host: HTMLElement, attributes: readonly string[]): void {
  for (const attribute of attributes) {
    const name = attribute.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
    if (!Object.hasOwn(host, name)) continue;
    const value: unknown = Reflect.get(host, name);
    Reflect.deleteProperty(host, name);
    Reflect.set(host, name, value);
  }
}
