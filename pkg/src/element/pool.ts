/** Who holds an engine? Elements with the same data share one; the last to leave frees it, unless it was only moved. */

import { loadEngine } from "../browser.js";
import type { DocumentIndex, Engine, LoadOptions } from "../types.js";

interface Entry {
  readonly engine: Promise<Engine>;
  /** The portal's documents on their way into the engine, or there. */
  documents: Promise<DocumentIndex> | undefined;
  /** Nobody waits for anything any more. */
  readonly left: AbortController;
  users: number;
}

const pool = new Map<string, Entry>();
const freed = new WeakSet<Engine>();

/** Whether an engine was given back for good. An element that was taken out of the page still knows the one that it had. */
export const isFreed = (engine: Engine): boolean => freed.has(engine);

export interface Lease {
  readonly engine: Promise<Engine>;
  /**
   * The portal's documents, which `search` of the engine answers from once they are there; `undefined` if there are none. They come after the
   * engine, which does not wait for them. Asked again after a failure, it tries again.
   */
  documents(): Promise<DocumentIndex> | undefined;
  /** Gives the engine back; it is freed a moment later if nobody takes it again. */
  release(): void;
  /** The engine is broken: the next lease loads a new one. */
  discard(): void;
}

/** What an element asks for. What is absent is as the package has it. */
export interface Wanted {
  /** Absolute address of another dataset. */
  src?: string | undefined;
  /** Absolute address of the WebAssembly. */
  wasm?: string | undefined;
  engine?: LoadOptions["engine"] | undefined;
  integrity?: string | undefined;
  /** Absolute address of a snapshot of the portal's documents. */
  snapshot?: string | undefined;
}

/** @throws {TypeError} when an address is none. */
export function lease({ src, wasm, engine, integrity, snapshot }: Wanted): Lease {
  const key = JSON.stringify([src, wasm, engine, integrity, snapshot]);
  let entry = pool.get(key);
  if (!entry) {
    const left = new AbortController();
    const options: LoadOptions = { signal: left.signal };
    if (src !== undefined) options.dataset = new URL(src);
    if (wasm !== undefined) options.wasm = new URL(wasm);
    if (engine !== undefined) options.engine = engine;
    if (integrity !== undefined) options.integrity = integrity;
    const loading = loadEngine(options);
    entry = { engine: loading, documents: undefined, left, users: 0 };
    pool.set(key, entry);
    loading.catch(() => {
      forget();
    });
  }
  const mine = entry;
  mine.users += 1;
  let held = true;

  function forget(): void {
    if (pool.get(key) === mine) pool.delete(key);
  }
  function release(): void {
    if (!held) return;
    held = false;
    mine.users -= 1;
    if (mine.users > 0) return;
    // An element that is moved is disconnected and connected in the same turn.
    setTimeout(() => {
      if (mine.users > 0) return;
      forget();
      mine.left.abort();
      mine.engine.then((engine) => {
        freed.add(engine);
        engine.free();
      }, () => undefined);
    });
  }
  function documents(): Promise<DocumentIndex> | undefined {
    if (snapshot === undefined || mine.documents) return mine.documents;
    const coming = mine.engine.then((engine) => {
      if (!URL.canParse(snapshot)) throw new TypeError(`snapshot="${snapshot}" of <empact-priorities> is not a valid URL.`);
      return engine.attach(new URL(snapshot), { signal: mine.left.signal });
    });
    mine.documents = coming;
    coming.catch(() => {
      mine.documents = undefined;
    });
    return coming;
  }
  return {
    engine: mine.engine,
    documents,
    release,
    discard() {
      forget();
      release();
    },
  };
}
