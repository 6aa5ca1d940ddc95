/** The package without WebAssembly: the same engine as JavaScript, for browsers and Node. */

import { createDocumentIndexes, documentOpener } from "./documents.js";
import { createScriptGlue } from "./empact_priorities.nowasm.js";
import { createLoader } from "./load.js";
import type { DocumentIndex as Opened, DocumentIndexes, Engine, LoadOptions } from "./types.js";

export { DatasetError, EngineError } from "./errors.js";
export type * from "./types.js";

const loader = createLoader({ read: (url, signal) => fetch(url, { signal: signal ?? null }), script: () => Promise.resolve({ createScriptGlue }) });

/**
 * Loads an engine that is JavaScript alone, whatever the options say about WebAssembly. Its answers equal those of the WebAssembly to the last bit.
 *
 * @throws {EngineError} `dataset-load`, `snapshot-load`, `snapshot` or `invalid-argument`.
 * @throws {DatasetError} if another dataset is given and is not valid.
 */
export function loadEngine(options?: LoadOptions): Promise<Engine> {
  return loader.loadEngine(documentOpener, options);
}

/** Search over a portal's own documents; see the entry with WebAssembly. */
export const DocumentIndex: DocumentIndexes = /* @__PURE__ */ createDocumentIndexes((source, sharing) => loader.instance(source, sharing));

/** An index that `build` or `load` gives. */
export type DocumentIndex = Opened;

/** The same under the name by which the compiler writes it into declarations. */
export type { DocumentIndex as LoadedDocumentIndex } from "./types.js";
