/** What did the page ask for? Attributes, read one by one, and arguments; what makes no sense is passed over, and the console says so once. */

import type { Wanted } from "./pool.js";
import { readFilters, writeFilters } from "./router.js";
import { FILTERS, VIEWS, fitting, primary } from "./state.js";
import type { FilterName, Filters, State, UiLang, ViewName } from "./state.js";

export type Sort = "relevance" | "document";

/** How the page wants to have it shown. */
export interface Look {
  /** Level of the headings of the sections, 2 to 5. */
  readonly level: number;
  /** The language of the contents, as the dataset writes it. */
  readonly contentLang: string;
  /** The facets that are offered, in this order; none: no filters at all. */
  readonly facets: readonly FilterName[];
  readonly sort: Sort;
  /** How many of each list are shown before the reader asks for more; `Infinity`: all. */
  readonly pageSize: number;
  /** The key that moves the focus to the search box, as `KeyboardEvent.key` names it; empty: none. */
  readonly shortcut: string;
  /** Whether the search box suggests how what is typed could go on. */
  readonly suggestions: "on" | "off";
  /** Whether a card has an address that leads to it: whether the element reads that of the page. */
  readonly hasAddress: boolean;
}

/** The languages of the embedded dataset: Dutch is official, English our translation. */
const EMBEDDED: readonly string[] = ["nl", "en"];

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

/** What it is, in a word. */
function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : value instanceof Map ? "a Map" : typeof value;
}

/** Refuses a value of the wrong type: what a program has to mend, not one to pass over. */
function check(where: string, name: string, expected: string, found: unknown, isSo: boolean): void {
  if (!isSo) throw new TypeError(`${where} of <empact-priorities>: \`${name}\` must be ${expected}; found ${kindOf(found)}.`);
}

