/** Can the reader see the element? In a tab or a panel that is closed nothing can be scrolled to: that waits until somebody opens it. */

import { isShown } from "./h.js";
import { around } from "./reader.js";

/** A box that cuts off what is in it and has less room than this, in pixels, is closed: a line of text needs more, with the padding that a closed panel can keep. */
const ROOM = 32;

/** A panel that opens is open once nothing has changed for so many milliseconds. */
const STILL = 100;

export class Sight {
  /** What waits, and what it is for. */
  #waiting: { readonly id: string; readonly job: () => void } | undefined;
  #stop = (): void => undefined;

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
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!this.isVisible) return;
        this.stop();
        this.#waiting = undefined;
        job();
      }, STILL);
    };
    // A panel opens by another size, or by an attribute that makes visible what has its size already.
    const sizes = new ResizeObserver(look);
    const attributes = new MutationObserver(look);
    for (const box of around(this.host)) {
      sizes.observe(box);
      attributes.observe(box, { attributes: true });
    }
    this.#stop = () => {
      clearTimeout(timer);
      sizes.disconnect();
      attributes.disconnect();
    };
  }

  /** Goes on waiting after {@link stop}, if it was for `id`. */
  resume(id: string): void {
    if (this.#waiting?.id === id) this.wait(id, this.#waiting.job);
  }

  stop(): void {
    this.#stop();
  }
}

/** Whether a box around it leaves it no room. What is further down, or scrolled away, is not cut off; nor is what is placed outside such a box. */
function isCutOff(element: Element): boolean {
  let placed = "";
  for (const box of around(element)) {
    const { display, overflow, position } = getComputedStyle(box);
    if (placed === "absolute" && position === "static") continue;
    const { width, height } = box.getBoundingClientRect();
    if (overflow !== "visible" && display !== "contents" && Math.min(width, height) < ROOM) return true;
    if (position === "fixed") return false;
    placed = position;
  }
  return false;
}
