/**
 * Where does an element's engine come from? It is leased, waited for, given back and, after a failure, replaced. The portal's documents come after it.
 *
 * ```
 *  load ──> engine and script for answers ──> begin ──> documents, if there are any
 *    │                                          │
 *    └────────────────> fail <──────────────────┘       load, once more: reader, attribute or page asks for it
 * ```
 */

import type { Engine } from "../types.js";
import { isFreed, lease } from "./pool.js";
import type { Lease, Wanted } from "./pool.js";
import type { Results } from "./results.js";

/** There are no documents to wait for, they are on their way, there, or could not be had: then with what went wrong. */
export type DocumentsState = "none" | "loading" | "there" | { readonly error: unknown };

/** Who is supplied. */
export interface Client {
  /**
   * What the attributes ask for.
   *
   * @throws {TypeError} when an address is none.
   */
  wanted(): Wanted;
  /** Whether something is shown already, so that the browser need not catch up with the reader before it goes on. */
  isShown(): boolean;
  /** The engine is there. `isNew`: another one than before, if there was one. */
  begin(engine: Engine, results: typeof Results, isNew: boolean): void;
  /** There is no engine: it could not be loaded or does not answer. */
  fail(error: unknown): void;
  documents(state: DocumentsState): void;
}

/**
 * What shows answers, which comes beside the engine. webpack keeps it in the same file, as the comment asks: what it loads by itself comes through script
 * elements, which pages with Trusted Types forbid.
 */
const loadResults = async (): Promise<typeof Results> => (await import(/* webpackMode: "eager" */ "./results.js")).Results;

export class Supply {
  #lease: Lease | undefined;
  #engine: Engine | undefined;
  #error: unknown;
  #documents: DocumentsState = "none";
  #waiting: { resolve: (engine: Engine) => void; reject: (error: unknown) => void }[] = [];
  /** An attribute that says what to load was set in this turn. */
  #isDue = false;

  constructor(readonly client: Client) {}

  /** The engine, unless it was given back for good or another one is asked for. */
  get engine(): Engine | undefined { return this.#engine && !this.#isDue && !isFreed(this.#engine) ? this.#engine : undefined; }

  /** Why there is none; `undefined` as long as nothing went wrong. */
  get error(): unknown { return this.#error; }

  get documents(): DocumentsState { return this.#documents; }

  /** The engine that the client has begun with, or the error: of this attempt or, if there is none, of the next. */
  async ready(): Promise<Engine> {
    if (this.#error !== undefined && !this.#isDue) throw this.#error as Error;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
  }

  /** Takes what is wanted; after {@link release} that is the same engine again, if nobody freed it in the meantime. */
  load(): void {
    const { client } = this;
    this.#isDue = false;
    this.#error = undefined;
    let taken: Lease;
    let wanted: Wanted;
    try {
      wanted = client.wanted();
      taken = lease(wanted);
    } catch (error) {
      client.fail(error);
      return;
    }
    this.#lease = taken;
    this.#begin(taken, wanted.snapshot !== undefined).catch((error: unknown) => {
      if (this.#lease === taken) client.fail(error);
    });
  }

  /** Several attributes set in one turn load once; `reload` is for {@link load} in the end. */
  loadSoon(reload: () => void): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      if (!this.#isDue) return;
      this.#isDue = false;
      reload();
    });
  }

  async #begin(taken: Lease, hasSnapshot: boolean): Promise<void> {
    const { client } = this;
    const [engine, results] = await Promise.all([taken.engine, loadResults()]);
    // Both take long the first time: what was typed meanwhile comes in between.
    if (!client.isShown()) await new Promise((resolve) => {
      setTimeout(resolve);
    });
    if (this.#lease !== taken) return;
    const isNew = engine !== this.#engine;
    this.#engine = engine;
    // The first answer says already that there will be more.
    if (isNew) this.#say(hasSnapshot && !engine.documents ? "loading" : "none");
    client.begin(engine, results, isNew);
    // It failed to answer, or a listener has sent for another one.
    if (this.#lease !== taken || this.#isDue) return;
    for (const { resolve } of this.#waiting.splice(0)) resolve(engine);
    this.loadDocuments();
  }

  /** Waits for the portal's documents, if there are any. Called again after a failure, it tries again. */
  loadDocuments(): void {
    const taken = this.#lease;
    const coming = taken?.documents();
    if (!coming) return;
    const isLate = (): boolean => this.#lease !== taken;
    if (!this.#engine?.documents && this.#documents !== "loading") this.#say("loading");
    coming.then(
      () => {
        if (!isLate() && this.#documents !== "there") this.#say("there");
      },
      (error: unknown) => {
        if (!isLate()) this.#say({ error });
      },
    );
  }

  #say(state: DocumentsState): void {
    this.#documents = state;
    this.client.documents(state);
  }

  /** Gives the engine back, which stays the same if it is taken again at once: a move in the document. */
  release(): void {
    this.#lease?.release();
    this.#lease = undefined;
  }

  /** Gives the engine back for another one. */
  drop(): void {
    this.release();
    this.#engine = undefined;
    this.#say("none");
  }

  /** The engine is broken, or there is none: whoever comes next, here or elsewhere on the page, gets another one. */
  discard(error: unknown): void {
    this.#lease?.discard();
    this.drop();
    this.#error = error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
