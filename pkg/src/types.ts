/// <reference lib="esnext.disposable" preserve="true" />
/**
 * The public types of `empact-priorities`.
 *
 * Every object that the engine returns is plain and JSON-safe, except `DocumentIndex` and `DocumentHit`, which read from its memory. Text
 * positions are UTF-16 code units, as in `String.prototype.slice`. An optional property without a value is absent, never `null`.
 */

/** A language as a BCP 47 tag, for instance `"nl"` or `"en"`. */
export type Lang = string;

/** The seven kinds of searchable unit. Together the units hold the whole official text. */
export type UnitKind =
  | "document"
  | "recital"
  | "operative-paragraph"
  | "guiding-principle"
  | "priority"
  | "sub-priority"
  | "horizontal-threat";

/** Everything that has an id and can be looked up with {@link Engine.get}. */
export type EntityKind =
  | UnitKind
  | "cycle"
  | "objective"
  | "instrument"
  | "experience"
  | "task"
  | "actor"
  | "role"
  | "term"
  | "date"
  | "reference"
  | "footnote"
  | "facet"
  | "relation"
  | "outside-fact";

/** A range of UTF-16 code units: `text.slice(start, end)`, `0 <= start <= end <= text.length`. A highlight is never empty. */
export interface Mark {
  start: number;
  end: number;
}

/**
 * Words of the official text, and where they stand:
 * `get(unit).blocks[block].text.slice(start, end) === quote`.
 */
export interface SourceSpan extends Mark {
  /** The unit that holds the words. */
  unit: string;
  /** Index of the block within the unit, from 0. */
  block: number;
  /** The words, verbatim from the official text (typing errors included). */
  quote: string;
}

/**
 * A text together with what it is.
 * - `official`: verbatim from the document; `source` says where.
 * - `unofficial-translation`: our translation of an official text. Never show it as official.
 * - `own-words`: a label or summary of ours that has no counterpart in the document.
 */
export interface Wording {
  text: string;
  lang: Lang;
  status: "official" | "unofficial-translation" | "own-words";
  /** Present when `status` is `official`. */
  source?: SourceSpan;
  /**
   * Id of the outside fact (for instance a Council press release) that gives the name in another language. A long
   * title can begin with that name and continue in our own translation.
   */
  follows?: string;
}

/** A paragraph of the official text, verbatim. */
export interface Block {
  kind: "heading" | "title" | "paragraph" | "footnote";
  text: string;
}

/** A word or name that people type, and what it leads to. Always our own words. */
export interface Alias {
  text: string;
  lang: Lang;
  /** `abbreviation`: "PPS"; `everyday`: how people say it; `former-name`: what it was called; `synonym`: another name; `spelling`: another way to write it. */
  kind: "abbreviation" | "everyday" | "former-name" | "synonym" | "spelling";
}

interface EntityBase<K extends EntityKind> {
  id: string;
  kind: K;
  /**
   * One wording per language, the official one first. Instruments, objectives and experiences are named after their crime area;
   * relations and outside facts have no title. Another dataset can leave those of tasks, facets, cycles and references out: the element then shows ids.
   */
  titles: Wording[];
  /** Short summaries in our own words, one per language; can be empty. */
  gists: Wording[];
  aliases: Alias[];
  /** Ids of the outside facts about it; for a relation from outside, of those that state it. */
  facts: string[];
}

interface UnitBase<K extends UnitKind> extends EntityBase<K> {
  /** Its number in the document: `"7e"`, `"10"`; recitals and paragraphs are counted (`"13"`). Absent for the document. */
  number?: string;
  /** The official text of the unit, paragraph by paragraph. */
  blocks: Block[];
}

/** The Council conclusions themselves. */
export interface DocumentUnit extends UnitBase<"document"> {
  lang: Lang;
  /** Kind of document, as it calls itself. */
  type: SourceSpan;
  subject: SourceSpan;
  institution: SourceSpan;
  /** Number of the Council session at which it was adopted. */
  session: { value: number; source: SourceSpan };
  adopted: DateRef;
  period: DateRef;
}

/** One "whereas" of the document. */
export interface Recital extends UnitBase<"recital"> {
  /** The opening words, for instance `"MEMOREREND"`. */
  verbs: SourceSpan[];
  /** What it recalls or notes, part by part. */
  statements: SourceSpan[];
}

/** One paragraph in which the Council decides, asks or stresses something. */
export interface OperativeParagraph extends UnitBase<"operative-paragraph"> {
  /** `finite`: "VERZOEKT"; `participle`: "HERHALEND". */
  form: "finite" | "participle";
  /** The opening words: "VERZOEKT". */
  verbs: SourceSpan[];
  /** What it decides, asks or stresses, part by part. */
  statements: SourceSpan[];
  /** Ids of the tasks in this paragraph. */
  tasks: string[];
}

/** A guiding principle for the implementation of a priority. */
export interface GuidingPrinciple extends UnitBase<"guiding-principle"> {
  /** Id of the priority that it guides. */
  priority: string;
  /** What it demands, part by part. */
  statements: SourceSpan[];
  /** Ids of the tasks in it. */
  tasks: string[];
}

