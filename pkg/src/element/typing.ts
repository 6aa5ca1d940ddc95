/**
 * When is what is typed answered? After the letter has been painted, and with everything that belongs to the answer once the typing pauses.
 *
 * ```
 *  key ──> painted ──┬─ fast machine ─────────────────────> passing answer ── 150 ms after the key ──> more ──> painted ──> more … ──> rest
 *                    └─ slow machine ── suggestions, pause ──┘
 *
 *  Any further key begins again at the left; what is answered then covers all letters.
 * ```
 */

import { afterPaint } from "./h.js";

/** Typing has paused after this time in any case; then the whole answer is made. */
const REST = 150;

/** A typist notices work that takes longer: the browser cannot accept the next letter meanwhile. */
const SLOW = 50;

/** Typing has paused if the next letter takes longer than this many times the interval before it. */
const PAUSE = 1.25;

/** Showing the first cards takes about this many times as long as the first answer, which runs code for the first time. */
const FIRST_TO_ANSWER = 3;

/** `passing`: what is in sight; `more`: a few more entries; `rest`: everything, after those; `whole`: all at once. */
export type Part = "whole" | "passing" | "more" | "rest";

/** Who answers. */
export interface Answering {
  /** Whether there is an engine to ask, and a page to show its answer on. */
  canAnswer(): boolean;
  /** A letter was typed: what is still told or put off waits. */
  hold(): void;
  /** Typing has paused, and everything was answered. */
  resume(): void;
  suggest(): void;
  /** Whether there are more entries than those that were made. */
  answer(part: Part): boolean;
}

/** Where the time comes from, in milliseconds. */
export interface Clock {
  now(): number;
  afterPaint(job: () => void): void;
  /** Returns what calls it off. */
  after(delay: number, job: () => void): () => void;
}

const browser: Clock = {
  now: () => performance.now(),
  afterPaint,
  after: (delay, job) => {
    const timer = setTimeout(job, delay);
    return () => {
      clearTimeout(timer);
    };
  },
};

export class Typing {
  /** The letters that were typed last are not painted yet, are, or have an answer without everything that belongs to it. */
  #letters: "typed" | "painted" | "passing" | undefined;
  /** When the last letter was typed, and how long after the one before. */
  #typedAt = 0;
  #interval = 0;
  /** The longer one of the last two such intervals: a letter that the machine was late for is followed by the next one too soon. */
  #beat = 0;
  /** How long it took to put the last answer on the screen. */
  #pace = 0;
  /** Counts what was begun: what was put off before is called off. */
  #turn = 0;
  #callOff = (): void => undefined;

  constructor(readonly answering: Answering, readonly clock: Clock = browser) {}

  /** What the first cards took tells how fast this machine is, before there was a letter. */
  began(took: number): void {
    this.#pace = took / FIRST_TO_ANSWER;
  }

  /**
   * A letter was typed or taken away. The answer follows when it has been painted, for all letters that were typed by then. On a machine that is slow at it
   * the first letter is followed by suggestions alone, and the answer waits for a pause as well.
   */
  letter(): void {
    const { answering, clock } = this;
    this.stop();
    answering.hold();
    const interval = clock.now() - this.#typedAt;
    this.#typedAt += interval;
    this.#beat = Math.max(interval, this.#interval);
    this.#interval = interval;
    if (this.#letters === "typed") return;
    const isFirst = interval > REST;
    this.#letters = "typed";
    clock.afterPaint(() => {
      // What is typed into an element that is taken out of the page is answered when it comes back.
      if (this.#letters !== "typed" || !answering.canAnswer()) return;
      this.#letters = "painted";
      if (this.#pace <= SLOW) {
        this.#pass();
        return;
      }
      if (isFirst) answering.suggest();
      this.#whenPaused(this.#pace, () => {
        this.#pass();
      });
    });
  }

  /** Does something once nothing was typed for longer than the typist takes between letters, and for at least so many milliseconds. */
  #whenPaused(least: number, job: () => void): void {
    const { clock } = this;
    const pause = Math.min(Math.max(least, this.#beat * PAUSE), REST);
    this.#callOff = clock.after(Math.max(0, this.#typedAt + pause - clock.now()), job);
  }

  #pass(): void {
    const { answering, clock } = this;
    const begin = clock.now();
    this.#letters = "passing";
    const isCut = answering.answer("passing");
    const turn = this.#turn;
    clock.afterPaint(() => {
      this.#pace = clock.now() - begin;
      if (turn === this.#turn) this.#whenPaused(REST, () => {
        this.#add(isCut);
      });
    });
  }

  /** A few entries at a time, each painted, so that no key waits for all of them; with the last ones everything else. */
  #add(isCut: boolean): void {
    const { answering, clock } = this;
    const isMore = isCut && answering.canAnswer() && answering.answer("more");
    if (!isMore) {
      this.settle();
      return;
    }
    const turn = this.#turn;
    clock.afterPaint(() => {
      if (turn === this.#turn) this.#add(isMore);
    });
  }

  /** Answers now what was put off, for who does not wait for it. */
  settle(): void {
    if (this.#letters && this.answering.canAnswer()) this.answering.answer(this.#letters === "passing" ? "rest" : "whole");
  }

  /** Everything that was typed is being answered: nothing is put off any more. */
  done(): void {
    this.stop();
    if (this.#letters) this.answering.resume();
    this.#letters = undefined;
  }

  /** Answers nothing by itself until the next letter. What is not answered yet is when {@link settle} is called. */
  stop(): void {
    this.#turn += 1;
    this.#callOff();
  }
}
