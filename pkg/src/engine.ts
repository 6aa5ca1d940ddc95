import type { Glue, WasmEngine } from "./binding.js";
import { booleanOf, DEFAULT_SUGGESTIONS, integerOf, invalid, linesOf, MAX_SUGGESTIONS, optionalSignalOf, optionalStringOf, optionsOf, recordOf, stringOf, stringsOf, translate } from "./check.js";
import { dispose } from "./dispose.js";
import { EngineError } from "./errors.js";
import type {
  DocumentIndex,
  Engine,
  Entity,
  EntityKind,
  Explanation,
  Framework,
  HorizontalThreat,
  Lang,
  LoadOptions,
  Mark,
  Notice,
  Priority,
  Relation,
  SearchAnswer,
  SearchOptions,
  EngineSuggestions,
  SuggestOptions,
  Task,
  TaskFilter,
  Unit,
} from "./types.js";

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;
/** The binding takes 32-bit numbers; nothing is ever that far down. */
const MAX_OFFSET = 2 ** 32 - 1;

function deepFreeze<T>(value: T): T {
  // What is no object is frozen by nature.
  if (!Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value as object)) deepFreeze(inner);
  }
  return value;
}

/** The fields of units that a query can name. */
const FIELDS = ["number", "title", "alias", "objective", "text", "gist"];

/** How much of a query is read. */
const MAX_READ = 1000;

/** In small letters, as far as those of names are: A to Z. */
const small = (text: string): string => text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());

/** Whether a query demands something by a name that these have and the others have not: then nothing of the others answers it. */
function demandsOf(text: string, names: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others.map(small));
  const foreign = names.map(small).filter((name) => !known.has(name));
  // What stands in quotation marks names nothing, but a value can stand in them: its first letter is left. A name without a value demands nothing.
  const named = small(text.slice(0, MAX_READ)).replaceAll(/(?<![\p{L}\p{N}])["\u201C-\u201F«»]\s*([^"\u201C-\u201F«»]?)[^"\u201C-\u201F«»]*["\u201C-\u201F«»]?/gu, "$1 ");
  return named.split(/\s+/u).some((word) => foreign.some((name) => word.startsWith(`${name}:`) && word.length > name.length + 1));
}

/** The answer of who has nothing of what is demanded. */
function nothing<F>({ facets, notices }: { facets: { facet: F }[]; notices: Notice[] }): { hits: []; total: number; facets: { facet: F; values: [] }[]; notices: Notice[] } {
  return { hits: [], total: 0, facets: facets.map(({ facet }) => ({ facet, values: [] })), notices: notices.filter(({ code }) => code === "query-truncated") };
}

/**
 * Where snapshots come from, and how they are opened.
 *
 * @internal
 */
export interface Snapshots {
  read(snapshot: NonNullable<LoadOptions["snapshot"]>, signal?: AbortSignal): Promise<Uint8Array>;
  /** `from` is where it was read, for an error to name. */
  open(snapshot: Uint8Array, from?: LoadOptions["snapshot"]): Promise<DocumentIndex>;
}

/**
 * The public engine over its own WebAssembly instance: it checks arguments and gives errors their public form.
 *
 * @internal
 */
export class LoadedEngine implements Engine {
  readonly version: string;
  readonly backend: "wasm" | "js";
  #raw: WasmEngine | undefined;
  /** Why `#raw` is gone. */
  #ended: "freed" | "crashed" = "freed";
  #framework: Framework | undefined;
  readonly #snapshots: Snapshots;
  #documents: DocumentIndex | undefined;
  /** Whether the documents are the dataset's own. */
  #carriesDocuments = false;
  /** Counts what was attached, so that only the last one stays. */
  #turn = 0;

  constructor(raw: WasmEngine, glue: Glue, snapshots: Snapshots) {
    this.#raw = raw;
    this.version = glue.version();
    this.backend = glue.backend;
    this.#snapshots = snapshots;
  }

  /** Opens the documents that the dataset carries, if it does. */
  async openOwnDocuments(): Promise<void> {
    const own = this.#call((raw) => raw.documents());
    if (own === undefined) return;
    this.#documents = await this.#snapshots.open(own);
    this.#carriesDocuments = true;
  }

  get documents(): DocumentIndex | undefined {
    return this.#documents;
  }