/** What is to be achieved in a crime area, in the words of the document. */
export interface Objective extends EntityBase<"objective"> {
  /** Id of the crime area. */
  area: string;
  source: SourceSpan;
  /** What is to be done, as written: "te verstoren", "te bestrijden". Empty where the text has no infinitive. */
  verbs: SourceSpan[];
  /** The parts of an objective that the document itself numbers; otherwise empty. */
  parts: SourceSpan[];
  /** The objective in each language, official first. */
  texts: Wording[];
}

/** An operational action plan (OAP) or a common horizontal strategic goal (CHSG). */
export interface Instrument extends EntityBase<"instrument"> {
  type: "OAP" | "CHSG";
  /** Id of the crime area that it implements. */
  implements: string;
  source: SourceSpan;
}

/** Experience of the previous cycle that a crime area builds on. */
export interface Experience extends EntityBase<"experience"> {
  /** Id of the crime area to which the document attributes it. */
  area: string;
  source: SourceSpan;
  /** Id of the cycle in which the experience was gained. */
  cycle: string;
  /** The priorities or OAPs of that cycle, as the document names them. */
  predecessors: { type: "OAP" | "priority"; source: SourceSpan }[];
}

/** A tag on a crime area, with the words that say so. */
export interface FacetTag {
  /** Id of the facet: `kind:tag`, for instance `"offence:money-laundering"`. */
  facet: string;
  sources: SourceSpan[];
}

interface CrimeAreaBase<K extends "priority" | "sub-priority" | "horizontal-threat"> extends UnitBase<K> {
  number: string;
  /** Absent where the document states none (P6 and P7: their sub-priorities have them). */
  objective?: Objective;
  /** The area's own OAP and CHSG. */
  instruments: Instrument[];
  /** What the document declares: "één operationeel actieplan (1 OAP)". A parent's count of OAPs repeats its children's. */
  declared: { type: "OAP" | "CHSG"; count: number; source: SourceSpan }[];
  /** `inheritedFrom` is the parent to which the document attributes it. */
  experience?: Experience & { inheritedFrom?: string };
  /** Crime areas from which this one must be delineated, and with which it must be coordinated. */
  delineations: Relation[];
  facets: FacetTag[];
}

/** A priority, with its sub-priorities inside it. */
export interface Priority extends CrimeAreaBase<"priority"> {
  /** The sub-priorities, in order; empty for most. */
  subPriorities: SubPriority[];
  /** The words that say how many sub-priorities there are. */
  declaredSubPriorities?: { count: number; source: SourceSpan };
  /** Ids of the guiding principles, in order; only P1 has them. */
  guidingPrinciples: string[];
}

/** A part of a priority that has an OAP of its own. */
export interface SubPriority extends CrimeAreaBase<"sub-priority"> {
  /** Id of the priority that bundles it. */
  parent: string;
  /** The last part of its number: `"e"` of 7e. */
  letter: string;
}

/** A threat that cuts across the priorities; it has its own numbering and is implemented by a CHSG alone. */
export interface HorizontalThreat extends CrimeAreaBase<"horizontal-threat"> {
  /** The heading under which it stands in the document. */
  heading: SourceSpan;
}

/** A unit that becomes a card: a priority, a sub-priority or a horizontal threat. */
export type CrimeArea = Priority | SubPriority | HorizontalThreat;
/** A piece of the official text, the smallest that a search finds. `kind` tells which one it is. */
export type Unit = DocumentUnit | Recital | OperativeParagraph | GuidingPrinciple | CrimeArea;

/** A policy cycle. */
export interface Cycle extends EntityBase<"cycle"> {
  /** First and last calendar year. */
  from: number;
  to: number;
  /** `document`: named in the conclusions; `outside`: known from elsewhere, see `facts`. */
  origin: "document" | "outside";
  sources: SourceSpan[];
  /** When the Council agreed on its priorities. */
  agreed?: DateRef;
  /** Id of the cycle before. */
  previous?: string;
  /** Ids of the references that the document cites for it. */
  references: string[];
}

/**
 * How binding the words are.
 * `decision`: the Council settles it; `mandate`: "draagt … op"; `request`: "verzoekt", "vraagt";
 * `must`: "moet", "nodig"; `should`: "zou moeten", "van cruciaal belang"; `will`: "zal"; `may`: "kan".
 */
export type Modality = "decision" | "mandate" | "request" | "must" | "should" | "will" | "may";

/** Something that someone is to do. */
export interface Task extends EntityBase<"task"> {
  /** Id of the unit that says it. */
  unit: string;
  modality: Modality;
  /** The words that carry the modality: "VERZOEKT". */
  modalitySource: SourceSpan;
  /** Id of the actor who decides or asks. */
  askedBy: string;
  /** Who is to do it; empty where the text names nobody (a passive). */
  addressees: { actor: string; source: SourceSpan }[];
  /** What is to be done, verbatim. */
  action: SourceSpan;
  /** By when, in which phase or how often: see its `type`. */
  deadline?: DateRef;
  /** The words that limit it: "Indien er in dit verband een operationele behoefte wordt vastgesteld …". */
  condition?: SourceSpan;
}

