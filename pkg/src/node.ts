import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createDocumentIndexes, documentOpener } from "./documents.js";
import { createLoader } from "./load.js";
import type { DocumentIndex as Opened, DocumentIndexes, Engine, LoadOptions } from "./types.js";
import { createWasm } from "./wasm.js";

export { DatasetError, EngineError } from "./errors.js";
export type * from "./types.js";

const fileOf = async (url: URL, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(url, { signal }));

/** As browsers do it: of the strongest algorithm that is named, any hash may match. */
function verify(bytes: Uint8Array, integrity: string): void {
  const hashes = integrity.trim().split(/\s+/u);
  const algorithm = ["sha512", "sha384"].find((name) => hashes.some((hash) => hash.startsWith(name))) ?? "sha256";
  const found = `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
  if (!hashes.includes(found)) throw new Error(`its hash is ${found}`);
}

/** Node says why it got no answer in the cause of its error. */
async function fetched(url: URL, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  }
}

const loader = createLoader({
  read: (url, signal) => (url.protocol === "file:" ? fileOf(url, signal) : fetched(url, { signal: signal ?? null })),
  wasm: createWasm({
    defaultWasm: () => new URL("./empact_priorities.wasm", import.meta.url),
    // A drive letter (`C:`) is no scheme.
    resolve: (address) => {
      if (address === "") throw new Error("it is empty");
      return /^[a-z][a-z\d+.-]+:/iu.test(address) ? new URL(address) : pathToFileURL(address);
    },
    read: async (url, integrity) => {
      if (url.protocol !== "file:") return fetched(url, integrity === undefined ? {} : { integrity });
      const bytes = await fileOf(url);
      if (integrity !== undefined) verify(bytes, integrity);
      return bytes;
    },
  }),
  script: () => import("./empact_priorities.nowasm.js"),
});

/**
 * Loads an engine, as in the browser, except that files can be read from disk: a URL can be a `file:` URL, and a string
 * passed as `wasm` can be a path.
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
export const DocumentIndex: DocumentIndexes = createDocumentIndexes((source, sharing) => loader.instance(source, sharing));

/** An index that `build` or `load` gives. */
export type DocumentIndex = Opened;

/** The same under the name by which the compiler writes it into declarations. */
export type { DocumentIndex as LoadedDocumentIndex } from "./types.js";
