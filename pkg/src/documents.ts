import type { Glue, WasmDocuments } from "./binding.js";
import { booleanOf, bytesOf, DEFAULT_SUGGESTIONS, integerOf, invalid, linesOf, MAX_SUGGESTIONS, optionalFunctionOf, optionsOf, recordOf, stringOf, stringsOf, translate } from "./check.js";
import { dispose } from "./dispose.js";
import { EngineError } from "./errors.js";
import type { Instance } from "./instance.js";
import { openerOf } from "./load.js";
import type { Loader, OpenDocuments } from "./load.js";
import type {
  Corrected,
  DocumentAnswer,
  DocumentExcerpt,
  DocumentHit,
  DocumentHitData,
  DocumentIndex,
  DocumentIndexes,
  DocumentIndexOptions,
  DocumentReadOptions,
  DocumentSearchOptions,
  EngineSource,
  Explanation,
  Mark,
  Notice,
  PortalDocument,
  SuggestOptions,
  SuggestedDocument,
  Suggestions,
} from "./types.js";

/** As many as are asked for, one after the other. Not `Array.from`, of which some pages have their own. */
function times<Item>(n: number, make: () => Item): Item[] {
  const items: Item[] = [];
  while (items.length < n) items.push(make());
  return items;
}

const DEFAULT_FIELDS = { title: 3, summary: 2, body: 1 };
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 1000;
const MAX_OFFSET = 2 ** 32 - 1 - MAX_LIMIT;
const MAX_FIELDS = 64;
const MAX_FACETS = 32;
const MAX_WEIGHT = 100;
/** Bytes of text that are handed over at a time. */
const BATCH = 1 << 20;
/** As many as an index holds: `MAX_DOCUMENTS` in the crate. */
const MAX_DOCUMENTS = 2 ** 24;
/** A longer text is refused: it cannot be meant as a document. */
const MAX_TEXT = 1 << 26;
/** What the binding calls the options; see `WasmDocuments::search` in the crate. */
const Flag = { prefix: 1, typos: 2, all: 4, total: 8, descending: 16 } as const;

/** By the numbers of the binding. */
const NOTICES: Pick<Notice, "code" | "message">[] = [
  { code: "query-truncated", message: "The query is too long; this part was not searched." },
  { code: "no-searchable-words", message: "The query holds no word that can be searched." },
  { code: "unknown-filter", message: "No value follows the colon, or one that nothing has." },
  { code: "words-ignored", message: "No document holds every word; the best ones are without this one." },
  { code: "words-unknown", message: "Nothing in the index answers this word." },
  { code: "words-in-part", message: "Nothing holds this word; what was found has a part of it." },
];

/**
 * Bytes of the largest snapshot that shares an instance of the WebAssembly with others. Opening it takes little longer than copying it;
 * the memory of a larger one is worth returning to the system, which is only possible for a whole instance.
 */
const MAX_SHARED = 1 << 25;

/** A property of a document; what every object has ("constructor") is none. */
const propertyOf = (document: object, name: string): unknown => (name in Object.prototype && !Object.hasOwn(document, name) ? undefined : (document as Record<string, unknown>)[name]);

const encoder = new TextEncoder();

/** Texts up to this length are copied letter by letter: that costs less than a call to the encoder. */
const SHORT = 48;