/** A body, group or person that the document names. */
export interface Actor extends EntityBase<"actor"> {
  /** `council-body`: Presidency, COSI, working parties; `third-party`: countries and organisations outside the EU. */
  type: "eu-institution" | "eu-body" | "council-body" | "member-states" | "national-authority" | "network" | "third-party" | "other";
  mentions: SourceSpan[];
}

/** A role in EMPACT, for instance driver. Holders are not named in the document. */
export interface Role extends EntityBase<"role"> {
  mentions: SourceSpan[];
}

/** An abbreviation or technical term of the document. */
export interface Term extends EntityBase<"term"> {
  abbreviation?: string;
  /** The expansion in the document; absent where it is never written out. */
  expansion?: SourceSpan;
  /** Other forms and names in the document. */
  forms: SourceSpan[];
}

/** A point or period in time, as vague as the document leaves it. */
export interface DateRef extends EntityBase<"date"> {
  /** `event`: something happened then; `deadline`: something is due then; `period`: from when to when; `frequency`: how often. */
  type: "event" | "deadline" | "period" | "frequency";
  /** How exact the words are: a day, a season of a year, a year, or from one day to another; `none` if they name no time at all ("jaarlijks"). */
  precision: "day" | "season" | "year" | "period" | "none";
  /** ISO 8601: the first and last day that the words can mean (a season being that of meteorology: summer is June to August). Derived by us; absent when `precision` is `none`. */
  earliest?: string;
  latest?: string;
  /** Id of what it is relative to ("na het tussentijds verslag"). */
  relativeTo?: string;
  sources: SourceSpan[];
}

/** Another text that the document cites. */
export interface Reference extends EntityBase<"reference"> {
  /** As cited: "Doc. 11050/11". */
  label: string;
  type: "council-document" | "conclusions" | "communication" | "assessment" | "plan" | "other";
  date?: DateRef;
  sources: SourceSpan[];
}

/** A note below the text. */
export interface Footnote extends EntityBase<"footnote"> {
  number: number;
  /** The characters to which the footnote's number is glued in the text, with the number: "Empact4", "2022+5". */
  marker: SourceSpan;
  source: SourceSpan;
  /** Ids of the references that it cites. */
  references: string[];
}

/** What the tags of crime areas are about: whom or what they are directed at, which offence, by which method, and so on. */
export type FacetKind = "target" | "offence" | "commodity" | "method" | "victim" | "focus" | "geography";

/** A value of a facet, and the crime areas that have it. */
export interface Facet extends EntityBase<"facet"> {
  type: FacetKind;
  /** What stands in its id behind the colon: `"money-laundering"`. */
  tag: string;
  /** The crime areas that have it, with the words that say so; at least one. */
  areas: { area: string; sources: SourceSpan[] }[];
}

/**
 * How two entities are related, read from `from` to `to`.
 * `bundles`: a priority, its sub-priority; `implements`: an instrument, its crime area; `has-objective`: a crime area, its objective;
 * `guides`: a guiding principle, its priority; `builds-on`: a crime area, an earlier cycle; `delineate-and-coordinate`: two crime areas;
 * `complements`: a CHSG, an OAP; `precedes`: a task, a later one; `monitors`, `supports`: an actor, what it oversees or helps;
 * `enabler-of`: a threat, what it makes possible; `addresses`: a task, who is to do it, or an instrument, a facet; `cites`: a unit, a reference;
 * `follows`: a cycle, the one before; `replaces`: a term, an older one; `amends`: what changes a text, that text.
 */
export type RelationType =
  | "bundles"
  | "implements"
  | "has-objective"
  | "guides"
  | "builds-on"
  | "delineate-and-coordinate"
  | "complements"
  | "precedes"
  | "monitors"
  | "enabler-of"
  | "supports"
  | "addresses"
  | "cites"
  | "follows"
  | "replaces"
  | "amends";

/** A directed relation between two entities. */
export interface Relation extends EntityBase<"relation"> {
  type: RelationType;
  /** Ids of the two entities. */
  from: string;
  to: string;
  /** `document`: stated in so many words; `derived`: follows from the structure; `outside`: known from elsewhere. */
  origin: "document" | "derived" | "outside";
  sources: SourceSpan[];
}

/** A fact from outside the document. Never show it without its source and confidence. */
export interface OutsideFact extends EntityBase<"outside-fact"> {
  /** What kind of thing it says: a name in another language, what a term stands for, what became of the document, and so on. */
  topic: "title" | "term" | "alias" | "document" | "amendment" | "cycle" | "result" | "role-holder";
  /** Ids of the entities that it is about. */
  about: string[];
  /** The fact in our own words, one wording per language. */
  statements: Wording[];
  /** For a cycle: what was a priority then. */
  items: string[];
  /** URLs of the pages that state it. */
  sources: string[];
  /** `high`: an official page or a copy of it says so, or two independent pages do; `medium`: another page says so, or only a part of it. */
  confidence: "high" | "medium";
  /** A caveat in our own words, one wording per language; empty if there is none. */
  notes: Wording[];
}

/** Anything that has an id. `kind` tells which one it is. */
export type Entity =
  | Unit
  | Cycle
  | Objective
  | Instrument
  | Experience
  | Task
  | Actor
  | Role
  | Term
  | DateRef
  | Reference
  | Footnote
  | Facet
  | Relation
  | OutsideFact;

