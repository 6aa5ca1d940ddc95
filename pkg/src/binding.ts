import type {
  Entity,
  EntityKind,
  Framework,
  Mark,
  Relation,
  SearchAnswer,
  Task,
  Unit,
} from "./types.js";

/**
 * The class that wasm-bindgen makes of the crate's `WasmEngine`. The answers are what the crate's serialisation writes: this
 * is the one place where TypeScript takes the Rust side at its word.
 *
 * @internal
 */
export interface WasmEngine {
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
    /** One a line. */
    kinds: string,
    /** One a line, each as `facet=value`. */
    filters: string,
    limit: number,
    offset: number,
    /** One a line. */
    facets: string,
    prefix: boolean,
  ): SearchAnswer;
  highlight(query: string, text: string, lang: string): Mark[];
  free(): void;
}

/**
 * Collects documents for a snapshot.
 *
 * @internal
 */
export interface WasmDocumentsBuilder {
  /** Of each document: id, title, address, texts of the fields, values of each facet (one a line); each as length (four bytes) and UTF-8. */
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
  /** One a line. */
  facets(): string;
  /** One a line. */
  values(facet: number): string;
  snapshot(): Uint8Array;
  /** Id, title and address of each, with a NUL behind every one of them. */
  records(documents: Uint32Array): string;
  /** See `WasmDocuments::search` in the crate for the numbers. */
  search(text: string, limit: number, offset: number, flags: number, facets: Uint32Array, filters: string): Uint32Array;
  free(): void;
}

/**
 * One instance of wasm-bindgen's glue code: the build wraps it in a function, so that every engine has an instance of its own.
 *
 * @internal
 */
export interface Glue {
  readonly WasmEngine: new (json?: Uint8Array) => WasmEngine;
  readonly WasmDocumentsBuilder: new (language: string, fields: string, weights: Float64Array, facets: string) => WasmDocumentsBuilder;
  readonly WasmDocuments: new (snapshot: Uint8Array) => WasmDocuments;
  /** Bytes of memory of the instance. */
  memorySize(): number;
  version(): string;
  /** What the WebAssembly imports. */
  getImports(): WebAssembly.Imports;
  /** Ties the glue code to an instance. */
  finalize(instance: WebAssembly.Instance, module: WebAssembly.Module): unknown;
}