  async attach(snapshot: NonNullable<LoadOptions["snapshot"]>, options?: { signal?: AbortSignal | undefined }): Promise<DocumentIndex> {
    const signal = optionalSignalOf("options.signal", optionsOf("options", options).signal);
    let turn = this.#turn;
    const stop = (): void => {
      signal?.throwIfAborted();
      this.#call(() => undefined);
      if (turn !== this.#turn) throw new DOMException("Another snapshot was attached in the meantime.", "AbortError");
    };
    stop();
    if (this.#carriesDocuments) {
      throw new EngineError("invalid-argument", "The dataset carries documents itself: put those into the snapshot too, or leave `snapshot` out.");
    }
    // What is refused takes nobody's turn.
    turn = ++this.#turn;
    const bytes = await this.#snapshots.read(snapshot, signal);
    stop();
    const opened = await this.#snapshots.open(bytes, snapshot);
    try {
      stop();
    } catch (error) {
      opened.free();
      throw error;
    }
    this.#documents?.free();
    this.#documents = opened;
    return opened;
  }

  get framework(): Framework {
    // Frozen, because all callers share it; the other answers are made anew each time.
    return this.#call((raw) => (this.#framework ??= deepFreeze(raw.framework())));
  }

  units(): Unit[] {
    return this.#call((raw) => raw.units());
  }

  priorities(): Priority[] {
    return this.entities("priority");
  }

  horizontalThreats(): HorizontalThreat[] {
    return this.entities("horizontal-threat");
  }

  entities<K extends EntityKind>(kind: K): Extract<Entity, { kind: K }>[] {
    const name = stringOf("kind", kind) as K;
    return this.#call((raw) => raw.entities(name));
  }

  get(id: string): Entity | undefined {
    const name = stringOf("id", id);
    return this.#call((raw) => raw.get(name));
  }

  relations(id: string): Relation[] {
    const name = stringOf("id", id);
    return this.#call((raw) => raw.relations(name));
  }

  tasks(filter?: TaskFilter): Task[] {
    const { actor, unit, modality, before } = optionsOf("filter", filter);
    const conditions = [
      optionalStringOf("actor", actor),
      optionalStringOf("unit", unit),
      optionalStringOf("modality", modality),
      optionalStringOf("before", before),
    ] as const;
    return this.#call((raw) => raw.tasks(...conditions));
  }

  search(text: string, options?: SearchOptions): SearchAnswer {
    const { lang, kinds, filters, limit, offset, sort, facets, prefix, typos, documents } = optionsOf("options", options);
    if (sort !== undefined && sort !== "relevance" && sort !== "document") throw invalid("sort", '"relevance" or "document"', sort);
    const chosen = Object.entries(recordOf("filters", filters)).flatMap(([facet, values]) => {
      if (facet.includes("=")) throw invalid("filters", "an object whose keys are facets", facet);
      return stringsOf(`filters.${facet}`, values).map((value) => `${facet}=${value}`);
    });
    const isUnfinished = booleanOf("prefix", prefix, true);
    const request = [
      stringOf("text", text),
      optionalStringOf("lang", lang) ?? "",
      linesOf("kinds", stringsOf("kinds", kinds)),
      linesOf("filters", chosen),
      integerOf("limit", limit, MAX_LIMIT, DEFAULT_LIMIT),
      integerOf("offset", offset, MAX_OFFSET, 0),
      sort === "document",
      linesOf("facets", stringsOf("facets", facets)),
      isUnfinished,
    ] as const;
    const ask = (tolerated: boolean): SearchAnswer => this.#call((raw) => raw.search(...request, tolerated));
    let answer = ask(booleanOf("typos", typos, true));
    if (typos === undefined && this.#isWritten(text, answer, isUnfinished)) {
      answer = ask(false);
      delete answer.corrected;
    }
    if (this.#isOnlyFor("documents", text)) answer = nothing(answer);
    if (documents === false) return answer;
    const { prefix: own = prefix ?? true, total = true, ...rest } = optionsOf("documents", documents);
    const found = this.#asked((index) => {
      const found = index.search(text, { prefix: own, total, ...rest });
      return this.#isOnlyFor("units", text) ? nothing(found) : found;
    });
    if (found !== undefined) answer.documents = found;
    return answer;
  }

