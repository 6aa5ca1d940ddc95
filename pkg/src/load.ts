import type { Glue } from "./binding.js";
import { LoadedEngine, optionsOf, translate } from "./engine.js";
import { DatasetError, EngineError } from "./errors.js";
import { createGlue } from "./glue.js";
import type { Engine, LoadOptions, Problem, ProblemCode } from "./types.js";

/** Version of the package; the build puts it in. */
declare const PACKAGE_VERSION: string;

/**
 * What differs between a browser and Node.
 *
 * @internal
 */
export interface Platform {
  /** Where the WebAssembly lies if nobody says otherwise. */
  defaultWasm(): URL;
  /** The address that a string means. */
  resolve(address: string): URL;
  /** What lies there. Rejects when nothing answers. */
  read(url: URL): Promise<Response | Uint8Array<ArrayBuffer>>;
}

/** The smallest module there is: the magic number and the version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether WebAssembly may run at all: browsers word their refusals differently, so this tries it. */
async function mayRunWasm(): Promise<boolean> {
  try {
    await WebAssembly.instantiate(await WebAssembly.compile(EMPTY_MODULE), {});
    return true;
  } catch {
    return false;
  }
}

/** What a failure to compile or to instantiate means. */
async function explain(error: unknown, where: string): Promise<EngineError> {
  if (error instanceof EngineError) return error;
  if (!(await mayRunWasm())) {
    return new EngineError(
      "wasm-unavailable",
      "This page may not run WebAssembly. If it has a content security policy, its script-src needs 'wasm-unsafe-eval'; " +
        "otherwise the browser has WebAssembly switched off (Lockdown Mode does).",
      { cause: error },
    );
  }
  return new EngineError("wasm-load", `${where} could not be used as the WebAssembly of this package: ${messageOf(error)}`, { cause: error });
}

async function compileBytes(bytes: BufferSource, where: string): Promise<WebAssembly.Module> {
  const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  if (EMPTY_MODULE.subarray(0, 4).some((byte, index) => view[index] !== byte)) {
    const start = JSON.stringify(new TextDecoder().decode(view.subarray(0, 16)));
    const guess = view[0] === 0x3c ? " A server that answers with a page when a file is missing does this." : "";
    throw new EngineError("wasm-load", `${where} is not WebAssembly: it starts with ${start}.${guess}`);
  }
  return WebAssembly.compile(bytes);
}

async function compileResponse(response: Response, where: string): Promise<WebAssembly.Module> {
  if (!response.ok) {
    throw new EngineError(
      "wasm-load",
      `${where} cannot be had: the server answered ${response.status} ${response.statusText}`.trimEnd() +
        ". Serve empact_priorities.wasm beside the scripts of the package, or name its address with the option `wasm`.",
    );
  }
  const type = response.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  // Compiling while it arrives is only allowed with the right media type.
  if (type === "application/wasm" && typeof WebAssembly.compileStreaming === "function") return WebAssembly.compileStreaming(response);
  return compileBytes(await response.arrayBuffer(), where);
}

async function compile(source: Response | BufferSource, where: string): Promise<WebAssembly.Module> {
  try {
    return source instanceof ArrayBuffer || ArrayBuffer.isView(source) ? await compileBytes(source, where) : await compileResponse(source, where);
  } catch (error) {
    throw await explain(error, where);
  }
}

