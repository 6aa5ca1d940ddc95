/** What is told to who does not see it, or has just done something? Two live regions: one for answers, one for everything else. */

import { h, legible } from "./h.js";
import type { UiLang } from "./state.js";

/** How long typing has to pause before the number of results is announced. */
const ANNOUNCE_AFTER = 1000;

/** How long a message can be seen. */
const SHOWN_FOR = 6000;

export class Announcer {
  readonly #status = h("p", { role: "status", class: "vh", dir: "ltr" });
  readonly #toast = h("p", { role: "status", class: "toast", dir: "ltr" });
  /** Always there: what a live region says as it comes into being is often not heard. */
  readonly regions = [this.#status, this.#toast] as const;
  #statusTimer: ReturnType<typeof setTimeout> | undefined;
  #told: (() => string) | undefined;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;

  /** The regions stand on the page anew, in a language: what was said before was said in another one. */
  speak(lang: UiLang): void {
    // What is taken out of the page and put back is no popover any more.
    this.#toast.removeAttribute("popover");
    for (const region of this.regions) {
      if (region.lang !== lang) region.replaceChildren();
      region.lang = lang;
    }
  }

  /** Tells assistive technology what there is, once the typing pauses; if `onlyIfAsked`, only when it is told once more, or was about to. `words` are asked for then. */
  tell(words: () => string, onlyIfAsked = false): void {
    this.#told = words;
    if (onlyIfAsked) return;
    this.hold();
    this.#statusTimer = setTimeout(() => {
      this.#status.textContent = legible(this.#told?.() ?? "");
    }, ANNOUNCE_AFTER);
  }

  /** Tells once more what there is. */
  repeat(): void {
    if (!this.#told) return;
    this.#status.replaceChildren();
    this.tell(this.#told);
  }

  /** Does not tell what it was about to. */
  hold(): void {
    clearTimeout(this.#statusTimer);
  }

  /** What was told is no longer so. */
  hush(): void {
    this.hold();
    this.#told = undefined;
    this.#status.replaceChildren();
  }

  /** Says something at once, and shows it for a moment. */
  say(message: string): void {
    const toast = this.#toast;
    clearTimeout(this.#toastTimer);
    toast.removeAttribute("popover");
    toast.textContent = legible(message);
    this.uncover();
    const { top, bottom } = toast.getBoundingClientRect();
    // Something of the page around it moves it along: it goes to the top layer, now that it has spoken.
    if ((bottom < 0 || top > innerHeight) && "showPopover" in toast) {
      toast.popover = "manual";
      toast.showPopover();
      this.uncover();
    }
    this.#toastTimer = setTimeout(() => {
      toast.replaceChildren();
      toast.classList.remove("above");
      toast.removeAttribute("popover");
    }, SHOWN_FOR);
  }

  /** What has the focus is not hidden behind what is said (WCAG 2.4.11): that goes to the top of the window for once. */
  readonly uncover = (): void => {
    const toast = this.#toast;
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused || toast.textContent === "") return;
    const [mine, its] = [toast, focused].map((node) => node.getBoundingClientRect());
    if (mine && its && mine.top < its.bottom && its.top < mine.bottom && mine.left < its.right && its.left < mine.right) toast.classList.toggle("above");
  };
}
