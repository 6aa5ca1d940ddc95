/**
 * How does a place become a link? As a fragment: `#P7e?q=witwassen&lang=en&offence=fraud`, or as search parameters of the page with a
 * prefix: `?empact-open=P7e&empact-q=witwassen`. Fragments that are not ours (a host page's `#content`) read as `undefined` and are left
 * alone, as are the other parameters of the page. The ids of another dataset can look like anything, and the page can have one of ours (`<p id="R1">`): a
 * link to one of these names its view, by which it is ours.
 */

import { FILTERS, VIEWS, fitting, homeOf, languageOf, sameState } from "./state.js";
import type { Filters, State, UiLang, ViewName } from "./state.js";

/** What an address names: everything but perhaps the language. */
export type Place = Omit<State, "lang"> & { readonly lang: UiLang | undefined };

const ID = /^(?:doc|P\d+[a-z]?|HT\d+|R\d+|O\d+|GP\d+|TK[\w-]+|(?:CY|T|ROLE|REF)-[\w-]+)$/;
const PREFIX = "empact-";

/** Most characters of a query, and most values of a facet: the engine reads no longer one, and no facet has so many. */
export const MOST_CHARACTERS = 1000;
const MOST_VALUES = 200;
/** Most characters of a query as an address writes it (`%CE%B1`): there are servers that refuse more than 2,048. */
const MOST_WRITTEN = 1800;

/** As much of a query as is searched for and as a link holds, so that a link finds the same. */
export function readable(query: string): string {
  let text = query.slice(0, MOST_CHARACTERS);
  while (new URLSearchParams([["", text]]).toString().length > MOST_WRITTEN) text = text.slice(0, -1);
  // Half a character is none.
  return text.replace(/\p{Surrogate}$/u, "");
}

/** The chosen values that parameters hold: `actor=A-cosi&offence=fraud`. Names that are no facets are passed over. */
export function readFilters(params: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const facet of FILTERS) filters[facet] = [...new Set(params.getAll(facet))].slice(0, MOST_VALUES);
  return filters;
}

/** The same for chosen values, in their order. */
export function writeFilters(filters: Filters, params = new URLSearchParams()): URLSearchParams {
  // From a page without types a value can come alone.
  for (const [facet, values] of Object.entries(filters)) for (const value of [values ?? []].flat()) params.append(facet, value);
  return params;
}

/** Everything but what is opened. The language is named only where it is not `usual`. */
function toParams(state: State, usual: UiLang): URLSearchParams {
  const params = new URLSearchParams();
  if (state.query !== "") params.set("q", state.query);
  if (state.view !== (state.open === "" ? "priorities" : homeOf(state.open)) || !isKnown(state.open)) params.set("view", state.view);
  writeFilters(state.filters, params);
  if (state.lang !== usual) params.set("lang", state.lang);
  return params;
}

function fromParams(open: string, params: URLSearchParams): Place {
  const named = params.get("view");
  const view = isView(named) ? named : open === "" ? "priorities" : homeOf(open);
  return {
    open,
    view,
    filters: fitting(readFilters(params), view),
    query: readable(params.get("q") ?? ""),
    lang: languageOf(params.get("lang") ?? ""),
  };
}

/** What our fragments hold besides the id. */
const NAMES: ReadonlySet<string> = new Set(["q", "view", "lang", ...FILTERS]);

/** Whether an id looks like one of the embedded dataset, or is none. */
export function isKnown(id: string): boolean {
  return id === "" || ID.test(id);
}

/** Whether something of the page around the element has an id: a fragment without more leads to that. */
function isTaken(id: string): boolean {
  const there = document.getElementById(id);
  return there !== null && there.closest("empact-priorities") === null;
}

/** A state as a fragment. */
function toHash(state: State, usual: UiLang): string {
  const query = toParams(state, usual).toString() || (isTaken(state.open) ? `view=${state.view}` : "");
  if (state.open === "" && query === "") return "";
  return `#${encoded(state.open)}${query === "" ? "" : `?${query}`}`;
}

