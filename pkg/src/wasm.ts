import type { Bound, UnboundGlue } from "./binding.js";
import { A_PAGE, PAGE_HINT, bytesOf, checked, invalid, messageOf } from "./check.js";
import { EngineError } from "./errors.js";
import { createGlue } from "./glue.js";
import { Code, Instance } from "./instance.js";
import type { EngineSource } from "./types.js";

/** Name of the file with the WebAssembly; the build puts it in. */
declare const WASM_NAME: string;

/**
 * What differs between a browser and Node.
 *
 * @internal
 */
export interface WasmPlatform {
  /** Where the WebAssembly is by default, or what gives its bytes. */
  defaultWasm(): URL | (() => Promise<Uint8Array<ArrayBuffer>>);
  /** The address that a string means. */
  resolve(address: string): URL;
  /** What the URL holds. Rejects if nothing answers, or if it does not match `integrity` (as in HTML). `reload`: not what the browser has of it. */
  read(url: URL, integrity: string | undefined, cache: "default" | "reload"): Promise<Response | Uint8Array<ArrayBuffer>>;
}

/** The smallest module there is: the magic number and the version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Hashes in base64, separated by white space. */
const INTEGRITY = /^\s*(?:sha(?:256|384|512)-[A-Za-z\d+/]+={0,2}(?:\s+|$))+$/u;

let isForbidden = false;

/**
 * Whether WebAssembly may run at all. Browsers word their refusals differently, and a policy cannot be read, so this tries it; never again
 * after a refusal, since each attempt is reported as a violation of the policy.
 */
function mayRunWasm(): boolean {
  if (isForbidden) return false;
  try {
    // WebKit makes modules under any policy, and refuses only to instantiate them.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY_MODULE));
    return typeof WebAssembly.instantiate === "function";
  } catch {
    isForbidden = true;
    return false;
  }
}

function unavailable(options?: ErrorOptions): EngineError {
  return new EngineError(
    "wasm-unavailable",
    "This page may not run WebAssembly. If it has a content security policy, its script-src needs 'wasm-unsafe-eval'; " +
      "otherwise the browser has WebAssembly switched off (Lockdown Mode does).",
    options,
  );
}

/** What a failure to compile or to instantiate means. */
function explain(error: unknown, where: string): EngineError {
  if (error instanceof EngineError) return error;
  if (!mayRunWasm()) return unavailable({ cause: error });
  return new EngineError("wasm-load", `${where} could not be used as the WebAssembly of this package: ${messageOf(error)}`, { cause: error });
}

async function compileBytes(bytes: Uint8Array<ArrayBuffer>, where: string): Promise<WebAssembly.Module> {
  if (EMPTY_MODULE.subarray(0, 4).some((byte, index) => bytes[index] !== byte)) {
    const found = bytes[0] === 0x3c ? `is ${A_PAGE}. ${PAGE_HINT}` : `starts with ${JSON.stringify(new TextDecoder().decode(bytes.subarray(0, 16)))}.`;
    throw new EngineError("wasm-load", `${where} is not WebAssembly: it ${found}`);
  }
  return WebAssembly.compile(bytes);
}

async function compileResponse(response: Response, where: string): Promise<WebAssembly.Module> {
  if (!response.ok) {
    throw new EngineError(
      "wasm-load",
      `${where} could not be loaded: the server answered ${response.status} ${response.statusText}`.trimEnd() +
        `. Serve ${WASM_NAME} beside the scripts of the package, or name its address with the option \`wasm\`.`,
    );
  }
  const type = response.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  // Compiling while it arrives is only allowed with the right media type.
  if (type === "application/wasm" && typeof WebAssembly.compileStreaming === "function") return WebAssembly.compileStreaming(response);
  return compileBytes(new Uint8Array(await response.arrayBuffer()), where);
}

async function compile(source: Response | Uint8Array<ArrayBuffer>, where: string): Promise<WebAssembly.Module> {
  try {
    return source instanceof Uint8Array ? await compileBytes(source, where) : await compileResponse(source, where);
  } catch (error) {
    throw explain(error, where);
  }
}

async function readWasm(platform: WasmPlatform, url: URL, integrity: string | undefined, cache: "default" | "reload"): Promise<Response | Uint8Array<ArrayBuffer>> {
  try {
    return await platform.read(url, integrity, cache);
  } catch (error) {
    throw new EngineError(
      "wasm-load",
      `${url.href} could not be loaded: ${messageOf(error)}. Serve ${WASM_NAME} beside the scripts of the package (and allow it in ` +
        "connect-src if the page has a content security policy), or name its address with the option `wasm`." +
        (integrity === undefined ? "" : " If it can be had, it is not the file that `integrity` names."),
      { cause: error },
    );
  }
}

