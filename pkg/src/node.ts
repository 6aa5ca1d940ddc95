/// <reference lib="esnext.disposable" preserve="true" />
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createLoader } from "./load.js";
import type { Engine, LoadOptions } from "./types.js";

export { DatasetError, EngineError } from "./errors.js";
export type * from "./types.js";

const load: (options?: LoadOptions) => Promise<Engine> = createLoader({
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
  return load(options);
}