/** What the dataset is about, at a glance. */
export interface Framework {
  /** Id and version of the dataset. */
  dataset: { id: string; version: string; formatVersion: number };
  document: DocumentUnit;
  /** In chronological order, including those from outside the document. */
  cycles: Cycle[];
  /** Language of the official text first, then the languages of our translations. */
  languages: Lang[];
  /** How many there are of each kind of entity. */
  counts: Record<EntityKind, number> & { units: number; oaps: number; chsgs: number };
  /** The facet kinds that can be filtered and counted, in display order. */
  facets: SearchFacet[];
}

/** Facets of a search: the structural ones (`kind`, `instrument`, `actor`) and those of the dataset. */
export type SearchFacet = "kind" | "instrument" | "actor" | FacetKind;

/** How units are searched. */
export interface SearchOptions {
  /**
   * Language of titles and excerpts where there is a choice; "nl-BE" means "nl" if the dataset has nothing closer. All languages are
   * searched in any case. Default: that of the official text.
   */
  lang?: Lang | undefined;
  /** Only units of these kinds. Default: all. */
  kinds?: readonly UnitKind[] | undefined;
  /** Only units that have one of the values in each facet named: `{ offence: ["fraud"], instrument: ["CHSG"] }`. At most 1000 values; an empty list leaves all. */
  filters?: { readonly [F in SearchFacet]?: readonly string[] | undefined } | undefined;
  /** At most this many hits, 0 to 1000. Default 20. */
  limit?: number | undefined;
  /** Skip this many hits. Default 0. */
  offset?: number | undefined;
  /** Order of the hits: the best first (default), or as in the document. Which hits there are does not depend on it, nor do their scores. */
  sort?: "relevance" | "document" | undefined;
  /** Which facets to count, each once. Default: none. */
  facets?: readonly SearchFacet[] | undefined;
  /** Whether the last word is still being typed, so that words that start with it match too. Default true. */
  prefix?: boolean | undefined;
  /**
   * Whether words that no unit holds are treated as mistyped; if `false`, a correction is only proposed. Default: true, unless the portal's own
   * documents hold all those words: then nothing is proposed either. The documents are checked for this even if `documents` is `false`.
   */
  typos?: boolean | undefined;
  /** How to search the portal's own documents, if the engine has any; `false`: not at all. Default: the first 10, with `prefix` as above. */
  documents?: DocumentSearchOptions | false | undefined;
}

/** Which text of a unit matched: its number, title or objective, an alias, its official text, or our summary (`gist`). */
export type SearchField = "number" | "title" | "alias" | "objective" | "text" | "gist";

/** A passage of a unit that shows why it was found. */
export interface Excerpt extends Wording {
  field: SearchField;
  /** What to emphasise, in order, not overlapping. */
  highlights: Mark[];
  /** Whether the text continues before or after. */
  truncatedStart: boolean;
  truncatedEnd: boolean;
}

/** A unit that answers a query. */
export interface Hit {
  id: string;
  kind: UnitKind;
  /** Higher is better; 0 for every unit if the query is empty or holds only filters and exclusions. Comparable within one answer only. */
  score: number;
  title: Wording;
  /** What to emphasise in `title.text`, in order, not overlapping. */
  highlights: Mark[];
  /**
   * The best passage that adds to `title` (it can be the title in another language); absent if there is none, as for an
   * empty query.
   */
  excerpt?: Excerpt;
  /** The fields that matched, best first, each with its language; `number` alone where no word was searched, as for an empty query. */
  matched: { field: SearchField; lang: Lang }[];
}

/** A value of a facet, and how many have it. */
export interface FacetCount {
  /** For units: a facet tag, a unit kind, `OAP`/`CHSG` or the id of an actor. For documents: a value as text. */
  value: string;
  /** Matching units or documents with this value, counted as if nothing were chosen in this facet. */
  count: number;
}

/** The values of one facet among the units that match. */
export interface FacetCounts {
  facet: SearchFacet;
  /** Most frequent first, then in the order of the dataset. Values with 0 are listed only if chosen. */
  values: FacetCount[];
}

/**
 * Something worth knowing about how a query was read. Reading a query never fails. `start` and `end` delimit the part of the query that
 * it is about; both are 0 if it is about an option.
 */
export interface Notice extends Mark {
  code:
    /** The query is too long: this part was not read. The first 1,000 characters are, and 32 words of them. */
    | "query-truncated"
    /** The query has characters but no word. */
    | "no-searchable-words"
    /** A filter, an option or a word of the query (`kind:report`), has no value, or one that nothing has. */
    | "unknown-filter"
    /** Nothing has all the words: this one is not in the best match. */
    | "words-ignored"
    /** Nothing in the index matches this word. Words named by `words-ignored` are not repeated. */
    | "words-unknown"
    /** Nothing holds this word. What was found holds a part of it, or a word with such a part: a guess. */
    | "words-in-part"
    /** Nothing holds this word, and another was searched in its place: see {@link Corrected}. */
    | "words-corrected";
  /** In English, for developers. */
  message: string;
}

