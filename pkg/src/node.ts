/// <reference lib="esnext.disposable" preserve="true" />
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createDocumentIndexes } from "./documents.js";
import { createLoader } from "./load.js";
import type { DocumentIndexes, Engine, LoadOptions } from "./types.js";

export { DatasetError, EngineError } from "./errors.js";
export type * from "./types.js";

const loader = createLoader({
  defaultWasm: () => new URL("./empact_priorities.wasm", import.meta.url),
  // A drive letter (`C:`) is no scheme.
  resolve: (address) => (/^[a-z][a-z\d+.-]+:/iu.test(address) ? new URL(address) : pathToFileURL(address)),
  read: async (url) => (url.protocol === "file:" ? new Uint8Array(await readFile(url)) : fetch(url)),
});

/**
 * Loads an engine. As in the browser, except that files are read from disk: an address can be a `file:` URL, and a string
 * given as `wasm` can be a path.
 */
export function loadEngine(options?: LoadOptions): Promise<Engine> {
  return loader.loadEngine(options);
}

/**
 * Search over documents of a portal's own, from one to a million: `build` indexes them, `load` opens what `save` gave.
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
export const DocumentIndex: DocumentIndexes = createDocumentIndexes((wasm) => loader.instance(wasm));
