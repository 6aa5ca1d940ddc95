import type { Bound, Glue } from "./binding.js";
import { bytesOf, checked, invalid, isPlainObject, messageOf, optionsOf, thrownOnPurpose, translate } from "./check.js";
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

function bytesOfText(text: string): Uint8Array {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (!json.trimStart().startsWith("{")) {
    const found = json === "" ? "an empty string" : JSON.stringify(json.length > 40 ? `${json.slice(0, 40)}…` : json);
    throw new DatasetError([
      problem(
        "syntax",
        "the JSON text of a dataset, which starts with `{`",
        found,
        "A string is always taken as JSON text. To load a dataset from an address, pass a URL object: `new URL(address, document.baseURI)`.",
      ),
    ]);
  }
  return new TextEncoder().encode(json);
}

async function readFile(read: Platform["read"], url: URL, what: "dataset" | "snapshot", signal?: AbortSignal): Promise<Uint8Array> {
  try {
    const found = await read(url, signal);
    if (found instanceof Uint8Array) return found;
    if (!found.ok) throw new Error(`the server answered ${found.status} ${found.statusText}`.trimEnd());
    return new Uint8Array(await found.arrayBuffer());
  } catch (error) {
    signal?.throwIfAborted();
    throw new EngineError(`${what}-load`, `The ${what} ${url.href} cannot be had: ${messageOf(error)}.`, { cause: error });
  }
}

async function bytesOfSnapshot(read: Platform["read"], snapshot: unknown, signal?: AbortSignal): Promise<Uint8Array> {
  if (snapshot instanceof URL) return readFile(read, snapshot, "snapshot", signal);
  const bytes = bytesOf(snapshot);
  if (bytes === undefined) throw invalid("snapshot", "bytes or a URL object", snapshot);
  return bytes;
}

/** The dataset as UTF-8, or `undefined` for the embedded one. */
async function bytesOfDataset(read: Platform["read"], dataset: LoadOptions["dataset"]): Promise<Uint8Array | undefined> {
  if (dataset === undefined) return undefined;
  if (typeof dataset === "string") return bytesOfText(dataset);
  if (dataset instanceof URL) return readFile(read, dataset, "dataset");
  const bytes = bytesOf(dataset);
  if (bytes !== undefined) return bytes;
  // Objects of a class (a Response, a Map, a Promise) hold their data elsewhere: as JSON they would all be `{}`.
  if (isPlainObject(dataset)) return new TextEncoder().encode(textOfDataset(dataset));
  throw new EngineError("invalid-argument", "`dataset` must be a plain object, JSON text, bytes or a URL object.");
}

function createEngine(glue: Glue, json: Uint8Array | undefined, snapshots: Snapshots): LoadedEngine {
  try {
    return new LoadedEngine(new glue.WasmEngine(json), glue, snapshots);
  } catch (error) {
    const problems = thrownOnPurpose(error)?.problems;
    throw problems === undefined ? translate(error) : new DatasetError(problems);
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
 *
 * @internal
 */
export function createChoice({ wasm, script }: Omit<Platform, "read">): (source: EngineSource) => Promise<Code> {
  const scriptCode = new Code(async () => {
    if (script === undefined) {
      throw new EngineError("invalid-argument", '`engine: "js"` needs empact_priorities.nowasm.js, which this entry does without: import another one.');
    }
    const where = "empact_priorities.nowasm.js";
    let loaded: Awaited<ReturnType<typeof script>>;
    try {
      loaded = await script();
    } catch (error) {
      throw new EngineError("wasm-load", `${where} cannot be had: ${messageOf(error)}. Serve it beside the scripts of the package.`, { cause: error });
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
      const { dataset, snapshot: from, ...source } = optionsOf("options", options);
      const coming = codeOf(source);
      const [code, { glue }, json, snapshot] = await Promise.all([
        coming,
        coming.then((code) => code.own()),
        bytesOfDataset(read, dataset),
        from === undefined ? undefined : bytesOfSnapshot(read, from),
      ]);
      const engine = createEngine(glue, json, {
        // Both are needed in a moment.
        read: async (from, signal) => (await Promise.all([bytesOfSnapshot(read, from, signal), opener()]))[0],
        open: async (bytes) => (await opener())(bytes, (sharing) => code.instance(sharing)),
      });
      try {
        await engine.openOwnDocuments();
        if (snapshot !== undefined) await engine.attach(snapshot);
      } catch (error) {
        engine.free();
        throw error;
      }
      return engine;
    },
  };
}
