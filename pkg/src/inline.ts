/** The package with the WebAssembly inside its script: nothing is fetched. */

import { messageOf } from "./check.js";
import { createDocumentIndexes, documentOpener } from "./documents.js";
import { EngineError } from "./errors.js";
import { createLoader } from "./load.js";
import { packed } from "./packed.js";
import type { DocumentIndex as Opened, DocumentIndexes, Engine, LoadOptions } from "./types.js";
import { createWasm } from "./wasm.js";

export { DatasetError, EngineError } from "./errors.js";
export type * from "./types.js";

/** Whether everything must be in one file; set by the build. */
declare const IS_STANDALONE: boolean;

/** Not `fetch("data:…")`, which `connect-src` decides about. */
async function unpacked(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  try {
    // Not a Blob, whose stream jsdom lacks.
    const stream = new ReadableStream<BufferSource>({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
  } catch (error) {
    throw new EngineError("wasm-load", `The WebAssembly inside this script cannot be unpacked: ${messageOf(error)}.`, { cause: error });
  }
}

const loader = createLoader({
  read: (url, signal) => fetch(url, { signal: signal ?? null }),
  wasm: createWasm({
    defaultWasm: () => unpacked,
    resolve: (address) => new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href),
    read: (url, integrity, cache) => fetch(url, { ...(integrity === undefined ? {} : { integrity }), cache }),
  }),
  script: IS_STANDALONE ? undefined : () => import("./empact_priorities.nowasm.js"),
});

/**
 * Loads an engine without fetching anything, unless WebAssembly may not run: then the JavaScript engine is imported from its own file.
 *
 * @throws {EngineError} `wasm-unavailable`, `wasm-load`, `dataset-load`, `snapshot-load`, `snapshot` or `invalid-argument`.
 * @throws {DatasetError} if another dataset is given and is not valid.
 */
export function loadEngine(options?: LoadOptions): Promise<Engine> {
  return loader.loadEngine(documentOpener, options);
}

/** Search over a portal's own documents; see the entry that fetches the WebAssembly. */
export const DocumentIndex: DocumentIndexes = /* @__PURE__ */ createDocumentIndexes((source, sharing) => loader.instance(source, sharing));

/** An index that `build` or `load` gives. */
export type DocumentIndex = Opened;

/** The same under the name by which the compiler writes it into declarations. */
export type { DocumentIndex as LoadedDocumentIndex } from "./types.js";