/** Texts on their way into the WebAssembly, as length and UTF-8. */
class Batch {
  #bytes = new Uint8Array(BATCH);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  push(text: string): void {
    // A UTF-16 code unit is three bytes of UTF-8 at the most.
    const room = this.length + 4 + text.length * 3;
    if (room > this.#bytes.length) this.#grow(room);
    const start = this.length + 4;
    let written = text.length <= SHORT ? this.#copy(text, start) : 0;
    if (written < text.length) written = encoder.encodeInto(text, this.#bytes.subarray(start)).written;
    this.#view.setUint32(this.length, written, true);
    this.length = start + written;
  }

  /** Copies ASCII up to the first letter that is none, and gives how many there are. */
  #copy(text: string, start: number): number {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > 127) return at;
      this.#bytes[start + at] = unit;
    }
    return text.length;
  }

  #grow(room: number): void {
    const grown = new Uint8Array(Math.max(room, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  /** What was pushed since the last time; valid until the next text. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

function textOf(index: number, property: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") throw invalid(`documents[${index}].${property}`, "a string", value);
  if (value.length > MAX_TEXT) throw invalid(`documents[${index}].${property}`, `a string of at most ${MAX_TEXT} characters`, `one of ${value.length}`);
  return value;
}

/** A text for a list that is returned with NULs between its texts. */
const shownOf = (text: string): string => (text.includes("\0") ? text.replaceAll("\0", " ") : text);

/** What the tags of a language have in common, be they of two letters or of three: "de" of "de", "de_AT" and "deu", "sv" of "swe". */
const primary = (tag: string): string => new Intl.Locale(/^[a-z]{2,3}(?![a-z\d])/i.exec(tag)?.[0] ?? "und").language;

const lineOf = (text: string): string => (/[\r\n]/u.test(text) ? text.replaceAll(/[\r\n]/gu, " ") : text);

/** Values of a facet, one per line. */
function valuesOf(index: number, property: string, value: unknown): string {
  if (typeof value === "string") return lineOf(value);
  if (value === undefined || value === null) return "";
  const place = `documents[${index}].${property}`;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((entry, at) => {
      if (!isScalar(entry)) throw invalid(Array.isArray(value) ? `${place}[${at}]` : place, "a string, a number, true or false", entry);
      return lineOf(String(entry));
    })
    .join("\n");
}

/** Names of properties, which the binding takes one per line. */
function namesOf(name: string, names: string[], max: number): string[] {
  if (names.length > max) throw invalid(name, `at most ${max} names`, names.length);
  if (new Set(names).size < names.length) throw invalid(name, "different names", names);
  for (const entry of names) if (entry === "" || /[\r\n]/u.test(entry)) throw invalid(name, "names without line breaks", entry);
  return names;
}

function fieldsOf(fields: Record<string, number>): { names: string[]; weights: Float64Array } {
  const names = namesOf("fields", Object.keys(fields), MAX_FIELDS);
  if (names.length === 0) throw invalid("fields", "an object that names at least one property", {});
  const weights = names.map((name) => {
    const weight: unknown = fields[name];
    if (typeof weight !== "number" || !(weight > 0 && weight <= MAX_WEIGHT)) {
      throw invalid(`fields.${name}`, `a number above 0, up to ${MAX_WEIGHT}`, weight);
    }
    return weight;
  });
  return { names, weights: Float64Array.from(weights) };
}

/** What the engine says, with its errors in their public form. */
function answered<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw translate(error);
  }
}

