/** Search over a portal's own documents, without the priorities: half the download. */

import { invalid } from "./check.js";
import { createDocumentIndexes } from "./documents.js";
import type { DocumentIndex as Opened, DocumentIndexes } from "./types.js";
import { createWasm } from "./wasm.js";

export { EngineError } from "./errors.js";
export type * from "./types.js";

const wasm = createWasm({
  defaultWasm: () => new URL("./search.wasm", import.meta.url),
  resolve: (address) => new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href),
  read: (url, integrity, cache) => fetch(url, { ...(integrity === undefined ? {} : { integrity }), cache }),
});

/**
 * As in the main entry, from WebAssembly that contains nothing else. There is no JavaScript engine to fall back on. In Node.js this is the main entry itself.
 *
 * @example
 * ```js
 * import { DocumentIndex } from "empact-priorities/search";
 *
 * const index = await DocumentIndex.build([{ id: "a", title: "Handreiking accijnsfraude" }]);
 * console.log(index.search("fraude").hits[0].title); // "Handreiking accijnsfraude"
 * index.free();
 * ```
 */
export const DocumentIndex: DocumentIndexes = /* @__PURE__ */ createDocumentIndexes(async (source, sharing) => {
  const { engine = "auto" } = source;
  if (engine !== "auto" && engine !== "wasm") throw invalid("engine", '"auto" or "wasm"', engine);
  return (await wasm.code(source)).instance(sharing);
});

/** An index that `build` or `load` gives. */
export type DocumentIndex = Opened;

/** The same under the name by which the compiler writes it into declarations. */
export type { DocumentIndex as LoadedDocumentIndex } from "./types.js";
