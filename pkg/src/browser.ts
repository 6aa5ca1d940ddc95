import { messageOf } from "./check.js";
import { EngineError } from "./errors.js";
import { createLoader } from "./load.js";
import type { OpenDocuments } from "./load.js";
import type { Engine, LoadOptions } from "./types.js";
import { createWasm } from "./wasm.js";

/**
 * The loader of browsers: everything is fetched.
 *
 * @internal
 */
export const loader = createLoader({
  read: (url, signal) => fetch(url, { signal: signal ?? null }),
  wasm: createWasm({
    // Bundlers know this expression: they copy the file and put its new address here.
    defaultWasm: () => new URL("./empact_priorities.wasm", import.meta.url),
    resolve: (address) => new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href),
    read: (url, integrity, cache) => fetch(url, { ...(integrity === undefined ? {} : { integrity }), cache }),
  }),
  script: () => import("./empact_priorities.nowasm.js"),
});

/** Most pages have no documents. The comment asks webpack to keep it in the same file, as for the views of the element. */
async function documentOpener(): Promise<OpenDocuments> {
  try {
    return (await import(/* webpackMode: "eager" */ "./documents.js")).openDocuments;
  } catch (error) {
    throw new EngineError("snapshot-load", `The script that opens documents could not be loaded: ${messageOf(error)}. Serve it beside the scripts of the package.`, { cause: error });
  }
}

/**
 * As in the entry, but what opens documents is only fetched when there are some.
 *
 * @internal
 */
export function loadEngine(options?: LoadOptions): Promise<Engine> {
  return loader.loadEngine(documentOpener, options);
}
