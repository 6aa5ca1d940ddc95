/** What is done when there is nothing more urgent? Jobs that were put off, in slices so short that no key waits for them. */

/** How long a slice is, and the pause between two, in milliseconds. */
const SLICE = 5;
const PAUSE = 15;

export class Idle {
  readonly #jobs = new Set<() => void>();
  /** What is only done when it is asked for, or for paper. */
  readonly #onDemand = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `fail` is told what a job threw. */
  constructor(readonly fail: (error: unknown) => void) {}

  /** Does something when there is nothing more urgent. Returns the job, to be done at once if it is needed earlier. */
  later(job: () => void): () => void {
    this.#timer ??= setTimeout(this.#work, PAUSE);
    return this.#once(job, this.#jobs);
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

  /** Does everything that was put off: before printing. */
  finish(): void {
    // A job can put off further ones.
    while (this.#jobs.size + this.#onDemand.size > 0) for (const job of [...this.#jobs, ...this.#onDemand]) job();
  }

  /** Leaves what was put off: the engine can be gone before the element comes back. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  resume(): void {
    if (this.#jobs.size > 0) this.#timer ??= setTimeout(this.#work, PAUSE);
  }

  /** Forgets what was put off. */
  stop(): void {
    this.pause();
    this.#jobs.clear();
    this.#onDemand.clear();
  }

  readonly #work = (): void => {
    const end = performance.now() + SLICE;
    for (const job of this.#jobs) {
      job();
      if (performance.now() > end) break;
    }
    this.#timer = this.#jobs.size > 0 ? setTimeout(this.#work, PAUSE) : undefined;
  };
}
