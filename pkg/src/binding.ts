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
 * One instance of wasm-bindgen's glue code: the build wraps it in a function, so that every engine has an instance of its own.
 *
 * @internal
 */
export interface Glue {
  readonly WasmEngine: new (json?: Uint8Array) => WasmEngine;
  version(): string;
  /** What the WebAssembly imports. */
  getImports(): WebAssembly.Imports;
  /** Ties the glue code to an instance. */
  finalize(instance: WebAssembly.Instance, module: WebAssembly.Module): unknown;
}
