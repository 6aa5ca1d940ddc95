import type { Bound, Glue } from "./binding.js";
import { A_PAGE, PAGE_HINT, bytesOf, checked, invalid, isPlainObject, messageOf, optionalSignalOf, optionsOf, thrownOnPurpose, translate } from "./check.js";
import { LoadedEngine } from "./engine.js";
import type { Snapshots } from "./engine.js";
import { DatasetError, EngineError } from "./errors.js";
import { Code, Instance } from "./instance.js";
import type { DocumentIndex, Engine, EngineSource, LoadOptions, Problem, ProblemCode } from "./types.js";
import type { Wasm } from "./wasm.js";

/**
 * What differs between a browser and Node, and between the entries.
 *
 * @internal
 */
export interface Platform {
  /** What the URL holds. Rejects if nothing answers. */
  read(url: URL, signal?: AbortSignal): Promise<Response | Uint8Array>;
  /** Absent in an entry without WebAssembly. */
  wasm?: Wasm;
  /** Loads the engine that is plain JavaScript; absent in an entry without it. */
  script?: (() => Promise<{ createScriptGlue(): Bound }>) | undefined;
}

function problem(code: ProblemCode, expected: string, found: string, fix: string): Problem {
  return { path: "", code, expected, found, fix };
}

function textOfDataset(dataset: object): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(dataset) as string | undefined;
  } catch (error) {
    throw new DatasetError(
      [problem("syntax", "an object that can be written as JSON", messageOf(error), "Take out cycles and BigInts, or pass the JSON text.")],
      { cause: error },
    );
  }
  if (text === undefined) {
    throw new DatasetError([problem("syntax", "an object that can be written as JSON", "one whose toJSON gives nothing", "Pass the data itself.")]);
  }
  return text;
}

/** Bytes of the largest dataset: `SIZE_LIMIT` in the crate. */
const MAX_DATASET = 32 << 20;
/** Bytes of the largest snapshot that is fetched: some four million documents. */
const MAX_SNAPSHOT = 1 << 30;

/** As the engine says it, which is not asked any more. */
const tooLarge = (): DatasetError => new DatasetError([problem("too-large", `${MAX_DATASET} bytes or less`, "more", "Leave texts out; put documents into a snapshot instead.")]);