async function readWasm(platform: Platform, url: URL): Promise<Response | Uint8Array<ArrayBuffer>> {
  try {
    return await platform.read(url);
  } catch (error) {
    throw new EngineError(
      "wasm-load",
      `${url.href} cannot be had: ${messageOf(error)}. Serve empact_priorities.wasm beside the scripts of the package (and allow it in ` +
        "connect-src if the page has a content security policy), or name its address with the option `wasm`.",
      { cause: error },
    );
  }
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

async function readDataset(platform: Platform, url: URL): Promise<Uint8Array> {
  try {
    const found = await platform.read(url);
    if (found instanceof Uint8Array) return found;
    if (!found.ok) throw new Error(`the server answered ${found.status} ${found.statusText}`.trimEnd());
    return new Uint8Array(await found.arrayBuffer());
  } catch (error) {
    throw new EngineError("dataset-load", `The dataset ${url.href} cannot be had: ${messageOf(error)}.`, { cause: error });
  }
}

/** An object literal, here or in another realm. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Array.isArray(value) || Object.getPrototypeOf(prototype) === null;
}

/** The dataset as UTF-8, or `undefined` for the embedded one. */
async function bytesOfDataset(platform: Platform, dataset: LoadOptions["dataset"]): Promise<Uint8Array | undefined> {
  if (dataset === undefined) return undefined;
  if (typeof dataset === "string") return bytesOfText(dataset);
  if (dataset instanceof URL) return readDataset(platform, dataset);
  if (dataset instanceof ArrayBuffer) return new Uint8Array(dataset);
  if (ArrayBuffer.isView(dataset)) return new Uint8Array(dataset.buffer, dataset.byteOffset, dataset.byteLength);
  // Objects of a class (a Response, a Map, a Promise) hold their data elsewhere: as JSON they would all be `{}`.
  if (isPlainObject(dataset)) return new TextEncoder().encode(textOfDataset(dataset));
  throw new EngineError("invalid-argument", "`dataset` must be a plain object, JSON text, bytes or a URL object.");
}

/** An instance of its own: what happens to one engine touches no other. */
async function createInstance(module: WebAssembly.Module, where: string): Promise<Glue> {
  const glue = createGlue();
  let version: string;
  try {
    const instance = await WebAssembly.instantiate(module, glue.getImports());
    glue.finalize(instance, module);
    version = glue.version();
  } catch (error) {
    throw await explain(error, where);
  }
  if (version !== PACKAGE_VERSION) {
    throw new EngineError("wasm-load", `${where} is of version ${version}, the scripts are of version ${PACKAGE_VERSION}: use files of one release together.`);
  }
  return glue;
}

function createEngine(glue: Glue, json: Uint8Array | undefined): Engine {
  try {
    return new LoadedEngine(new glue.WasmEngine(json), glue.version());
  } catch (error) {
    throw translate(error);
  }
}

/** What a platform offers. @internal */
export interface Loader {
  loadEngine(options?: LoadOptions): Promise<Engine>;
  /** A fresh instance of the WebAssembly. */
  instance(wasm: LoadOptions["wasm"]): Promise<Glue>;
}

/**
 * Makes engines and instances for a platform. Each address is fetched and compiled once, however many engines are asked for at the same
 * time; after a failure the next call tries again.
 *
 * @internal
 */
export function createLoader(platform: Platform): Loader {
  const modules = new Map<string, Promise<WebAssembly.Module>>();

  const moduleAt = (url: URL): Promise<WebAssembly.Module> => {
    const known = modules.get(url.href);
    if (known !== undefined) return known;
    const coming = readWasm(platform, url).then((source) => compile(source, url.href));
    modules.set(url.href, coming);
    coming.catch(() => modules.delete(url.href));
    return coming;
  };

  const moduleOf = async (wasm: LoadOptions["wasm"]): Promise<{ module: WebAssembly.Module; where: string }> => {
    if (wasm === undefined || typeof wasm === "string" || wasm instanceof URL) {
      let url: URL;
      try {
        url = wasm === undefined ? platform.defaultWasm() : typeof wasm === "string" ? platform.resolve(wasm) : wasm;
      } catch (error) {
        throw new EngineError(
          "invalid-argument",
          wasm === undefined
            ? "The address of empact_priorities.wasm is not known here (a bundler may have taken import.meta.url away): name it with the option `wasm`."
            : `\`wasm\` is not an address: ${messageOf(error)}.`,
          { cause: error },
        );
      }
      return { module: await moduleAt(url), where: url.href };
    }
    if (wasm instanceof WebAssembly.Module) return { module: wasm, where: "The module given as `wasm`" };
    if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) {
      const where = "What was given as `wasm`";
      return { module: await compile(wasm as BufferSource, where), where };
    }
    let response: Response;
    try {
      response = await wasm;
    } catch (error) {
      throw new EngineError("wasm-load", `The response given as \`wasm\` failed: ${messageOf(error)}.`, { cause: error });
    }
    if (!(response instanceof Response)) {
      throw new EngineError("invalid-argument", "`wasm` must be an address, a Response, bytes or a WebAssembly.Module.");
    }
    const where = response.url === "" ? "The response given as `wasm`" : response.url;
    return { module: await compile(response, where), where };
  };

  const needWebAssembly = (): void => {
    if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
      throw new EngineError("wasm-unavailable", "This browser has no WebAssembly, or it is switched off (Lockdown Mode does).");
    }
  };

  return {
    async loadEngine(options) {
      needWebAssembly();
      const { dataset, wasm } = optionsOf("options", options);
      const [{ module, where }, json] = await Promise.all([moduleOf(wasm), bytesOfDataset(platform, dataset)]);
      return createEngine(await createInstance(module, where), json);
    },
    async instance(wasm) {
      needWebAssembly();
      const { module, where } = await moduleOf(wasm);
      return createInstance(module, where);
    },
  };
}
