import type { Glue, WasmDocuments } from "./binding.js";
import { integerOf, invalid, linesOf, optionsOf, stringOf, stringsOf, translate } from "./engine.js";
import { EngineError } from "./errors.js";
import type {
  DocumentAnswer,
  DocumentHit,
  DocumentIndex,
  DocumentIndexes,
  DocumentIndexOptions,
  DocumentSearchOptions,
  LoadOptions,
  PortalDocument,
} from "./types.js";

const DEFAULT_FIELDS = { title: 3, summary: 2, body: 1 };
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 1000;
const MAX_OFFSET = 2 ** 32 - 1 - MAX_LIMIT;
const MAX_FIELDS = 64;
const MAX_FACETS = 32;
const MAX_WEIGHT = 100;
/** Bytes of texts that are handed over at a time. */
const BATCH = 1 << 20;
/** A longer text is refused: beyond that something else than a document was meant. */
const MAX_TEXT = 1 << 26;
/** What the binding calls the options; see `WasmDocuments::search` in the crate. */
const Flag = { prefix: 1, typos: 2, all: 4, total: 8 } as const;

const encoder = new TextEncoder();

/** Texts on their way into the WebAssembly, as length and UTF-8. */
class Batch {
  #bytes = new Uint8Array(BATCH);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  push(text: string): void {
    // A UTF-16 code unit is three bytes of UTF-8 at the most.
    const room = this.length + 4 + text.length * 3;
    if (room > this.#bytes.length) this.#grow(room);
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(this.length + 4));
    this.#view.setUint32(this.length, written, true);
    this.length += 4 + written;
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

function textOf(place: () => string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") throw invalid(place(), "a string", value);
  if (value.length > MAX_TEXT) throw invalid(place(), `a string of at most ${MAX_TEXT} characters`, `one of ${value.length}`);
  return value;
}

/** Values of a facet, one a line. */
function valuesOf(place: () => string, value: unknown): string {
  if (value === undefined || value === null) return "";
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((entry, index) => {
      if (!isScalar(entry)) throw invalid(Array.isArray(value) ? `${place()}[${index}]` : place(), "a string or a number", entry);
      return String(entry).replaceAll(/[\r\n]/gu, " ");
    })
    .join("\n");
}

/** Names of properties, which the binding takes one a line. */
function namesOf(name: string, names: string[], max: number): string[] {
  if (names.length > max) throw invalid(name, `at most ${max} names`, names.length);
  for (const entry of names) if (entry === "" || /[\r\n]/u.test(entry)) throw invalid(name, "names without line breaks", entry);
  return names;
}

function fieldsOf(fields: Record<string, number>): { names: string[]; weights: Float64Array } {
  const names = namesOf("fields", Object.keys(fields), MAX_FIELDS);
  if (names.length === 0) throw invalid("fields", "an object that names at least one property", "{}");
  const weights = names.map((name) => {
    const weight: unknown = fields[name];
    if (typeof weight !== "number" || !(weight > 0 && weight <= MAX_WEIGHT)) {
      throw invalid(`fields.${name}`, `a number above 0, up to ${MAX_WEIGHT}`, weight);
    }
    return weight;
  });
  return { names, weights: Float64Array.from(weights) };
}

async function indexed(
  glue: Glue,
  documents: Iterable<PortalDocument> | AsyncIterable<PortalDocument>,
  options: Partial<DocumentIndexOptions>,
): Promise<Uint8Array> {
  const { names, weights } = fieldsOf(optionsOf("fields", options.fields ?? DEFAULT_FIELDS) as Record<string, number>);
  const facets = namesOf("facets", stringsOf("facets", options.facets), MAX_FACETS);
  const builder = new glue.WasmDocumentsBuilder(stringOf("language", options.language ?? "nl"), names.join("\n"), weights, facets.join("\n"));
  const batch = new Batch();
  const ids = new Set<string>();
  let [added, seen] = [0, 0];
  /** The texts of a document in the order of the binding. */
  const textsOf = (document: PortalDocument, index: number): string[] => {
    const place = (property: string) => () => `documents[${index}].${property}`;
    if (typeof document !== "object" || document === null) throw invalid(`documents[${index}]`, "an object", document);
    const { id } = document as { id: unknown };
    if (!(typeof id === "string" && id !== "") && !(typeof id === "number" && Number.isFinite(id))) {
      throw invalid(place("id")(), "a string or a number", id);
    }
    const name = String(id);
    if (ids.has(name)) throw invalid(place("id")(), "an id that no other document has", name);
    const shown = [name, textOf(place("title"), document.title), textOf(place("url"), document.url)];
    const texts = [
      ...shown.map((text) => text.replaceAll("\0", " ")),
      ...names.map((field) => textOf(place(field), document[field])),
      ...facets.map((facet) => valuesOf(place(facet), document[facet])),
    ];
    ids.add(name);
    return texts;
  };
  const add = (document: PortalDocument): void => {
    const index = seen;
    seen += 1;
    let texts: string[];
    try {
      texts = textsOf(document, index);
    } catch (error) {
      if (options.onProblem === undefined) throw error;
      options.onProblem(error as Error);
      return;
    }
    for (const text of texts) batch.push(text);
    added += 1;
    if (batch.length > BATCH / 2) {
      builder.add(batch.take());
      options.onProgress?.(added);
    }
  };
  if (Symbol.asyncIterator in documents) for await (const document of documents) add(document);
  else for (const document of documents) add(document);
  builder.add(batch.take());
  options.onProgress?.(added);
  return builder.finish();
}

/** @internal */
class LoadedDocuments implements DocumentIndex {
  readonly size: number;
  #glue: Glue | undefined;
  #raw: WasmDocuments | undefined;
  #hasCrashed = false;
  readonly #facets: string[];
  readonly #values: (string[] | undefined)[] = [];