async function indexed(
  glue: Glue,
  documents: Iterable<PortalDocument> | AsyncIterable<PortalDocument>,
  options: Partial<DocumentIndexOptions>,
): Promise<Uint8Array> {
  const { names, weights } = fieldsOf(recordOf("fields", options.fields ?? DEFAULT_FIELDS) as Record<string, number>);
  const [onProgress, onProblem] = [optionalFunctionOf("onProgress", options.onProgress), optionalFunctionOf("onProblem", options.onProblem)];
  const facets = namesOf("facets", stringsOf("facets", options.facets), MAX_FACETS);
  const stored = Uint32Array.from(stringsOf("stored", options.stored), (name) => {
    const place = names.indexOf(name);
    if (place === -1) throw invalid("stored", `names of fields (${names.join(", ")})`, name);
    return place;
  });
  const languages = Array.isArray(options.language) ? stringsOf("language", options.language) : [stringOf("language", options.language ?? "nl")];
  if (languages.length === 0) throw invalid("language", "at least one language", languages);
  for (const tag of languages) if (!/^[a-z]{2,3}(?:[-_][a-z\d]+)*$/iu.test(tag)) throw invalid("language", "language tags such as nl or en-GB", tag);
  const known = languages.map(primary);
  /** By tag: which of the languages it is. One that is not among them is in the first, even if it is as little known as another of them. */
  const read = new Map([["", ""]]);
  const needed = languages.length * names.length;
  if (needed > MAX_FIELDS) throw invalid("fields", `at most ${MAX_FIELDS} in all languages together`, needed);
  const builder = answered(() => new glue.WasmDocumentsBuilder(linesOf("language", languages), names.join("\n"), weights, facets.join("\n"), stored));
  const batch = new Batch();
  const ids = new Set<string>();
  let [added, seen] = [0, 0];
  /** Hands over the texts of a document in the order of the binding. Nothing is made for each that only an error would need. */
  const push = (document: PortalDocument, index: number): void => {
    if (typeof document !== "object" || document === null || Array.isArray(document)) throw invalid(`documents[${index}]`, "an object", document);
    const { id } = document as { id: unknown };
    if (!(typeof id === "string" && id !== "") && !(typeof id === "number" && Number.isFinite(id))) {
      throw invalid(`documents[${index}].id`, "a string that is not empty, or a number", id);
    }
    // What is found under it is what is given out.
    const name = shownOf(String(id));
    if (ids.has(name)) throw invalid(`documents[${index}].id`, "an id that no other document has", name);
    batch.push(name);
    batch.push(shownOf(textOf(index, "title", document.title)));
    batch.push(shownOf(textOf(index, "url", document.url)));
    const tag = textOf(index, "language", document.language);
    if (!read.has(tag)) read.set(tag, languages[known.indexOf(primary(tag))] ?? "");
    batch.push(read.get(tag) ?? "");
    for (const field of names) batch.push(textOf(index, field, propertyOf(document, field)));
    for (const facet of facets) batch.push(valuesOf(index, facet, propertyOf(document, facet)));
    ids.add(name);
  };
  /** Returns whether a batch is complete. */
  const add = (document: PortalDocument): boolean => {
    const index = seen;
    seen += 1;
    const before = batch.length;
    if (added === MAX_DOCUMENTS) throw invalid("documents", `at most ${MAX_DOCUMENTS} documents`, "more");
    try {
      push(document, index);
    } catch (error) {
      // What came of it so far.
      batch.length = before;
      if (onProblem === undefined) throw error;
      onProblem(error as Error);
      return false;
    }
    added += 1;
    if (batch.length <= BATCH / 2) return false;
    answered(() => builder.add(batch.take()));
    onProgress?.(added);
    return true;
  };
  // Who wants to see the progress gets to see it.
  if (Symbol.asyncIterator in documents) {
    for await (const document of documents) if (add(document) && onProgress) await pause();
  } else for (const document of documents) if (add(document) && onProgress) await pause();
  answered(() => builder.add(batch.take()));
  onProgress?.(added);
  return answered(() => builder.finish());
}

/** Lets the page do what else it has to do. */
const pause = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve);
});

/** A snapshot in the memory of an instance. */
interface Opened {
  readonly instance: Instance;
  readonly raw: WasmDocuments;
  /** Its bytes where they lie; valid until the next call. */
  bytes(): Uint8Array;
}

/** What an error in an instance means. After a crash nothing is asked of the instance any more. */
function failureIn(instance: Instance, error: unknown): Error {
  const translated = translate(error);
  if (translated instanceof EngineError && translated.code === "crashed") instance.hasCrashed = true;
  return translated;
}

function openIn(instance: Instance, snapshot: Uint8Array): Opened {
  try {
    const raw = new instance.glue.WasmDocuments(snapshot);
    const [address, size] = [raw.address(), raw.size()];
    return { instance, raw, bytes: () => new Uint8Array(instance.memory.buffer, address, size) };
  } catch (error) {
    throw failureIn(instance, error);
  }
}

/**
 * Opens the snapshot of an index in whose instance another one crashed: its bytes are taken out of the memory of that instance, and the
 * checksum says whether they came through.
 */
function moved({ instance, raw, bytes }: Opened): Opened {
  raw.__destroy_into_raw();
  try {
    return openIn(instance.working, bytes());
  } catch (error) {
    throw new EngineError("crashed", "Another index crashed and took this one with it: load it again. Please report this.", { cause: error });
  }
}

