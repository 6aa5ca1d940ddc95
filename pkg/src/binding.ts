import type {
  DocumentHit,
  Entity,
  EntityKind,
  Explanation,
  Framework,
  Mark,
  Relation,
  SearchAnswer,
  SuggestedDocument,
  SuggestedUnit,
  Suggestions,
  Task,
  Unit,
} from "./types.js";

/**
 * The class that wasm-bindgen generates from the crate's `WasmEngine`. The answers are what the crate serialises: this
 * is the one place where TypeScript trusts the Rust side without a check.
 *
 * @internal
 */
export interface WasmEngine {
  /** The snapshot of the documents that the dataset carries. */
  documents(): Uint8Array | undefined;
  framework(): Framework;
  units(): Unit[];
  entities<K extends EntityKind>(kind: K): Extract<Entity, { kind: K }>[];
  get(id: string): Entity | undefined;
  relations(id: string): Relation[];
  tasks(actor?: string, unit?: string, modality?: string, before?: string): Task[];
  search(
    text: string,
    /** Empty for the language of the official text. */
    lang: string,
    /** One per line. */
    kinds: string,
    /** One per line, each as `facet=value`. */
    filters: string,
    limit: number,
    offset: number,
    inDocumentOrder: boolean,
    /** One per line. */
    facets: string,
    prefix: boolean,
    typos: boolean,
  ): SearchAnswer;
  explain(text: string, id: string, prefix: boolean, typos: boolean): Explanation | undefined;
  suggest(text: string, lang: string, limit: number): Suggestions<SuggestedUnit>;
  highlight(query: string, text: string, lang: string): Mark[];
  free(): void;
  /** Releases it without a call, for when the instance cannot answer any more; wasm-bindgen's own. */
  __destroy_into_raw(): number;
}

/**
 * Collects documents for a snapshot.
 *
 * @internal
 */
export interface WasmDocumentsBuilder {
  /** For each document: id, title, URL, language, texts of the fields, values of each facet (one per line); each as length (four bytes) and UTF-8. */
  add(batch: Uint8Array): void;
  finish(): Uint8Array;
}

/**
 * A snapshot that is open.
 *
 * @internal
 */
export interface WasmDocuments {
  length(): number;
  /** One per line. */
  facets(): string;
  /** One per line. */
  fields(): string;
  /** One per line. */
  values(facet: number): string;
  /** Where the snapshot lies in the memory of the instance. */
  address(): number;
  /** Bytes of the snapshot. */
  size(): number;
  /** Empty if the texts of the field are not kept. */
  stored(document: number, field: number): string;
  /** Numbers of the facet's values. */
  values_of(document: number, facet: number): Uint32Array;
  /** Id, title and URL of each, every one followed by a NUL. */
  records(documents: Uint32Array): string;
  suggest(text: string, limit: number): Suggestions<SuggestedDocument>;
  show(text: string, documents: Uint32Array, flags: number): Pick<DocumentHit, "highlights" | "excerpt">[];
  explain(text: string, id: string, flags: number, filters: string): Explanation | undefined;
  /** Where the numbers of the answer lie in the memory of the instance, until the next call; see `WasmDocuments::search` in the crate. */
  search(text: string, limit: number, offset: number, flags: number, facets: Uint32Array, filters: string, sort: number): number;
  free(): void;
  /** Releases it without a call, for when the instance cannot answer any more; wasm-bindgen's own. */
  __destroy_into_raw(): number;
}

/**
 * One instance of the engine, with its own memory.
 *
 * @internal
 */
export interface Glue {
  readonly backend: "wasm" | "js";
  readonly WasmEngine: new (json?: Uint8Array) => WasmEngine;
  readonly WasmDocumentsBuilder: new (languages: string, fields: string, weights: Float64Array, facets: string, stored: Uint32Array) => WasmDocumentsBuilder;
  readonly WasmDocuments: new (snapshot: Uint8Array) => WasmDocuments;
  version(): string;
}

/**
 * wasm-bindgen's glue code before it is tied to an instance: the build wraps it in a function, so that every engine gets its own.
 *
 * @internal
 */
export interface UnboundGlue extends Glue {
  /** What the WebAssembly imports. */
  getImports(): WebAssembly.Imports;
  /** Ties the glue code to an instance, and returns its exports. */
  finalize(instance: WebAssembly.Instance, module: WebAssembly.Module): Pick<Bound, "memory">;
}

/**
 * Glue code that is tied to an instance.
 *
 * @internal
 */
export interface Bound {
  readonly glue: Glue;
  /** Once the memory has grown, its buffer is a different one. */
  readonly memory: { readonly buffer: ArrayBuffer };
}