/** "Did you mean": a query in which words that nothing holds are replaced. */
export interface Corrected {
  /**
   * The text of the query, with the replacements in lower case, spelled as in the texts. A word that stands only in texts of documents that are not
   * stored lacks its diacritics, hyphens and apostrophes.
   */
  query: string;
  /** The replacements in `query`, in order, not overlapping; at least one. */
  ranges: Mark[];
  /**
   * Whether the replacements were searched instead of the typed words: with their forms and compounds, which count little, and with other words that
   * may have been meant. Searching for `query` does without the latter. If `false`, it is a proposal: typos are not tolerated, or a word is in quotation marks, which is searched as it is written.
   */
  applied: boolean;
}

/** A number and where it comes from. */
export interface Explanation {
  /** The value of the root is exactly the score of the hit. */
  value: number;
  /** What the number is, in English; numbers in it are rounded to three decimals. */
  words: string;
  /** What the number is made of; `words` says how. */
  parts: Explanation[];
}

/** How a text that is being typed could continue. */
export interface Suggestions<Title> {
  /**
   * The text with its last word completed. Words of the language asked for come first, then those that stand right behind the word before (and no others, if any does), then the most
   * frequent. Each finds something; only one form of a word is suggested.
   */
  queries: SuggestedQuery[];
  /** Titles that contain the words typed so far, best first. */
  titles: Title[];
}

/** A text that the typed one could become. */
export interface SuggestedQuery {
  /** The added letters are in lower case, spelled like the replacements of {@link Corrected.query}. */
  text: string;
  /** The part that was typed, to show in a different weight from the rest. Empty if the first letters are mistyped. */
  typed: Mark;
  /** How many units or documents have the completed word and those before it, from 1; 1000 means 1000 or more. */
  count: number;
  /** The language of the completed word. Absent where texts in several languages hold it, or in one that the analysis does not know. */
  lang?: Lang;
}

/** How a text could go on in the units; beside them, in the portal's own documents. */
export interface EngineSuggestions extends Suggestions<SuggestedUnit> {
  /** Absent if the engine has no documents. A completion that both have is in both. */
  documents?: Suggestions<SuggestedDocument>;
}

/** A unit whose title holds what is being typed. */
export interface SuggestedUnit {
  id: string;
  kind: UnitKind;
  title: Wording;
  /** What to emphasise in `title.text`, in order, not overlapping. */
  highlights: Mark[];
}

/** What is suggested. */
export interface SuggestOptions {
  /** Language of the titles, and of the completions that come first; see {@link SearchOptions.lang}. */
  lang?: Lang | undefined;
  /** At most this many queries and this many titles, 0 to 20. Default: 5. */
  limit?: number | undefined;
}

/** The units that answer a query, and how it was read. */
export interface SearchAnswer {
  hits: Hit[];
  /** All matching units, not only those in `hits`. */
  total: number;
  /**
   * The portal's own documents that match, with their `total`; absent if the engine has none. They are a separate list because the scores of two
   * indexes cannot be compared.
   */
  documents?: DocumentAnswer;
  facets: FacetCounts[];
  notices: Notice[];
  /** Present only if nothing holds a word of the query and something holds a similar one. */
  corrected?: Corrected;
}

/** Conditions on tasks; all that are given must be met. */
export interface TaskFilter {
  /** Id of an addressee: `"A-cosi"`. */
  actor?: string | undefined;
  /** Id of the unit that says it. */
  unit?: string | undefined;
  modality?: Modality | undefined;
  /** ISO 8601 date: only tasks with a deadline whose last possible day is before it. */
  before?: string | undefined;
}

/**
 * The kind of a problem with a dataset. `syntax`: not JSON; `too-large`: over 32 MB or a million values; `format`: another format or version;
 * `missing`: a required property is absent; `unknown-property`: the format has no such property; `type`: the wrong JSON type; `value`: outside its
 * range or list; `quote`: not in the official text; `reference`: an id that leads nowhere or to the wrong kind; `duplicate`: used twice; `invariant`:
 * facts that contradict each other; `more`: how many problems are not listed.
 */
export type ProblemCode =
  | "syntax"
  | "too-large"
  | "format"
  | "missing"
  | "unknown-property"
  | "type"
  | "value"
  | "quote"
  | "reference"
  | "duplicate"
  | "invariant"
  | "more";

/** One thing that is wrong with a dataset. */
export interface Problem {
  /** JSON path: `priorities[7].number`; empty for the file as a whole. */
  path: string;
  code: ProblemCode;
  expected: string;
  /** What is there instead; at most 120 characters of it. */
  found: string;
  /** What to do about it. */
  fix: string;
}

/**
 * The priority model and the search over it. All methods except `attach` are synchronous; only `attach` and `free` change anything. Every method
 * throws {@link EngineError} `invalid-argument` for an argument of the wrong type, `freed` after `free()` and `crashed` after a failure of the engine.
 * After `free()`, only `version`, `backend` and `documents` (then `undefined`) can still be read.
 */