  /** What the documents say; nothing if there are none, or when they are gone or have crashed: the units are still there. */
  #asked<T>(ask: (documents: DocumentIndex) => T): T | undefined {
    try {
      return this.#documents && ask(this.#documents);
    } catch (error) {
      if (!(error instanceof EngineError) || (error.code !== "crashed" && error.code !== "freed")) throw error;
      this.#documents = undefined;
      return undefined;
    }
  }

  /** Whether a query demands what only the units can have, or only the documents. */
  #isOnlyFor(whose: "units" | "documents", text: string): boolean {
    if (this.#documents === undefined) return false;
    const { fields, facets } = this.#documents;
    const [units, documents] = [[...FIELDS, ...this.framework.facets], [...fields, ...facets]];
    return whose === "units" ? demandsOf(text, units, documents) : demandsOf(text, documents, units);
  }

  explain(text: string, id: string, options?: Pick<SearchOptions, "prefix" | "typos">): Explanation | undefined {
    const { prefix, typos } = optionsOf("options", options);
    const request = [stringOf("text", text), stringOf("id", id), booleanOf("prefix", prefix, true)] as const;
    const tolerated = booleanOf("typos", typos, true);
    // The score is that of the answer that `search` gives.
    const isWritten = typos === undefined && this.#documents !== undefined
      && this.#isWritten(text, this.#call((raw) => raw.search(text, "", "", "", 0, 0, false, "", request[2], true)), request[2]);
    return this.#isOnlyFor("documents", text) ? undefined : this.#call((raw) => raw.explain(...request, tolerated && !isWritten));
  }

  /** Whether the portal's documents hold the words that were corrected because the units lack them: then they are not mistyped. */
  #isWritten(text: string, { corrected, notices }: SearchAnswer, prefix: boolean): boolean {
    if (corrected?.applied !== true) return false;
    const isHeld = (documents: DocumentIndex, { start, end }: Mark): boolean => {
      const found = documents.search(text.slice(start, end), { prefix: prefix && end === text.length, typos: false, total: true, limit: 0 });
      return (found.total ?? 0) > 0 && found.notices.every(({ code: told }) => told !== "words-in-part");
    };
    return this.#asked((documents) => notices.filter(({ code }) => code === "words-corrected").every((notice) => isHeld(documents, notice))) ?? false;
  }

  suggest(text: string, options?: SuggestOptions): EngineSuggestions {
    const { lang, limit } = optionsOf("options", options);
    const request = [stringOf("text", text), optionalStringOf("lang", lang) ?? "", integerOf("limit", limit, MAX_SUGGESTIONS, DEFAULT_SUGGESTIONS)] as const;
    const suggested: EngineSuggestions = this.#call((raw) => raw.suggest(...request));
    const documents = this.#asked((index) =>
      this.#isOnlyFor("units", text) ? { queries: [], titles: [] } : index.suggest(text, { limit: request[2] }));
    if (documents === undefined) return suggested;
    return this.#isOnlyFor("documents", text) ? { queries: [], titles: [], documents } : { ...suggested, documents };
  }

  highlight(query: string, text: string, lang?: Lang): Mark[] {
    const request = [stringOf("query", query), stringOf("text", text), optionalStringOf("lang", lang) ?? ""] as const;
    return this.#call((raw) => raw.highlight(...request));
  }

  free(): void {
    const raw = this.#raw;
    this.#raw = undefined;
    this.#framework = undefined;
    this.#documents?.free();
    this.#documents = undefined;
    raw?.free();
  }

  [dispose](): void {
    this.free();
  }

  #call<T>(action: (raw: WasmEngine) => T): T {
    const raw = this.#raw;
    if (raw === undefined) {
      throw this.#ended === "freed"
        ? new EngineError("freed", "This engine was freed: load another one with `loadEngine`.")
        : new EngineError("crashed", "This engine crashed earlier: load another one with `loadEngine`.");
    }
    try {
      return action(raw);
    } catch (error) {
      const translated = translate(error);
      if (translated instanceof EngineError && translated.code === "crashed") {
        this.#raw = undefined;
        this.#ended = "crashed";
        // Nothing is asked of the instance any more.
        raw.__destroy_into_raw();
      }
      throw translated;
    }
  }
}
