/**
 * When is what is typed answered? After the letter has been painted, and with everything that belongs to the answer once the typing pauses.
 *
 * ```
 *  key ──> painted ──┬─ fast machine ─────────────────────> passing answer ── 150 ms ──> rest
 *                    └─ slow machine ── suggestions, pause ──┘
 *  any further key begins again at its left end; what is answered by then covers all letters
 * ```
 */

import { afterPaint } from "./h.js";

/** How long typing has to pause before the whole answer is made. */
const REST = 150;

/** A typist notices work that takes longer: the browser cannot accept the next letter meanwhile. */
const SLOW = 50;

/** Typing has paused if the next letter takes longer than this many times the interval before it. */
const PAUSE = 1.25;

/** Showing the first cards takes about this many times as long as the first answer, which runs code for the first time. */
const FIRST_TO_ANSWER = 3;

/** `passing`: what is in sight; `rest`: everything, after that; `whole`: both at once. */
export type Part = "whole" | "passing" | "rest";

/** Who answers. */
export interface Answering {
  /** Whether there is an engine to ask, and a page to show its answer on. */
  canAnswer(): boolean;
  /** A letter was typed: what is still told or put off waits. */
  hold(): void;
  /** Typing has paused, and everything was answered. */
  resume(): void;
  suggest(): void;
  answer(part: Part): void;
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
      this.#callOff = clock.after(Math.min(Math.max(this.#pace, this.#beat * PAUSE), REST), () => {
        this.#pass();
      });
    });
  }

  #pass(): void {
    const { answering, clock } = this;
    const begin = clock.now();
    this.#letters = "passing";
    answering.answer("passing");
    clock.afterPaint(() => {
      this.#pace = clock.now() - begin;
    });
    this.#callOff = clock.after(REST, () => {
      this.settle();
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
    this.#callOff();
  }
}