export interface Engine {
  /** What the dataset consists of. Frozen: it is the same object each time; other answers are made anew and belong to the caller. */
  readonly framework: Framework;
  /** Version of the package. */
  readonly version: string;
  /** Whether the engine runs as WebAssembly or as JavaScript. */
  readonly backend: "wasm" | "js";
  /** All searchable units in document order. */
  units(): Unit[];
  /** The priorities, each with its sub-priorities inside it. */
  priorities(): Priority[];
  /** The threats that cut across the priorities. */
  horizontalThreats(): HorizontalThreat[];
  /**
   * All entities of a kind, in the order of the dataset.
   * @throws {EngineError} `invalid-argument` for a kind that does not exist.
   */
  entities<K extends EntityKind>(kind: K): Extract<Entity, { kind: K }>[];
  /**
   * The portal's own documents: those of the dataset or of the attached snapshot. `undefined` if there are none. The
   * facet `priorities` holds the ids of the crime areas that a document belongs to, `language` its language. Freed with the engine.
   */
  readonly documents: DocumentIndex | undefined;
  /**
   * Opens a snapshot of the portal's own documents, which `search` then covers too. It replaces a snapshot attached before;
   * of several concurrent calls the last one counts, and the others reject with an `AbortError`. A call whose `signal` aborts rejects with its reason.
   * @throws {EngineError} `snapshot-load` if it cannot be fetched, is over 1 GB or is a page, `snapshot` if the bytes are something else, damaged or of another
   * release, `invalid-argument` if the dataset carries documents itself, or `freed`.
   */
  attach(snapshot: Uint8Array | ArrayBuffer | URL, options?: { signal?: AbortSignal | undefined }): Promise<DocumentIndex>;
  /** Any entity by its id; `undefined` if there is none. A portal's documents are not entities. */
  get(id: string): Entity | undefined;
  /** All relations that start or end at the entity. */
  relations(id: string): Relation[];
  /**
   * Tasks that meet every given condition, in document order; an actor or unit that does not exist has none.
   * @throws {EngineError} `invalid-argument` for a modality that does not exist or a `before` that is not a date.
   */
  tasks(filter?: TaskFilter): Task[];
  /**
   * Searches all units. Besides words: `"next to each other"`, `-without`, `begin*`, `title:word` (also `number`, `alias`, `objective`, `text`,
   * `gist`) and `kind:priority` (or another {@link SearchFacet}). An empty text, or one of filters and exclusions alone, lists the units that pass
   * them, in document order. What only the portal's documents can have (`section:news`) no unit has, and the other way round.
   *
   * The first text that is not empty takes longer than the next ones, here or in another method: the dataset is indexed for it.
   * @throws {EngineError} `invalid-argument` for an option outside its range: a language that the dataset does not have, a kind or
   * facet that does not exist, a limit over 1000. A filter value that no unit has gives a notice.
   */
  search(text: string, options?: SearchOptions): SearchAnswer;
  /**
   * Why a unit has its score in a search for the same text: a tree in words, with the score at its root; 0 for what a text of filters
   * and exclusions alone lists. `undefined` if the search does not find it, or there is no such unit.
   */
  explain(text: string, id: string, options?: Pick<SearchOptions, "prefix" | "typos">): Explanation | undefined;
  /**
   * Suggestions for a text whose last word is being typed: from the units and, beside them, from the portal's own documents.
   * @throws {EngineError} `invalid-argument` for a language that the dataset does not have or a limit over 20.
   */
  suggest(text: string, options?: SuggestOptions): EngineSuggestions;
  /**
   * What the query matches in a text that the caller shows, for instance an objective: what a search for it marks too. The last word of the query may
   * be unfinished; a mistyped word counts as its correction. Marking many texts with one query costs little more than marking one. `lang`: the language
   * of `text`. Default: that of the official text.
   * @throws {EngineError} `invalid-argument` for a language that the dataset does not have.
   */
  highlight(query: string, text: string, lang?: Lang): Mark[];
  /** Releases the memory. Every later call throws {@link EngineError} `freed`; a second `free()` does nothing. */
  free(): void;
  [Symbol.dispose](): void;
}

/** What an engine runs as, and where its code comes from. */
export interface EngineSource {
  /**
   * - `auto`: WebAssembly or, where the browser or the page's policy forbids it, the same engine as JavaScript. That gives the same answers, but is
   *   about half as large again to fetch and slower: queries take twice as long, loading and building an index six to seven times. A file that
   *   cannot be loaded or is damaged is still an error.
   * - `wasm`, `js`: that one only. If the page's policy forbids WebAssembly, choose `js`: trying WebAssembly is reported as a violation.
   *
   * Default: `auto`.
   */
  engine?: "auto" | "wasm" | "js" | undefined;
  /**
   * The WebAssembly: a URL, a Response (which only one engine can use up), bytes or a compiled module. Default: the file beside the package. Ignored
   * for `js`. In Node it is that of the main entry, `empact_priorities.wasm`, for `empact-priorities/search` too.
   */
  wasm?: string | URL | Response | Promise<Response> | Uint8Array | ArrayBuffer | WebAssembly.Module | undefined;
  /**
   * Expected hash of the WebAssembly at a URL, as in HTML (`sha384-…`): see `SRI.json` in the package. It has no effect where no WebAssembly is fetched: when the
   * engine runs as JavaScript, and in the entries that have it inside, unless `wasm` is a URL. With WebAssembly that is handed over
   * itself (a Response, bytes, a module) it is an error. Default: any file of this release.
   */
  integrity?: string | undefined;
}

