/** What is done when there is nothing more urgent? Jobs that were put off, in slices so short that no key waits for them. */

/** How long a slice is, and the pause between two, in milliseconds. */
const SLICE = 5;
const PAUSE = 15;

/** How long nothing has to happen before what nobody sees is made. */
const REST = 5000;

export class Idle {
  /** What makes the next thing quicker that the reader is likely to do. */
  readonly #soon = new Set<() => void>();
  /** What only the browser's own search finds. */
  readonly #later = new Set<() => void>();
  /** What is only done when it is asked for, or for paper. */
  readonly #onDemand = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Nothing has happened for a while, or the reader is elsewhere and nobody would notice longer work. */
  #reader: "busy" | "at rest" | "elsewhere" = "busy";
  #isPaused = false;

  /** `fail` is told what a job threw. */
  constructor(readonly fail: (error: unknown) => void) {}

  /** Does something as soon as there is nothing more urgent. */
  soon(job: () => void): void {
    this.#once(job, this.#soon);
    // It goes before what waits for a rest.
    clearTimeout(this.#timer);
    this.#start();
  }

  /** Does something when nothing has happened for a while, or the focus leaves the page. Returns the job, to be done at once if it is needed earlier. */
  later(job: () => void): () => void {
    const once = this.#once(job, this.#later);
    if (this.#timer === undefined) this.#start();
    return once;
  }

  /** Returns a job, to be done when it is needed: at the latest before printing. */
  onDemand(job: () => void): () => void {
    return this.#once(job, this.#onDemand);
  }

  #once(job: () => void, jobs: Set<() => void>): () => void {
    const once = (): void => {
      if (!jobs.delete(once)) return;
      try {
        job();
      } catch (error) {
        this.fail(error);
      }
    };
    jobs.add(once);
    return once;
  }

  /** The reader is elsewhere: begins at once with what waits for a rest. */
  hurry(): void {
    if (this.#isPaused) return;
    this.pause();
    this.#reader = "elsewhere";
    this.resume();
  }

  /** Does everything that was put off: before printing. */
  finish(): void {
    // A job can put off further ones.
    for (const jobs of [this.#soon, this.#later, this.#onDemand]) while (jobs.size > 0) for (const job of [...jobs]) job();
    if (this.#soon.size + this.#later.size > 0) this.finish();
  }

  /** Leaves what was put off: the engine can be gone before the element comes back. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#reader = "busy";
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    if (this.#timer === undefined) this.#start();
  }

  /** Forgets what was put off. */
  stop(): void {
    this.pause();
    this.#soon.clear();
    this.#later.clear();
    this.#onDemand.clear();
  }

  #start(): void {
    this.#timer = undefined;
    if (this.#soon.size + this.#later.size === 0) this.#reader = "busy";
    else if (!this.#isPaused) this.#timer = setTimeout(this.#work, this.#reader === "elsewhere" ? 0 : this.#reader === "at rest" || this.#soon.size > 0 ? PAUSE : REST);
  }

  readonly #work = (): void => {
    if (this.#reader === "busy" && this.#soon.size === 0) this.#reader = "at rest";
    const end = performance.now() + SLICE;
    for (const job of [...this.#soon, ...this.#reader === "busy" ? [] : this.#later]) {
      job();
      if (performance.now() > end) break;
    }
    this.#start();
  };
}
