/** Can the reader see the element? In a tab or a panel that is closed nothing can be scrolled to: that waits until somebody opens it. */

import { isShown } from "./h.js";

export class Sight {
  #observer: ResizeObserver | undefined;
  /** What waits, and what it is for. */
  #waiting: { readonly id: string; readonly job: () => void } | undefined;

  constructor(readonly host: Element) {}

  /** Whether the element has a box, and what it stands in is open. A closed `<details>` keeps the boxes of what is in it. */
  get isVisible(): boolean {
    const { host } = this;
    return "checkVisibility" in host ? host.checkVisibility() : isShown(host);
  }

  /** Does something for `id` once the element can be seen, instead of what waited before. */
  wait(id: string, job: () => void): void {
    this.stop();
    this.#waiting = { id, job };
    this.#observer = new ResizeObserver(() => {
      if (!this.isVisible) return;
      this.stop();
      this.#waiting = undefined;
      job();
    });
    this.#observer.observe(this.host);
  }

  /** Goes on waiting after {@link stop}, if it was for `id`. */
  resume(id: string): void {
    if (this.#waiting?.id === id) this.wait(id, this.#waiting.job);
  }

  stop(): void {
    this.#observer?.disconnect();
  }
}