/** What an engine is loaded with. */
export interface LoadOptions extends EngineSource {
  /** Another dataset: an object, JSON text, UTF-8 bytes or a URL. Default: the embedded one. */
  dataset?: object | string | Uint8Array | ArrayBuffer | URL | undefined;
  /** A snapshot of the portal's own documents, as bytes or a URL; see {@link Engine.attach}. Default: none. */
  snapshot?: Uint8Array | ArrayBuffer | URL | undefined;
  /** Stops fetching the dataset and the snapshot: `loadEngine` then rejects with its reason. Default: none. */
  signal?: AbortSignal | undefined;
}

/**
 * One of a portal's own documents: a page, a guide, a decision. Properties named in `fields` are searched; those in `facets` can be counted and
 * filtered by.
 */
export interface PortalDocument {
  /** Identifies it in answers; a number becomes a string. */
  id: string | number;
  title?: string;
  url?: string;
  /** Texts of fields and values of facets. */
  [name: string]: unknown;
}

/** What an object of any interface or class must have to be indexed; absent properties may also be `null`. */
export interface IndexedDocument {
  id: string | number;
  title?: string | null | undefined;
  url?: string | null | undefined;
  language?: string | null | undefined;
}

/** How documents are indexed: at most 16,777,216 of them, with texts of at most 67,108,864 characters. */
export interface DocumentIndexOptions extends EngineSource {
  /**
   * Language of the texts as a BCP 47 tag: `nl`, `en`, `de` and `fr` are analysed, others are searched as they are written. Default: `nl`. Can be several, if the
   * property `language` of each document says which of them it is in; a document that names none of them is taken to be in the first.
   * At most 64 languages times fields.
   */
  language?: Lang | readonly Lang[] | undefined;
  /** Properties that are searched, with their weights (above 0, up to 100); at most 64, each counted once for each language. Default: `{ title: 3, summary: 2, body: 1 }`. */
  fields?: Readonly<Record<string, number>> | undefined;
  /** Fields whose texts are kept in the snapshot so that they can be shown; see {@link DocumentHit.stored}. Default: none. */
  stored?: readonly string[] | undefined;
  /** Properties whose values can be counted and filtered by: texts, numbers, booleans or arrays of them; at most 32. Default: none. */
  facets?: readonly string[] | undefined;
  /** Called for each document that cannot be indexed, which is then left out. Without it, the first such document makes the build fail. */
  onProblem?: ((problem: Error) => void) | undefined;
  /** Called after each batch (half a megabyte of texts) with the number of documents added so far. Between batches other work of the page is done. */
  onProgress?: ((added: number) => void) | undefined;
}

/** How a query for documents is read. */
export interface DocumentReadOptions {
  /** Whether one of the words is enough. Default: `any`. */
  match?: "any" | "all" | undefined;
  /** Whether the last word is still being typed, so that words that start with it match too. Default: true. */
  prefix?: boolean | undefined;
  /** Whether words that nothing matches are treated as mistyped. Default: true. */
  typos?: boolean | undefined;
}

/** How documents are searched. */
export interface DocumentSearchOptions extends DocumentReadOptions {
  /** At most this many hits, 0 to 1000. Default: 10. */
  limit?: number | undefined;
  /** Skip this many hits. Default: 0. */
  offset?: number | undefined;
  /** Facets to count, each once. Naming any makes `total` exact. */
  facets?: readonly string[] | undefined;
  /** Exact values by facet: one of them must match, in every facet named. A `facet:value` in the text, where the case of A to Z does not matter, narrows the results further. At most 1000 values; an empty list leaves all. */
  filters?: Readonly<Record<string, readonly string[] | undefined>> | undefined;
  /** Whether to count all matches, which takes time if there are many. Default: false. */
  total?: boolean | undefined;
  /**
   * Sort by the values of a facet instead of by score. Dates as `YYYY-MM-DD` and whole numbers are in their natural order, texts in
   * code point order (ignoring the case of ASCII letters); decimals and negative numbers are not sorted numerically. Documents
   * without a value come last, those with the same value in document order. Takes time if there are many matches.
   */
  sort?: { facet: string; order?: "ascending" | "descending" | undefined } | undefined;
}

/** A document that matches. */
export interface DocumentHit {
  readonly id: string;
  /** Above 0, or 0 for every document if the query is empty or holds only filters and exclusions; comparable within one answer only. */
  readonly score: number;
  /** Empty if it has none. */
  readonly title: string;
  /** Empty if it has none. */
  readonly url: string;
  /** What to emphasise in `title`, in order, not overlapping. */
  readonly highlights: Mark[];
  /** The passage of its stored texts that has the most words of the query, closest together; `undefined` if it has no stored text. */
  readonly excerpt: DocumentExcerpt | undefined;
  /**
   * Its text in a field; empty if it has none, or if the field is not stored ({@link DocumentIndexOptions.stored}).
   * @throws {EngineError} `invalid-argument` for a field that the index does not have, `freed` or `crashed`.
   */
  stored(field: string): string;
  /**
   * Its values of a facet.
   * @throws {EngineError} `invalid-argument` for a facet that the index does not have, `freed` or `crashed`.
   */
  values(facet: string): string[];
  /** What `JSON.stringify` takes: the properties above, read now. */
  toJSON(): DocumentHitData;
}