export class Settings {
  readonly #host: HTMLElement;
  readonly #warned = new Set<string>();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  text(name: string): string {
    return this.#host.getAttribute(name) ?? "";
  }

  /** One of a few words; `usual` where the attribute is absent, empty or something else. */
  oneOf<T extends string, U>(name: string, words: readonly T[], usual: U, text = this.text(name)): T | U {
    const word = words.find((other) => other === text);
    if (word === undefined && text !== "") this.warn(name, `expected ${words.join(", ")}`, text);
    return word ?? usual;
  }

  /**
   * The language of the contents, one of those that the dataset has: the one that is asked for, else that of the interface, else English,
   * else the official one. Of "nl-BE" the "nl" if there is nothing closer.
   */
  contentLang(lang: UiLang, dataset: readonly string[] | undefined): string {
    const known = dataset ?? EMBEDDED;
    const closest = (tag: string): string | undefined =>
      known.find((other) => other.toLowerCase() === tag.replaceAll("_", "-").toLowerCase()) ?? known.find((other) => primary(other) === primary(tag));
    const text = this.text("content-lang");
    const wanted = text === "" ? undefined : closest(text);
    if (text !== "" && wanted === undefined && dataset) this.warn("content-lang", `expected ${known.join(", ")}`);
    return wanted ?? closest(lang) ?? closest("en") ?? known[0] ?? lang;
  }

  /** A whole number; `usual` where it is none or outside the range. */
  number(name: string, least: number, most: number, usual: number): number {
    const text = this.text(name);
    if (text === "") return usual;
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    this.warn(name, most === Infinity ? `expected a whole number from ${least}` : `expected ${least} to ${most}`);
    return usual;
  }

  /** Names of facets with spaces between them; `none` for none of them, all where there is no such attribute. */
  facets(): readonly FilterName[] {
    const words = this.text("facets").split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) return FILTERS;
    const wanted = [...new Set(words)].filter((word) => word !== "none");
    const known = wanted.flatMap((word) => FILTERS.find((name) => name === word) ?? []);
    if (known.length < wanted.length) this.warn("facets", `expected "none" or some of ${FILTERS.join(", ")}`);
    return known;
  }

  /** The chosen values, written as in a link: `actor=A-cosi&offence=fraud`; those that mean something in a view. */
  filters(view: ViewName, params = new URLSearchParams(this.text("filters"))): Filters {
    const unknown = [...params.keys()].filter((name) => !FILTERS.some((facet) => facet === name));
    if (unknown.length > 0) this.warn("filters", `expected facet=value&facet=value; ${unknown.join(", ")} is no facet`, params.toString());
    return fitting(readFilters(params), view);
  }

  /**
   * The arguments of `search`; what they do not name is as it is `now`.
   *
   * @throws {TypeError} when one is of another type than it can be.
   */
  search(query: unknown, request: unknown, now: Pick<State, "filters" | "view">): Pick<State, "query" | "filters" | "view"> {
    check("search", "query", "a string", query, isText(query ?? ""));
    const asked = request ?? {};
    check("search", "request", "an object", request, isObject(asked));
    const { filters: given, view } = asked as { filters?: Filters | string; view?: string };
    check("search", "request.filters", "an object of facets and their values, or text", given, given === undefined || isObject(given) || isText(given));
    for (const [facet, values] of typeof given === "string" ? [] : Object.entries(given ?? {})) for (const value of [values ?? []].flat()) check("search", `request.filters.${facet}`, "an array of strings", value, isText(value));
    check("search", "request.view", "a string", view, view === undefined || isText(view));
    const where = this.oneOf("view", VIEWS, now.view, view ?? "");
    return { query: (query ?? "") as string, view: where, filters: this.filters(where, typeof given === "string" ? new URLSearchParams(given) : writeFilters(given ?? now.filters)) };
  }

  /**
   * The id that `open` or `close` is given.
   *
   * @throws {TypeError} when it is no string.
   */
  id(method: "open" | "close", id: unknown): string {
    check(method, "id", "a string", id, isText(id));
    return id as string;
  }

  /**
   * What `filters` is set to, as its attribute has it.
   *
   * @throws {TypeError} when it is neither text nor an object of facets.
   */
  filtersFrom(value: unknown): string | null | undefined {
    if (typeof value !== "object" || value === null) return value as string | null | undefined;
    check("filters", "filters", "an object of facets and their values", value, isObject(value));
    return value instanceof URLSearchParams ? value.toString() : writeFilters(value as Filters).toString();
  }

  /**
   * The complete address that an attribute names; `undefined` where it names none.
   *
   * @throws {TypeError} when it is no valid URL.
   */
  address(name: string): string | undefined {
    const text = this.text(name);
    if (text === "") return undefined;
    if (!URL.canParse(text, document.baseURI)) throw new TypeError(`${name}="${text}" of <empact-priorities> is not a valid URL.`);
    return new URL(text, document.baseURI).href;
  }

  /** One key; those that are pressed together with others belong to the browser and to the page. */
  shortcut(): string {
    const text = this.text("shortcut");
    if (/^(?:\S|F\d{1,2})?$/u.test(text)) return text;
    this.warn("shortcut", 'expected one key, such as "/"');
    return "";
  }

  view(): ViewName | undefined {
    return this.oneOf("view", VIEWS, undefined);
  }

  /**
   * What is to be loaded.
   *
   * @throws {TypeError} when an address is none.
   */
  wanted(): Wanted {
    const snapshot = this.text("snapshot");
    return {
      src: this.address("src"),
      // The cards do not wait for it, and do without where it is no address.
      snapshot: URL.canParse(snapshot, document.baseURI) ? this.address("snapshot") : snapshot,
      wasm: this.address("wasm-src"),
      engine: this.oneOf<"auto" | "wasm" | "js", undefined>("engine", ["auto", "wasm", "js"], undefined),
      integrity: this.text("integrity") || undefined,
    };
  }

  /** Says once what is wrong with the value that an attribute has now. */
  warn(name: string, what: string, value = this.text(name)): void {
    const message = `${name}="${value}": ${what}. It is ignored.`;
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    const { id, localName } = this.#host;
    console.warn(`<${localName}${id === "" ? "" : ` id="${id}"`}> ${message}`);
  }
}
