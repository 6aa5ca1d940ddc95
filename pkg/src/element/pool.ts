/** Who holds an engine? Elements with the same data share one; the last to leave frees it, unless it was only moved. */

import { loadEngine } from "../index.js";
import type { Engine, LoadOptions } from "../types.js";

interface Entry {
  readonly engine: Promise<Engine>;
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const pool = new Map<string, Entry>();

export interface Lease {
  readonly engine: Promise<Engine>;
  /** Gives the engine back; it is freed a moment later if nobody takes it again. */
  release(): void;
  /** The engine is broken: the next lease loads a new one. */
  discard(): void;
}

/** `src` and `wasm` are absolute addresses; absent: the dataset and the WebAssembly of the package. */
export function lease(src: string | undefined, wasm: string | undefined): Lease {
  const key = JSON.stringify([src, wasm]);
  let entry = pool.get(key);
  if (!entry) {
    const options: LoadOptions = {};
    if (src !== undefined) options.dataset = new URL(src);
    if (wasm !== undefined) options.wasm = new URL(wasm);
    const loading = loadEngine(options);
    entry = { engine: loading, users: 0, timer: undefined };
    pool.set(key, entry);
    loading.catch(() => {
      forget();
    });
  }
  const mine = entry;
  clearTimeout(mine.timer);
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
    mine.timer = setTimeout(() => {
      if (mine.users > 0) return;
      forget();
      mine.engine.then((engine) => {
        engine.free();
      }, () => undefined);
    }, 0);
  }
  return {
    engine: mine.engine,
    release,
    discard() {
      forget();
      release();
    },
  };
}
