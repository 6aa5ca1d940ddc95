/**
 * How does a place become a link? As a fragment: `#P7e?q=witwassen&lang=en&offence=fraud`. Fragments that are not ours
 * (a host page's `#content`) read as `undefined` and are left alone.
 */

import { FILTERS, VIEWS, fitting, homeOf } from "./state.js";
import type { Filters, State, UiLang, ViewName } from "./state.js";

const ID = /^(?:doc|P\d+[a-z]?|HT\d+|R\d+|O\d+|GP\d+|TK[\w-]+|(?:CY|T|ROLE|REF)-[\w-]+)$/;

/** A state as a fragment. The language is named only where it is not `usual`. */
export function toHash(state: State, usual: UiLang): string {
  const params = new URLSearchParams();
  if (state.query !== "") params.set("q", state.query);
  if (state.view !== (state.open === "" ? "priorities" : homeOf(state.open))) params.set("view", state.view);
  for (const facet of FILTERS) for (const value of state.filters[facet] ?? []) params.append(facet, value);
  if (state.lang !== usual) params.set("lang", state.lang);
  const query = params.toString();
  if (state.open === "" && query === "") return "";
  return `#${state.open}${query === "" ? "" : `?${query}`}`;
}

/** A fragment as a state; `undefined` if it is somebody else's. */
export function fromHash(hash: string, usual: UiLang): State | undefined {
  const text = hash.replace(/^#/, "");
  const cut = text.indexOf("?");
  const open = cut < 0 ? text : text.slice(0, cut);
  if (open !== "" && !ID.test(open)) return undefined;
  const params = new URLSearchParams(cut < 0 ? "" : text.slice(cut + 1));
  const filters: Filters = {};
  for (const facet of FILTERS) {
    const values = [...new Set(params.getAll(facet))];
    if (values.length > 0) filters[facet] = values;
  }
  const lang = params.get("lang");
  const named = params.get("view");
  const view = isView(named) ? named : open === "" ? "priorities" : homeOf(open);
  return {
    open,
    view,
    filters: fitting(filters, view),
    query: params.get("q") ?? "",
    lang: lang === "nl" || lang === "en" ? lang : usual,
  };
}

export function isView(text: string | null): text is ViewName {
  return VIEWS.some((view) => view === text);
}

/**
 * Keeps the address in step with the state. What is typed replaces the current entry; what is committed (Enter, a
 * filter, an opened card) becomes an entry of its own, and the entry before it gets back the address it had.
 */
export class Address {
  #committed: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#committed = location.hash;
  }

  replace(hash: string): void {
    clearTimeout(this.#timer);
    // Browsers allow about a hundred changes in half a minute: wait for a pause in the typing.
    this.#timer = setTimeout(() => {
      write("replaceState", hash);
    }, 250);
  }

  commit(hash: string): void {
    clearTimeout(this.#timer);
    if (hash === this.#committed) {
      if (location.hash !== hash) write("replaceState", hash);
      return;
    }
    if (location.hash !== this.#committed) write("replaceState", this.#committed);
    write("pushState", hash);
    this.#committed = hash;
  }

  /** The reader went Back or Forward, or followed a link. */
  arrived(): void {
    clearTimeout(this.#timer);
    this.#committed = location.hash;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function write(how: "pushState" | "replaceState", hash: string): void {
  try {
    // With the path, since a bare fragment would be resolved against a <base> of the host page.
    history[how](history.state, "", location.pathname + location.search + hash);
  } catch {
    // Refused in a sandboxed frame or when there are too many changes: the page works without.
  }
}