function bind(instance: WebAssembly.Instance, module: WebAssembly.Module, glue: UnboundGlue): Bound {
  return { glue, memory: glue.finalize(instance, module).memory };
}

async function createInstance(module: WebAssembly.Module, where: string): Promise<Instance> {
  const glue = createGlue();
  try {
    const bound = bind(await WebAssembly.instantiate(module, glue.getImports()), module, glue);
    checked(bound.glue, where);
    return new Instance(bound, () => {
      const other = createGlue();
      return bind(new WebAssembly.Instance(module, other.getImports()), module, other);
    });
  } catch (error) {
    throw explain(error, where);
  }
}

/** The WebAssembly on a platform. @internal */
export interface Wasm {
  /** Whether there can be any on this page. */
  mayRun(): boolean;
  code(source: EngineSource): Promise<Code>;
}

/**
 * Finds, compiles and instantiates the WebAssembly. Each URL is fetched and compiled once, however many instances are requested at the same time; after a
 * failure the next call tries again.
 *
 * @internal
 */
export function createWasm(platform: WasmPlatform): Wasm {
  const modules = new Map<string, Promise<WebAssembly.Module>>();
  const codes = new WeakMap<WebAssembly.Module, Code>();
  const inside = "The WebAssembly inside this script";

  const once = (key: string, make: () => Promise<WebAssembly.Module>): Promise<WebAssembly.Module> => {
    const known = modules.get(key);
    if (known !== undefined) return known;
    const coming = make();
    modules.set(key, coming);
    coming.catch(() => modules.delete(key));
    return coming;
  };

  const moduleAt = (url: URL, integrity: string | undefined, cache: "default" | "reload"): Promise<WebAssembly.Module> =>
    once(`${cache} ${integrity ?? ""} ${url.href}`, async () => compile(await readWasm(platform, url, integrity, cache), url.href));

  const moduleOf = async ({ wasm, integrity }: EngineSource): Promise<{ module: WebAssembly.Module; where: string; anew?: () => Promise<WebAssembly.Module> }> => {
    if (wasm === undefined || typeof wasm === "string" || wasm instanceof URL) {
      let place: ReturnType<WasmPlatform["defaultWasm"]>;
      try {
        place = wasm === undefined ? platform.defaultWasm() : typeof wasm === "string" ? platform.resolve(wasm) : wasm;
      } catch (error) {
        throw new EngineError(
          "invalid-argument",
          wasm === undefined
            ? `The address of ${WASM_NAME} is not known here (a bundler may have taken import.meta.url away): name it with the option \`wasm\`.`
            : `\`wasm\` is not an address: ${messageOf(error)}.`,
          { cause: error },
        );
      }
      if (place instanceof URL) {
        const url = place;
        const anew = (): Promise<WebAssembly.Module> => moduleAt(url, integrity, "reload");
        // A file of an earlier release that the browser has kept is none that `integrity` lets through.
        const module = await moduleAt(url, integrity, "default").catch(integrity === undefined ? undefined : anew);
        return { module, where: url.href, anew };
      }
      const unpack = place;
      return { module: await once("", async () => compile(await unpack(), inside)), where: inside };
    }
    if (integrity !== undefined) throw new EngineError("invalid-argument", "`integrity` goes with an address: whoever hands over the WebAssembly itself has seen it.");
    if (wasm instanceof WebAssembly.Module) return { module: wasm, where: "The module given as `wasm`" };
    const bytes = bytesOf(wasm);
    if (bytes !== undefined) {
      const where = "What was given as `wasm`";
      return { module: await compile(bytes, where), where };
    }
    let response: Response;
    try {
      response = await (wasm as Response | Promise<Response>);
    } catch (error) {
      throw new EngineError("wasm-load", `The response given as \`wasm\` failed: ${messageOf(error)}.`, { cause: error });
    }
    if (!(response instanceof Response)) {
      throw invalid("wasm", "an address, a Response, bytes or a WebAssembly.Module", response);
    }
    const where = response.url === "" ? "The response given as `wasm`" : response.url;
    return { module: await compile(response, where), where };
  };

  return {
    mayRun: mayRunWasm,
    async code(source) {
      const { integrity } = source;
      // Browsers check nothing if they understand none of it.
      if (integrity !== undefined && !(typeof integrity === "string" && INTEGRITY.test(integrity))) throw invalid("integrity", "hashes such as sha384-…", integrity);
      if (!mayRunWasm()) throw unavailable();
      const { module, where, anew } = await moduleOf(source);
      const code = codes.get(module) ?? new Code(async () => {
        try {
          return await createInstance(module, where);
        } catch (error) {
          // The browser may have kept the file of an earlier release.
          if (anew === undefined || !mayRunWasm()) throw error;
          return createInstance(await anew(), where);
        }
      });
      codes.set(module, code);
      return code;
    },
  };
}