/** A hit as plain data. */
export type DocumentHitData = Pick<DocumentHit, "id" | "score" | "title" | "url" | "highlights" | "excerpt">;

/** A document whose title matches what is being typed. */
export interface SuggestedDocument {
  id: string;
  title: string;
  /** Empty if it has none. */
  url: string;
  /** What to emphasise in `title`, in order, not overlapping. */
  highlights: Mark[];
}

/** A passage of a stored text of a document: see {@link DocumentIndexOptions.stored}. */
export interface DocumentExcerpt {
  /** Which field it is from. */
  field: string;
  /** At most 240 characters, cut at words. */
  text: string;
  /** What to emphasise in `text`, in order, not overlapping. */
  highlights: Mark[];
  /** Whether the text continues before or after. */
  truncatedStart: boolean;
  truncatedEnd: boolean;
}

/** The documents that answer a query. */
export interface DocumentAnswer {
  /** Best first. Their texts are read on access, so not after `free()`, nor after `Engine.attach` has replaced these documents. */
  hits: DocumentHit[];
  /** How many documents match, if requested. */
  total?: number;
  /** How many matching documents have each value, for each requested facet, in the requested order. */
  facets: DocumentFacetCounts[];
  /** How the query was read; `unknown-filter` is never about an option. */
  notices: Notice[];
  /** Present only if nothing holds a word of the query and something holds a similar one. */
  corrected?: Corrected;
}

/** How many matching documents have each value of a facet, counted as if nothing were chosen in this facet. */
export interface DocumentFacetCounts {
  facet: string;
  /** Most frequent first, then in the order in which they first occur in the documents; none with 0. */
  values: FacetCount[];
}

/** A searchable index of a portal's own documents. */
export interface DocumentIndex {
  /** How many documents there are. */
  readonly size: number;
  /** The names of the fields that are searched. */
  readonly fields: readonly string[];
  /** The names of the facets that can be counted and filtered by. */
  readonly facets: readonly string[];
  /**
   * Bytes of the WebAssembly memory that holds it; 0 after `free()`. Snapshots of up to 32 MB share one memory, and each of them reports
   * its whole size. That memory never shrinks; what `free()` releases is used for the next snapshot. A larger snapshot has memory of its own.
   */
  readonly memory: number;
  /**
   * Searches. Besides words, a query can contain `"next to each other"`, `-without`, `field:word`, `facet:value` and `begin*`. Any text is a valid query:
   * reading it never throws.
   *
   * An empty text, or one with only filters and exclusions (`kind:report`), lists the documents that pass the filters, in document order.
   *
   * @throws {EngineError} `invalid-argument`, `freed` or `crashed`.
   */
  search(text: string, options?: DocumentSearchOptions): DocumentAnswer;
  /**
   * Suggestions for a text whose last word is being typed. Words before it, phrases and filters count: a completion that finds nothing together with
   * them is not suggested; where any stands right behind the word before, only such are, and inside an open quotation mark no others ever. Nothing is completed after a minus or a field name. Titles come from a field called `title`.
   *
   * @throws {EngineError} `invalid-argument`, `freed` or `crashed`.
   */
  suggest(text: string, options?: Pick<SuggestOptions, "limit">): Suggestions<SuggestedDocument>;
  /**
   * Why a document has its score in a search for the same text with the same options and filters: a tree in words, with the
   * score at its root. `undefined` if there is no such document, or the query excludes it or has none of its words.
   *
   * @throws {EngineError} `invalid-argument`, `freed` or `crashed`.
   */
  explain(text: string, id: string | number, options?: DocumentReadOptions & Pick<DocumentSearchOptions, "filters">): Explanation | undefined;
  /** The snapshot, for `DocumentIndex.load`. */
  save(): Uint8Array;
  /** Releases the memory. Every later call throws {@link EngineError} `freed`; a second `free()` does nothing. */
  free(): void;
  [Symbol.dispose](): void;
}

/** Where a {@link DocumentIndex} comes from. */
export interface DocumentIndexes {
  /**
   * Indexes documents.
   *
   * @throws {EngineError} `wasm-unavailable`, `wasm-load` or `invalid-argument`, which names the document and the property.
   */
  build<D extends IndexedDocument>(documents: Iterable<D> | AsyncIterable<D>, options?: DocumentIndexOptions): Promise<DocumentIndex>;
  /**
   * Opens a snapshot.
   *
   * @throws {EngineError} `wasm-unavailable`, `wasm-load`, `invalid-argument`, or `snapshot` if the bytes are something else, damaged or of another release.
   */
  load(snapshot: Uint8Array | ArrayBuffer, options?: EngineSource): Promise<DocumentIndex>;
}

/** What kind of thing went wrong: see `EngineError`. */
export type EngineErrorCode =
  | "wasm-unavailable"
  | "wasm-load"
  | "dataset-load"
  | "snapshot-load"
  | "snapshot"
  | "invalid-argument"
  | "freed"
  | "crashed";
