import type { Bound, Glue } from "./binding.js";

/**
 * An engine in its own memory, as WebAssembly or as JavaScript: what happens in one instance affects no other.
 *
 * @internal
 */
export class Instance {
  readonly glue: Glue;
  readonly memory: Bound["memory"];
  /** Whether a call trapped, after which nothing but the bytes in `memory` can be used. */
  hasCrashed = false;
  readonly #again: () => Bound;
  #next: Instance | undefined;

  /** `again` makes another one of the same code. */
  constructor({ glue, memory }: Bound, again: () => Bound) {
    this.glue = glue;
    this.memory = memory;
    this.#again = again;
  }

  /** Itself or, after a crash, another one of the same code: synchronously, and the same one for all callers. */
  get working(): Instance {
    if (!this.hasCrashed) return this;
    this.#next ??= new Instance(this.#again(), this.#again);
    return this.#next.working;
  }
}

/**
 * Code that can be instantiated.
 *
 * @internal
 */
export class Code {
  /** A fresh one. */
  readonly own: () => Promise<Instance>;
  #shared: Promise<Instance> | undefined;

  constructor(create: () => Promise<Instance>) {
    this.own = create;
  }

  /** A fresh one, or one that others use too. */
  instance(sharing: "own" | "shared"): Promise<Instance> {
    return sharing === "own" ? this.own() : this.#common();
  }

  async #common(): Promise<Instance> {
    const coming = (this.#shared ??= this.own());
    coming.catch(() => {
      this.#shared = undefined;
    });
    const found = await coming;
    // Nothing holds on to the memory of one that crashed.
    if (found.hasCrashed) this.#shared = Promise.resolve(found.working);
    return found.working;
  }
}