/** What a response holds, or `undefined` if that is more than `most` bytes: then the rest is not fetched. */
async function bodyOf({ body, headers }: Response, most: number): Promise<Uint8Array | undefined> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The length of a compressed body is less than what comes out of it.
  let isTooLarge = Number(headers.get("Content-Length")) > most;
  while (!isTooLarge) {
    const chunk = (await reader?.read())?.value;
    if (chunk === undefined) break;
    chunks.push(chunk);
    length += chunk.length;
    isTooLarge = length > most;
  }
  if (isTooLarge) {
    await reader?.cancel();
    return undefined;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** What a file begins with, as a message repeats it. */
function beginning(text: string): string {
  return text === "" ? "an empty string" : JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** Whether that is a page: no dataset and no snapshot begins like this. */
function isPage(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith("<");
}

const aPage = (found: string): DatasetError => new DatasetError([problem("syntax", "JSON", found, PAGE_HINT)]);

/** What every snapshot begins with, of whatever release: most of `MAGIC` in the crate. */
const SNAPSHOT = "EPXDOCS";

/** The bytes of a dataset, unless they are what JSON cannot be. */
function checkedJson(bytes: Uint8Array): Uint8Array {
  if (isPage(bytes)) throw aPage(A_PAGE);
  if (new TextDecoder().decode(bytes.subarray(0, SNAPSHOT.length)) === SNAPSHOT) {
    throw new DatasetError([problem("syntax", "JSON", "a snapshot of documents", "Give it as `snapshot`: it is no dataset, but is searched beside one.")]);
  }
  // Every JSON text begins with two characters that are ASCII.
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0) {
    throw new DatasetError([problem("syntax", "JSON in UTF-8", "UTF-16", "Save the file in UTF-8.")]);
  }
  return bytes;
}

function bytesOfText(text: string): Uint8Array {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  // What a list is meant to be is told where it is read.
  if (!/^\s*[[{]/u.test(json)) {
    const base = globalThis.document === undefined ? "import.meta.url" : "document.baseURI";
    throw new DatasetError([
      problem(
        "syntax",
        "the JSON text of a dataset, which starts with `{`",
        beginning(json),
        json.trimStart().startsWith("<") ? PAGE_HINT : `A string is always taken as JSON text. To load a dataset from an address, pass a URL object: \`new URL(address, ${base})\`.`,
      ),
    ]);
  }
  return new TextEncoder().encode(json);
}

/** What a browser does not say of a request that the page's policy or another host forbids: its error is that of any request that failed. */
const FORBIDDEN_HINT = " If the network and its host work, the page's policy forbids it (connect-src) or, on another host, that host does (CORS).";

async function readFile(read: Platform["read"], url: URL, what: "dataset" | "snapshot", signal?: AbortSignal): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  let where = url.href;
  let found: Response | Uint8Array | undefined;
  try {
    found = await read(url, signal);
    if (!(found instanceof Uint8Array)) {
      if (!found.ok) throw new Error(`the server answered ${found.status} ${found.statusText}`.trimEnd());
      if (found.redirected) where += ` (which led to ${found.url})`;
    }
    bytes = found instanceof Uint8Array ? found : await bodyOf(found, what === "dataset" ? MAX_DATASET : MAX_SNAPSHOT);
    if (bytes === undefined && what === "snapshot") throw new Error("it is larger than 1 GB");
  } catch (error) {
    signal?.throwIfAborted();
    throw new EngineError(`${what}-load`, `The ${what} ${url.href} could not be loaded: ${messageOf(error)}.${found === undefined && error instanceof TypeError ? FORBIDDEN_HINT : ""}`, { cause: error });
  }
  if (bytes === undefined) throw tooLarge();
  if (!isPage(bytes)) return bytes;
  if (what === "dataset") throw aPage(`${A_PAGE} at ${where}`);
  throw new EngineError("snapshot-load", `${where} is no snapshot: it is ${A_PAGE}. ${PAGE_HINT} Make a snapshot with \`npx empact-priorities index\` or \`DocumentIndex.build\`.`);
}

/** An error about a snapshot, with the address that it came from. */
function named(error: unknown, from: LoadOptions["snapshot"]): unknown {
  if (!(from instanceof URL && error instanceof EngineError && error.code === "snapshot")) return error;
  return new EngineError("snapshot", `${from.href}: ${error.message}. In a terminal, \`npx empact-priorities index\` makes one.`, { cause: error });
}

async function bytesOfSnapshot(read: Platform["read"], snapshot: unknown, signal?: AbortSignal): Promise<Uint8Array> {
  if (snapshot instanceof URL) return readFile(read, snapshot, "snapshot", signal);
  const bytes = bytesOf(snapshot);
  if (bytes === undefined) throw invalid("snapshot", "bytes or a URL object", snapshot);
  return bytes;
}

/** The dataset as UTF-8, or `undefined` for the embedded one. */
async function bytesOfDataset(read: Platform["read"], dataset: LoadOptions["dataset"], signal?: AbortSignal): Promise<Uint8Array | undefined> {
  if (dataset === undefined) return undefined;
  if (typeof dataset === "string") return bytesOfText(dataset);
  if (dataset instanceof URL) return checkedJson(await readFile(read, dataset, "dataset", signal));
  const bytes = bytesOf(dataset);
  if (bytes !== undefined) return checkedJson(bytes);
  // Objects of a class (a Response, a Map, a Promise) hold their data elsewhere: as JSON they would all be `{}`.
  if (isPlainObject(dataset)) return new TextEncoder().encode(textOfDataset(dataset));
  throw invalid("dataset", "a plain object, JSON text, bytes or a URL object", dataset);
}

/** What somebody may have in mind whose file is no dataset at all. */
const DOCUMENTS_HINT = "Documents belong in `documents` of a dataset, or in a snapshot: `npx empact-priorities index` makes one.";

/** What is wrong with a dataset, with {@link DOCUMENTS_HINT} where it is a list or does not say that it is one. */
const withHint = (problems: Problem[]): Problem[] =>
  problems.map((problem) => {
    if (problem.path === "" && problem.code === "type") return { ...problem, fix: DOCUMENTS_HINT };
    return problem.path === "format" ? { ...problem, fix: `${problem.fix} ${DOCUMENTS_HINT}` } : problem;
  });

function createEngine(glue: Glue, json: Uint8Array | undefined, snapshots: Snapshots): LoadedEngine {
  try {
    return new LoadedEngine(new glue.WasmEngine(json), glue, snapshots);
  } catch (error) {
    const problems = thrownOnPurpose(error)?.problems;
    throw problems === undefined ? translate(error) : new DatasetError(withHint(problems));
  }
}

/** Opens a snapshot in an instance that it requests. @internal */
export type OpenDocuments = (snapshot: Uint8Array, instance: (sharing: "own" | "shared") => Promise<Instance>) => Promise<DocumentIndex>;

/** Gets what opens snapshots. @internal */
export type DocumentOpener = () => Promise<OpenDocuments>;

/** For what is at hand. @internal */
export const openerOf = (open: OpenDocuments): DocumentOpener => () => Promise.resolve(open);

/** What a platform offers. @internal */
export interface Loader {
  /** What `opener` gets opens the documents of an engine, in an instance of the same code. It is asked for when there are some. */
  loadEngine(opener: DocumentOpener, options?: LoadOptions): Promise<Engine>;
  /** An instance of the kind that is requested or may run here: a fresh one, or a shared one. */
  instance(source: EngineSource, sharing: "own" | "shared"): Promise<Instance>;
}

/**
 * Chooses the code that is requested or may run here.
 */
function createChoice({ wasm, script }: Omit<Platform, "read">): (source: EngineSource) => Promise<Code> {
  const scriptCode = new Code(async () => {
    if (script === undefined) {
      throw new EngineError("invalid-argument", '`engine: "js"` needs empact_priorities.nowasm.js, which this entry does without: import another one.');
    }
    const where = "empact_priorities.nowasm.js";
    let loaded: Awaited<ReturnType<typeof script>>;
    try {
      loaded = await script();
    } catch (error) {
      throw new EngineError("wasm-load", `${where} could not be loaded: ${messageOf(error)}. Serve it beside the scripts of the package.`, { cause: error });
    }
    try {
      const bound = loaded.createScriptGlue();
      checked(bound.glue, where);
      return new Instance(bound, loaded.createScriptGlue);
    } catch (error) {
      throw translate(error);
    }
  });

  return async (source) => {
    const { engine = "auto" } = source;
    if (engine !== "auto" && engine !== "wasm" && engine !== "js") throw invalid("engine", '"auto", "wasm" or "js"', engine);
    if (wasm === undefined || engine === "js" || (engine === "auto" && script !== undefined && !wasm.mayRun())) return scriptCode;
    return wasm.code(source);
  };
}

/** @internal */
export function createLoader({ read, ...platform }: Platform): Loader {
  const codeOf = createChoice(platform);

  return {
    async instance(source, sharing) {
      return (await codeOf(source)).instance(sharing);
    },
    async loadEngine(opener, options) {
      const { dataset, snapshot: from, signal: given, ...source } = optionsOf("options", options);
      const signal = optionalSignalOf("signal", given);
      const coming = codeOf(source);
      const [code, { glue }, json, snapshot] = await Promise.all([
        coming,
        coming.then((code) => code.own()),
        bytesOfDataset(read, dataset, signal),
        from === undefined ? undefined : bytesOfSnapshot(read, from, signal),
      ]);
      signal?.throwIfAborted();
      const engine = createEngine(glue, json, {
        // Both are needed in a moment.
        read: async (from, signal) => (await Promise.all([bytesOfSnapshot(read, from, signal), opener()]))[0],
        open: async (bytes, from) => {
          try {
            return await (await opener())(bytes, (sharing) => code.instance(sharing));
          } catch (error) {
            throw named(error, from);
          }
        },
      });
      try {
        await engine.openOwnDocuments();
        if (snapshot !== undefined) await engine.attach(snapshot);
      } catch (error) {
        engine.free();
        throw named(error, from);
      }
      return engine;
    },
  };
}