/** How a query is read, as flags of the binding. */
function readingOf({ match, prefix, typos }: DocumentReadOptions): number {
  if (match !== undefined && match !== "any" && match !== "all") throw invalid("match", '"any" or "all"', match);
  return (booleanOf("prefix", prefix, true) ? Flag.prefix : 0) | (booleanOf("typos", typos, true) ? Flag.typos : 0) | (match === "all" ? Flag.all : 0);
}

/** @internal */
class LoadedDocuments implements DocumentIndex {
  readonly size: number;
  #opened: Opened | undefined;
  /** Why `#opened` is gone. */
  #ended: "freed" | "crashed" = "freed";
  readonly fields: readonly string[];
  readonly facets: readonly string[];
  readonly #values: (string[] | undefined)[] = [];

  constructor(instance: Instance, snapshot: Uint8Array) {
    this.#opened = openIn(instance, snapshot);
    this.size = this.#call(({ raw }) => raw.length());
    const names = (lines: string): readonly string[] => Object.freeze(lines === "" ? [] : lines.split("\n"));
    this.fields = names(this.#call(({ raw }) => raw.fields()));
    this.facets = names(this.#call(({ raw }) => raw.facets()));
  }

  get memory(): number {
    return this.#opened?.instance.memory.buffer.byteLength ?? 0;
  }

  #call<T>(answer: (opened: Opened) => T): T {
    if (this.#opened === undefined) {
      throw this.#ended === "crashed"
        ? new EngineError("crashed", "The index crashed and cannot be used any more: load it again.")
        : new EngineError("freed", "The index was used after `free()`.");
    }
    try {
      if (this.#opened.instance.hasCrashed) this.#opened = moved(this.#opened);
      return answer(this.#opened);
    } catch (error) {
      const failure = failureIn(this.#opened.instance, error);
      if (this.#opened.instance.hasCrashed) {
        this.#opened.raw.__destroy_into_raw();
        this.#opened = undefined;
        this.#ended = "crashed";
      }
      throw failure;
    }
  }

  #facet(name: string, option = "facets"): number {
    const place = this.facets.indexOf(name);
    if (place === -1) throw invalid(option, `one of the facets of the index (${this.facets.join(", ") || "there are none"})`, name);
    return place;
  }

  #valuesOf(facet: number): string[] {
    return (this.#values[facet] ??= this.#call(({ raw }) => raw.values(facet)).split("\n"));
  }

  /** The text of a document that was kept. */
  #storedOf(document: number, name: string): string {
    const field = this.fields.indexOf(name);
    if (field === -1) throw invalid("field", `one of ${this.fields.join(", ")}`, name);
    return this.#call(({ raw }) => raw.stored(document, field));
  }

  #valuesOfDocument(document: number, name: string): string[] {
    const facet = this.#facet(name, "facet");
    const values = this.#valuesOf(facet);
    return [...this.#call(({ raw }) => raw.values_of(document, facet))].map((value) => values[value] ?? "");
  }

  /** Filters as the binding takes them. */
  #chosen(filters: DocumentSearchOptions["filters"]): string {
    if (filters === undefined) return "";
    const lines = Object.entries(recordOf("filters", filters)).flatMap(([facet, values]) =>
      stringsOf(`filters.${facet}`, values).map((value) => `${this.#facet(facet, "filters")}=${value}`),
    );
    return linesOf("filters", lines);
  }

  search(text: string, options?: DocumentSearchOptions): DocumentAnswer {
    const given = optionsOf("options", options);
    const { limit, offset, facets, filters, total, sort } = given;
    const names = [...new Set(stringsOf("facets", facets))];
    const places = names.map((name) => this.#facet(name));
    // Not after the search: whatever else is asked may move its answer.
    const values = places.map((place) => this.#valuesOf(place));
    const chosen = this.#chosen(filters);
    const { facet: sorter, order } = recordOf("sort", sort);
    if (order !== undefined && order !== "ascending" && order !== "descending") throw invalid("sort.order", '"ascending" or "descending"', order);
    const by = sort === undefined ? 0 : this.#facet(stringOf("sort.facet", sorter), "sort.facet") + 1;
    const flags =
      readingOf(given) |
      (booleanOf("total", total, false) ? Flag.total : 0) |
      (order === "descending" ? Flag.descending : 0);
    const asked = stringOf("text", text);
    const count = integerOf("limit", limit, MAX_LIMIT, DEFAULT_LIMIT);
    const skipped = integerOf("offset", offset, MAX_OFFSET, 0);
    const numbers = this.#call(({ raw, instance }) => {
      const address = raw.search(asked, count, skipped, flags, new Uint32Array(places), chosen, by);
      return new Uint32Array(instance.memory.buffer, address);
    });
    return this.#answer(asked, flags, numbers, names, values);
  }

  /** Reads the numbers that the binding gave. `values` are those of each facet. */
  #answer(text: string, flags: number, numbers: Uint32Array, facets: string[], values: string[][]): DocumentAnswer {
    const scores = new Float32Array(numbers.buffer, numbers.byteOffset);
    let at = 0;
    const next = (): number => numbers[at++] ?? 0;
    const total = next();
    const documents = new Uint32Array(next());
    const page = new Page(documents, {
      records: (numbers) => this.#call(({ raw }) => raw.records(numbers)),
      shown: (numbers) => this.#call(({ raw }) => raw.show(text, numbers, flags)),
      stored: (document, field) => this.#storedOf(document, field),
      values: (document, facet) => this.#valuesOfDocument(document, facet),
    });
    const hits: DocumentHit[] = [];
    for (let hit = 0; hit < documents.length; hit += 1, at += 1) {
      documents[hit] = next();
      hits.push(new Hit(page, hit, scores[at] ?? 0));
    }
    const counts = facets.map((facet, place) => ({
      facet,
      values: times(next(), () => ({ value: values[place]?.[next()] ?? "", count: next() })),
    }));
    const notices: Notice[] = [];
    for (let rest = next(); rest > 0; rest -= 1) {
      const { code, message } = NOTICES[next()]!;
      notices.push({ code, message, start: next(), end: next() });
    }
    const answer: DocumentAnswer = { hits, facets: counts, notices };
    if (total > 0) answer.total = total - 1;
    let nCorrections = next();
    if (nCorrections > 0) {
      const corrected: Corrected = { query: "", ranges: [], applied: true };
      let read = 0;
      for (; nCorrections > 0; nCorrections -= 1) {
        const [start, end, isApplied] = [next(), next(), next() === 1];
        const word = String.fromCharCode(...times(next(), next));
        if (isApplied) notices.push({ code: "words-corrected", message: `Nothing holds this word; it was read as "${word}".`, start, end });
        corrected.applied &&= isApplied;
        corrected.query += text.slice(read, start);
        corrected.ranges.push({ start: corrected.query.length, end: corrected.query.length + word.length });
        corrected.query += word;
        read = end;
      }
      corrected.query += text.slice(read);
      answer.corrected = corrected;
    }
    return answer;
  }