  constructor(glue: Glue, snapshot: Uint8Array) {
    const raw = new glue.WasmDocuments(snapshot);
    this.#glue = glue;
    this.#raw = raw;
    this.size = raw.length();
    const facets = raw.facets();
    this.#facets = facets === "" ? [] : facets.split("\n");
  }

  get memory(): number {
    return this.#glue?.memorySize() ?? 0;
  }

  #call<T>(answer: (raw: WasmDocuments) => T): T {
    if (this.#raw === undefined) {
      throw this.#hasCrashed
        ? new EngineError("crashed", "The index crashed and cannot be used any more: load it again.")
        : new EngineError("freed", "The index was used after `free()`.");
    }
    try {
      return answer(this.#raw);
    } catch (error) {
      const translated = translate(error);
      if (translated instanceof EngineError && translated.code === "crashed") {
        this.#hasCrashed = true;
        this.#raw = this.#glue = undefined;
      }
      throw translated;
    }
  }

  #facet(name: string): number {
    const place = this.#facets.indexOf(name);
    if (place === -1) throw invalid("facets", `one of ${this.#facets.join(", ")}`, name);
    return place;
  }

  #valuesOf(facet: number): string[] {
    return (this.#values[facet] ??= this.#call((raw) => raw.values(facet)).split("\n"));
  }

