/** Can the reader see the element? In a tab or a panel that is closed nothing can be scrolled to: that waits until somebody opens it. */

import { isShown } from "./h.js";
import { around } from "./reader.js";

/** A box that cuts off what is in it and has less room than this, in pixels, is closed: a line of text needs more, with the padding that a closed panel can keep. */
const ROOM = 32;

/** Every so many milliseconds it is looked whether a panel has opened; it has once nothing has changed between two looks. */
const LOOK = 150;

export class Sight {
  /** What waits, and what it is for. */
  #waiting: { readonly id: string; readonly job: () => void } | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly host: Element) {}

  /** Whether what is in the element can be scrolled to: it has a box, and what that stands in is open. The host itself needs none. */
  get isVisible(): boolean {
    const root = this.host.shadowRoot?.firstElementChild;
    return !!root && isShown(root) && !isCutOff(root);
  }

  /** Does something for `id` once the element can be seen, instead of what waited before. */
  wait(id: string, job: () => void): void {
    this.stop();
    this.#waiting = { id, job };
    let before = "";
    // Nothing tells all the ways to open a panel: a style that follows a box that was ticked or a transition with a delay changes neither a size nor an attribute.
    this.#timer = setInterval(() => {
      const now = this.isVisible ? around(this.host).map((box) => box.getBoundingClientRect().height).join() : "";
      if (now !== "" && now === before) {
        this.stop();
        this.#waiting = undefined;
        job();
      }
      before = now;
    }, LOOK);
  }

  /** Goes on waiting after {@link stop}, if it was for `id`. */
  resume(id: string): void {
    if (this.#waiting?.id === id) this.wait(id, this.#waiting.job);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Whether a box around it leaves it no room. What is further down, or scrolled away, is not cut off; nor is what is placed outside such a box. */
function isCutOff(element: Element): boolean {
  let placed = "";
  for (const box of around(element)) {
    // What the page says of these two, it says of the window, which has room whatever their height is.
    if (box.matches("body, html")) return false;
    const { display, overflow, position } = getComputedStyle(box);
    if (placed === "absolute" && position === "static") continue;
    const { width, height } = box.getBoundingClientRect();
    if (overflow !== "visible" && display !== "contents" && Math.min(width, height) < ROOM) return true;
    if (position === "fixed") return false;
    placed = position;
  }
  return false;
}