  suggest(text: string, options?: Pick<SuggestOptions, "limit">): Suggestions<SuggestedDocument> {
    const { limit } = optionsOf("options", options);
    const request = [stringOf("text", text), integerOf("limit", limit, MAX_SUGGESTIONS, DEFAULT_SUGGESTIONS)] as const;
    return this.#call(({ raw }) => raw.suggest(...request));
  }

  explain(text: string, id: string | number, options?: DocumentReadOptions & Pick<DocumentSearchOptions, "filters">): Explanation | undefined {
    const given = optionsOf("options", options);
    const request = [stringOf("text", text), stringOf("id", typeof id === "number" ? String(id) : id), readingOf(given), this.#chosen(given.filters)] as const;
    return this.#call(({ raw }) => raw.explain(...request));
  }

  save(): Uint8Array {
    return this.#call(({ bytes }) => bytes().slice());
  }

  free(): void {
    if (this.#opened?.instance.hasCrashed === true) this.#opened.raw.__destroy_into_raw();
    else this.#opened?.raw.free();
    this.#opened = undefined;
  }

  [dispose](): void {
    this.free();
  }
}

/** What is shown of the hits of one answer, read for all of them on first access: many answers are never shown. */
class Page {
  readonly #documents: Uint32Array;
  readonly #read: PageReader;
  #texts: string[] | undefined;
  #shown: Shown[] | undefined;

  constructor(documents: Uint32Array, read: PageReader) {
    this.#documents = documents;
    this.#read = read;
  }

  text(hit: number, part: 0 | 1 | 2): string {
    this.#texts ??= this.#read.records(this.#documents).split("\0");
    return this.#texts[hit * 3 + part] ?? "";
  }

  shown(hit: number): Shown {
    return (this.#shown ??= this.#read.shown(this.#documents))[hit]!;
  }

  stored(hit: number, field: string): string {
    return this.#read.stored(this.#documents[hit] ?? 0, field);
  }

  values(hit: number, facet: string): string[] {
    return this.#read.values(this.#documents[hit] ?? 0, facet);
  }
}

type Shown = Pick<DocumentHit, "highlights" | "excerpt">;

interface PageReader {
  records(documents: Uint32Array): string;
  shown(documents: Uint32Array): Shown[];
  stored(document: number, field: string): string;
  values(document: number, facet: string): string[];
}

class Hit implements DocumentHit {
  readonly score: number;
  readonly #page: Page;
  readonly #place: number;

  constructor(page: Page, place: number, score: number) {
    this.#page = page;
    this.#place = place;
    this.score = score;
  }

  get id(): string {
    return this.#page.text(this.#place, 0);
  }

  get title(): string {
    return this.#page.text(this.#place, 1);
  }

  get url(): string {
    return this.#page.text(this.#place, 2);
  }

  get highlights(): Mark[] {
    return this.#page.shown(this.#place).highlights;
  }

  get excerpt(): DocumentExcerpt | undefined {
    return this.#page.shown(this.#place).excerpt;
  }

  stored(field: string): string {
    return this.#page.stored(this.#place, field);
  }

  values(facet: string): string[] {
    return this.#page.values(this.#place, facet);
  }

  toJSON(): DocumentHitData {
    const { id, score, title, url, highlights, excerpt } = this;
    return { id, score, title, url, highlights, excerpt };
  }
}

/**
 * Opens a snapshot: up to {@link MAX_SHARED} bytes in an instance together with others, a larger one in its own.
 *
 * @internal
 */
export const openDocuments: OpenDocuments = async (snapshot, instance) =>
  new LoadedDocuments(await instance(snapshot.length > MAX_SHARED ? "own" : "shared"), snapshot);

/** For an entry that holds it already. @internal */
export const documentOpener = /* @__PURE__ */ openerOf(openDocuments);

/**
 * Makes `DocumentIndex` for a platform that can give instances of the WebAssembly.
 *
 * An index is built in an instance of its own, which is dropped afterwards: the memory of an instance never shrinks, and building takes
 * several times as much as searching. Snapshots up to {@link MAX_SHARED} bytes share one instance.
 *
 * @internal
 */
export function createDocumentIndexes(instance: Loader["instance"]): DocumentIndexes {
  const open = (snapshot: Uint8Array, source: EngineSource): Promise<DocumentIndex> => openDocuments(snapshot, (sharing) => instance(source, sharing));
  return {
    async build(documents, options) {
      const given = optionsOf("options", options);
      if (typeof documents !== "object" || documents === null || !(Symbol.iterator in documents || Symbol.asyncIterator in documents)) {
        throw invalid("documents", "an array or another iterable of objects", documents);
      }
      const { glue } = await instance(given, "own");
      // Their other properties are looked up by name.
      return open(await indexed(glue, documents as Iterable<PortalDocument> | AsyncIterable<PortalDocument>, given), given);
    },
    async load(snapshot, options) {
      const source = optionsOf("options", options);
      const bytes = bytesOf(snapshot);
      if (bytes === undefined) throw invalid("snapshot", "bytes", snapshot);
      return open(bytes, source);
    },
  };
}
