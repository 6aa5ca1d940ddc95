import { loader } from "./browser.js";
import { createDocumentIndexes, documentOpener } from "./documents.js";
import type { DocumentIndex as Opened, DocumentIndexes, Engine, LoadOptions } from "./types.js";

export { DatasetError, EngineError } from "./errors.js";
export type * from "./types.js";

/**
 * Loads an engine; without options, for the conclusions on the EMPACT priorities 2022-2025.
 *
 * The WebAssembly is fetched and compiled once; every engine has its own memory, which `free()` releases. Where WebAssembly may not run,
 * the same engine is loaded as JavaScript: see {@link LoadOptions.engine}.
 *
 * @throws {EngineError} `wasm-unavailable`, `wasm-load`, `dataset-load`, `snapshot-load`, `snapshot` or `invalid-argument`.
 * @throws {DatasetError} if another dataset is given and is not valid; it lists all problems.
 *
 * @example
 * ```js
 * import { loadEngine } from "empact-priorities";
 *
 * const engine = await loadEngine();
 * const { hits } = engine.search("witwassen");
 * console.log(hits[0].id, hits[0].title.text);
 * ```
 */
export function loadEngine(options?: LoadOptions): Promise<Engine> {
  return loader.loadEngine(documentOpener, options);
}

/**
 * Search over a portal's own documents, from one to a million: `build` indexes them, `load` opens what `save` returned.
 *
 * @example
 * ```js
 * import { DocumentIndex } from "empact-priorities";
 *
 * const index = await DocumentIndex.build([
 *   { id: "a", title: "Handreiking accijnsfraude", summary: "Voor de douane", url: "/a" },
 *   { id: "b", title: "Mensenhandel herkennen", summary: "Voor de politie", url: "/b" },
 * ]);
 * console.log(index.search("fraude").hits[0].title); // "Handreiking accijnsfraude"
 * index.free();
 * ```
 */
export const DocumentIndex: DocumentIndexes = /* @__PURE__ */ createDocumentIndexes((source, sharing) => loader.instance(source, sharing));

/** An index that `build` or `load` gives. */
export type DocumentIndex = Opened;

/** The same under the name by which the compiler writes it into declarations. */
export type { DocumentIndex as LoadedDocumentIndex } from "./types.js";