  search(text: string, options?: DocumentSearchOptions): DocumentAnswer {
    const { limit, offset, match, prefix, typos, facets, filters, total } = optionsOf("options", options);
    if (match !== undefined && match !== "any" && match !== "all") throw invalid("match", '"any" or "all"', match);
    const names = facets === undefined ? [] : stringsOf("facets", facets);
    const places = Uint32Array.from(names, (name) => this.#facet(name));
    const chosen =
      filters === undefined
        ? ""
        : linesOf(
            "filters",
            Object.entries(optionsOf("filters", filters)).flatMap(([facet, values]) =>
              stringsOf(`filters.${facet}`, values).map((value) => `${this.#facet(facet)}=${value}`),
            ),
          );
    const flags =
      (prefix === false ? 0 : Flag.prefix) | (typos === false ? 0 : Flag.typos) | (match === "all" ? Flag.all : 0) | (total === true ? Flag.total : 0);
    const asked = stringOf("text", text);
    const count = integerOf("limit", limit, MAX_LIMIT, DEFAULT_LIMIT);
    const skipped = integerOf("offset", offset, MAX_OFFSET, 0);
    const numbers = this.#call((raw) => raw.search(asked, count, skipped, flags, places, chosen));
    return this.#answer(numbers, names);
  }

  /** Reads the numbers that the binding gave. */
  #answer(numbers: Uint32Array, facets: string[]): DocumentAnswer {
    const scores = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length);
    const [total = 0, nHits = 0] = numbers;
    const documents = new Uint32Array(nHits);
    const page = new Page((read) => this.#call(read), documents);
    const hits: DocumentHit[] = [];
    let at = 2;
    for (let hit = 0; hit < nHits; hit += 1, at += 2) {
      documents[hit] = numbers[at] ?? 0;
      hits.push(new Hit(page, hit, scores[at + 1] ?? 0));
    }
    const answer: DocumentAnswer = { hits };
    if (total > 0) answer.total = total - 1;
    if (facets.length > 0) {
      answer.facets = {};
      for (const name of facets) {
        const values = this.#valuesOf(this.#facet(name));
        const counts: [string, number][] = [];
        const nValues = numbers[at] ?? 0;
        at += 1;
        for (let value = 0; value < nValues; value += 1, at += 2) counts.push([values[numbers[at] ?? 0] ?? "", numbers[at + 1] ?? 0]);
        // `fromEntries` also takes names that mean something on an object.
        answer.facets[name] = Object.fromEntries(counts);
      }
    }
    return answer;
  }

  save(): Uint8Array {
    return this.#call((raw) => raw.snapshot());
  }

  free(): void {
    this.#raw?.free();
    this.#raw = this.#glue = undefined;
  }
}

/** What is shown of the hits of one answer, read for all of them when it is first asked for: many answers are never shown. */
class Page {
  readonly #read: <T>(read: (raw: WasmDocuments) => T) => T;
  readonly #documents: Uint32Array;
  #texts: string[] | undefined;

  constructor(read: <T>(read: (raw: WasmDocuments) => T) => T, documents: Uint32Array) {
    this.#read = read;
    this.#documents = documents;
  }

  text(hit: number, part: 0 | 1 | 2): string {
    this.#texts ??= this.#read((raw) => raw.records(this.#documents)).split("\0");
    return this.#texts[hit * 3 + part] ?? "";
  }
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
}

/**
 * Makes `DocumentIndex` for a platform that can give instances of the WebAssembly.
 *
 * An index is built in an instance of its own, which is dropped afterwards: the memory of an instance never shrinks, and building takes
 * several times what searching does.
 *
 * @internal
 */
export function createDocumentIndexes(instance: (wasm: LoadOptions["wasm"]) => Promise<Glue>): DocumentIndexes {
  const open = async (snapshot: Uint8Array, wasm: LoadOptions["wasm"]): Promise<DocumentIndex> => {
    const glue = await instance(wasm);
    try {
      return new LoadedDocuments(glue, snapshot);
    } catch (error) {
      throw translate(error);
    }
  };
  return {
    async build(documents, options) {
      const given = optionsOf("options", options);
      if (typeof documents !== "object" || documents === null || !(Symbol.iterator in documents || Symbol.asyncIterator in documents)) {
        throw invalid("documents", "an array or another iterable of objects", documents);
      }
      const glue = await instance(given.wasm);
      let snapshot: Uint8Array;
      try {
        snapshot = await indexed(glue, documents, given);
      } catch (error) {
        throw error instanceof WebAssembly.RuntimeError ? translate(error) : error;
      }
      return open(snapshot, given.wasm);
    },
    async load(snapshot, options) {
      const { wasm } = optionsOf("options", options);
      if (!(snapshot instanceof ArrayBuffer) && !ArrayBuffer.isView(snapshot)) throw invalid("snapshot", "bytes", snapshot);
      return open(snapshot instanceof ArrayBuffer ? new Uint8Array(snapshot) : snapshot, wasm);
    },
  };
}
