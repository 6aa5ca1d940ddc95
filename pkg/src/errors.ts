import type { EngineErrorCode, Problem } from "./types.js";

/** By this an `EngineError` is known in every copy of the class: each entry of the package that bundles its own has one. */
const MARK = Symbol.for("empact-priorities.EngineError");

/**
 * Something other than the dataset went wrong. `code` says what:
 * - `wasm-unavailable`: WebAssembly is required, and the browser cannot or may not run it (a content security policy without `'wasm-unsafe-eval'`);
 * - `wasm-load`: the engine's file (WebAssembly or JavaScript) could not be fetched, or is not the right one;
 * - `dataset-load`: the file of another dataset could not be fetched;
 * - `snapshot-load`: the file of a snapshot could not be fetched, is larger than 1 GB, or a page came in its place;
 * - `snapshot`: the bytes are not a snapshot of this release, or are damaged;
 * - `invalid-argument`: an argument or option has the wrong type, is outside its range, or names what does not exist; the message says what was given;
 * - `freed`: the engine was used after `free()`;
 * - `crashed`: the engine failed in a way that should not happen, and cannot be used any more. Load another one.
 */
export class EngineError extends Error {
  // Minifying renames the class; Node shows this.
  static override readonly name: string = "EngineError";
  override readonly name: string = "EngineError";
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** @internal */
  get [MARK](): boolean {
    return true;
  }

  /** @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === EngineError ? value instanceof Error && MARK in value : super[Symbol.hasInstance](value);
  }
}

/** How many problems a message spells out; `problems` has them all. */
const N_SHOWN = 3;

/**
 * A dataset is not valid. `problems` lists everything that is wrong with it, not only the first thing (the rules of a list wait until all of it can be read); beyond 1,000 the last entry has the code `more`
 * and says how many there are besides.
 */
export class DatasetError extends Error {
  static override readonly name: string = "DatasetError";
  override readonly name: string = "DatasetError";
  readonly problems: Problem[];

  constructor(problems: Problem[], options?: ErrorOptions) {
    // The last of a thousand says how many there are besides.
    const isCut = problems.at(-1)?.code === "more";
    const lines = problems
      .slice(0, N_SHOWN)
      .map(({ path, expected, found, fix }) => `${path === "" ? "dataset" : path}: expected ${expected}, found ${found}. ${fix}`);
    if (problems.length > N_SHOWN) lines.push(`… and ${isCut ? "" : `${problems.length - N_SHOWN} `}more: see the property \`problems\`.`);
    const counted = isCut ? `more than ${problems.length - 1} problems` : problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super([`The dataset has ${counted}:`, ...lines].join("\n"), options);
    this.problems = problems;
  }
}
