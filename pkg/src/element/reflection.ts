/** How do the attributes follow the state? What the element sets itself asks for nothing. */

import type { HostLanguage } from "./host-language.js";
import { writeFilters } from "./router.js";
import type { State } from "./state.js";

export class Reflection {
  #isBusy = false;

  constructor(readonly host: HTMLElement) {}

  /** Whether an attribute that changes now does so because the state has. */
  get isBusy(): boolean { return this.#isBusy; }

  /** Lets the attributes say what the state says. In no document yet the element has no `language` of its own. */
  write(state: State, language: HostLanguage | undefined): void {
    const { host } = this;
    const set = (name: string, value: string, usual: string): void => {
      if (value !== usual) host.setAttribute(name, value);
      else if (host.hasAttribute(name)) host.removeAttribute(name);
    };
    this.quietly(() => {
      set("query", state.query, "");
      set("filters", writeFilters(state.filters).toString(), "");
      set("priority", state.open, "");
      set("view", state.view, "priorities");
      const { lang } = state;
      if (language && (host.hasAttribute("lang") ? language.now !== lang : language.isChosen)) host.setAttribute("lang", lang);
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