/** The place that a fragment names; `undefined` if it is somebody else's. */
function fromHash(hash: string): Place | undefined {
  const text = hash.replace(/^#/, "");
  const cut = text.indexOf("?");
  const params = new URLSearchParams(cut < 0 ? "" : text.slice(cut + 1));
  const open = decoded(cut < 0 ? text : text.slice(0, cut));
  if (open === undefined || cut < 0 && isTaken(open)) return undefined;
  const areOurs = [...params.keys()].every((name) => NAMES.has(name));
  const isOurLink = open !== "" && isKnown(open) || areOurs && (open === "" || isView(params.get("view")));
  return isOurLink ? fromParams(open, params) : undefined;
}

/** A state as search parameters of ours: `empact-q=witwassen&empact-open=P7e`. */
function toSearch(state: State, usual: UiLang): string {
  const ours = toParams(state, usual);
  if (state.open !== "") ours.set("open", state.open);
  return [...ours].map((pair) => PREFIX + new URLSearchParams([pair]).toString()).join("&");
}

/** The search parameters of the page, those of others as they are now and behind them our own. */
function besides(ours: string): string {
  const all = [...pairs(location.search).filter((pair) => !isOurs(pair)), ...pairs(ours)];
  return all.length === 0 ? "" : `?${all.join("&")}`;
}

/** The place that search parameters of ours name. */
function fromSearch(search: string): Place {
  const ours = new URLSearchParams(pairs(search).map((pair) => pair.slice(PREFIX.length)).join("&"));
  const open = ours.get("open") ?? "";
  return fromParams(isKnown(open) || isView(ours.get("view")) ? open : "", ours);
}

function pairs(search: string): string[] {
  return search.replace(/^\?/, "").split("&").filter((pair) => pair !== "");
}

/** Half a character has no address. */
function encoded(id: string): string {
  try {
    return encodeURIComponent(id);
  } catch {
    return "";
  }
}

/** An id as {@link toHash} writes it; `undefined` for anything else, such as the routes of an application (`/search`). */
function decoded(text: string): string | undefined {
  try {
    const id = decodeURIComponent(text);
    return encoded(id) === text ? id : undefined;
  } catch {
    return undefined;
  }
}

function isOurs(pair: string): boolean {
  return pair.startsWith(PREFIX);
}

function isView(text: string | null): text is ViewName {
  return VIEWS.some((view) => view === text);
}

/** Which part of the page's address holds the place. */
export type DeepLink = "hash" | "query";

export interface Part {
  /** What of the address is ours now. */
  now(): string;
  write(state: State, usual: UiLang): string;
  read(text: string): Place | undefined;
  /** The address of the page with what is ours in it, and what others have there as it is now. Complete, since a bare part would be resolved against a <base> of the host page, and a path can look like another host (`//…`). */
  address(text: string): string;
  /** What names the place without anything in it, where nothing at all names another one. */
  readonly plain: string;
}

/** The address of the page without parameters and fragment. */
function page(): string {
  return location.href.split(/[?#]/)[0] ?? "";
}

export const PARTS: Readonly<Record<DeepLink, Part>> = {
  hash: {
    now: () => location.hash,
    write: toHash,
    read: fromHash,
    address: (text) => page() + location.search + text,
    plain: "#?view=priorities",
  },
  query: {
    now: () => pairs(location.search).filter(isOurs).join("&"),
    write: toSearch,
    read: fromSearch,
    address: (text) => page() + besides(text) + location.hash,
    plain: `${PREFIX}view=priorities`,
  },
};

/** A place as our part of the address. What the page itself begins with (`start`) needs none. */
export function written(kind: DeepLink, state: State, usual: UiLang, start: State): string {
  if (sameState({ ...state, lang: usual }, { ...start, lang: usual }) && state.lang === usual) return "";
  return PARTS[kind].write(state, usual) || PARTS[kind].plain;
}

/** The address of a place, for a link that somebody may keep for longer than the page keeps its attributes: it says all that it can. */
export function addressOf(kind: DeepLink, state: State, usual: UiLang, start: State): string {
  const part = PARTS[kind];
  const ours = part.write(state, usual) || written(kind, state, usual, start);
  // A fragment alone is short, but a <base> of the page would lead it elsewhere.
  const isBased = new URL("#", document.baseURI).href !== new URL("#", location.href).href;
  const text = ours || (kind === "hash" ? "#" : "");
  return kind === "query" || isBased ? part.address(text) : text;
}
