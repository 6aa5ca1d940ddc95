/** What does the reader look at? Everything that a link to this very place has to say. */

import type { EntityKind, SearchFacet } from "../types.js";

/** The languages of the interface: the official ones of the EU. */
const LANGUAGES = [
  "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
] as const;

export type UiLang = (typeof LANGUAGES)[number];
export type ViewName = "priorities" | "tasks" | "text" | "background";
/** The facets of a search, and two that only tasks have. */
export type FilterName = SearchFacet | "modality" | "deadline";
export type Filters = { [facet in FilterName]?: readonly string[] | undefined };

export interface State {
  readonly lang: UiLang;
  readonly query: string;
  readonly filters: Filters;
  readonly view: ViewName;
  /** Id of the unit or task that is opened and in the address; empty for none. */
  readonly open: string;
}

export const VIEWS: readonly ViewName[] = ["priorities", "tasks", "text", "background"];

/** The facets of which the tasks themselves say what they are. */
export const TASK_FACETS: readonly FilterName[] = ["actor", "modality", "deadline"];

export const FILTERS: readonly FilterName[] = [
  "instrument", "offence", "commodity", "method", "target", "victim", "focus", "geography", "kind", "actor",
  "modality", "deadline",
];

/** The language that a tag names, without what it says of the country or the script: "nl" of "nl-BE" and of "nl_BE". */
export function primary(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? "";
}

/** The language of the interface that a language tag asks for; `undefined` if there is none. */
export function languageOf(tag: string): UiLang | undefined {
  const wanted = primary(tag);
  return LANGUAGES.find((lang) => lang === wanted);
}

/** The values chosen, facet by facet, in one list. */
export function chosen(filters: Filters): { facet: FilterName; value: string }[] {
  return FILTERS.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
}

export function isChosen(filters: Filters, facet: FilterName, value: string): boolean {
  return filters[facet]?.includes(value) ?? false;
}

/** The filters with one value more or one value less. */
export function toggled(filters: Filters, facet: FilterName, value: string): Filters {
  const before = filters[facet] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const result: Filters = { ...filters, [facet]: after };
  if (after.length === 0) delete result[facet];
  return result;
}

const BACKGROUND: ReadonlySet<EntityKind> = new Set<EntityKind>(["cycle", "term", "role", "reference"]);

const TEXT: ReadonlySet<EntityKind> = new Set<EntityKind>(["document", "recital", "operative-paragraph", "guiding-principle"]);

/** Whether it is what becomes a card among the priorities. */
export function isAreaKind(kind: EntityKind): kind is "priority" | "sub-priority" | "horizontal-threat" {
  return kind === "priority" || kind === "sub-priority" || kind === "horizontal-threat";
}

/** In which view a thing of some kind has a card or an entry; `undefined` for what is only a part of others, such as a footnote. */
export function homeOfKind(kind: EntityKind): ViewName | undefined {
  if (isAreaKind(kind)) return "priorities";
  if (kind === "task") return "tasks";
  if (TEXT.has(kind)) return "text";
  return BACKGROUND.has(kind) ? "background" : undefined;
}

/** The same by the ids of the embedded dataset: what a link need not say, whatever dataset it is opened with. */
export function homeOf(id: string): ViewName {
  if (/^(?:P\d+[a-z]?|HT\d+)$/.test(id)) return "priorities";
  if (/^TK/.test(id)) return "tasks";
  if (/^(?:CY-|T-|ROLE-|REF-)/.test(id)) return "background";
  return "text";
}

/** The filters that mean something in a view; the others would narrow nothing and are dropped. */
export function fitting(filters: Filters, view: ViewName): Filters {
  const result: Filters = {};
  for (const facet of FILTERS) {
    const values = filters[facet];
    if (values && values.length > 0 && fits(facet, view)) result[facet] = values;
  }
  return result;
}

function fits(facet: FilterName, view: ViewName): boolean {
  if (view === "background") return false;
  const ofTasks = facet === "modality" || facet === "deadline";
  return view === "tasks" ? ofTasks || facet === "actor" : !ofTasks;
}

/** Whether anything is searched for or chosen; else everything is listed. */
export function isSearching({ query, filters }: Pick<State, "query" | "filters">): boolean {
  return query !== "" || chosen(filters).length > 0;
}

/** What a search asks for, in one text: other text, another answer. */
export function asked({ query, filters }: Pick<State, "query" | "filters">): string {
  return JSON.stringify([query, chosen(filters)]);
}

export function sameState(a: State, b: State): boolean {
  return a.lang === b.lang && a.view === b.view && a.open === b.open && asked(a) === asked(b);
}
