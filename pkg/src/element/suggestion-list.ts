/**
 * How could what is typed go on? Suggestions in a list that lies over the page; who suggests can change while the reader types.
 *
 * The pattern is the editable combobox with list autocomplete of the ARIA Authoring Practices: the focus stays in the box, nothing is chosen
 * until the reader chooses it, and the cursor keys that move within a text leave the list.
 */

import type { Child } from "./h.js";
import { h, icon } from "./h.js";
import type { UiLang } from "./state.js";
import { say } from "./strings.js";

/** As much of the list must be in the window, in pixels: about two options. */
const SEEN = 88;

/** No option: Enter searches for what is typed. */
const NONE = -1;

/** What the reader can take instead of what is typed. */
export interface Suggestion {
  readonly root: HTMLElement;
  readonly choose: () => void;
}

/** Suggests for a text that is not empty. */
export type Suggest = (text: string) => readonly Suggestion[];

/** `path`: the drawing that says what it leads to. */
export function suggestion(path: string, words: Child, choose: () => void): Suggestion {
  return { root: h("li", { role: "option", "aria-selected": "false" }, icon(path), words), choose };
}

/** Titles of cards that are suggested at most: the results under the list remain in sight. */
export const TITLES = 3;

const NOTHING: Suggest = () => [];

export class SuggestionList {
  readonly root: HTMLElement;
  #suggest = NOTHING;
  #options: readonly Suggestion[] = [];
  #at = NONE;

  /** `input`: the box that it belongs to; it is a combobox from the start, though nobody suggests yet. */
  constructor(readonly lang: UiLang, readonly input: HTMLInputElement) {
    this.root = h("ul", {
      role: "listbox", id: "suggestions", class: "suggestions", part: "suggestions", "aria-label": say(lang, "suggestions"), hidden: true,
      // The focus stays in the box, or leaving it would close the list before it is clicked.
      onmousedown: (event) => {
        event.preventDefault();
      },
    });
  }

  /** From now on it suggests this. What the reader is about to take stays. */
  suggest(suggest: Suggest = NOTHING): void {
    this.#suggest = suggest;
    if (this.#isOpen && this.#at === NONE) this.update();
  }

  /** Suggests something that nobody sees: what is compiled, and which fonts are looked for, when that is done first, the first letter need not wait for. */
  rehearse(): void {
    if (this.#isOpen) return;
    this.#fill("e");
    this.root.classList.add("unseen");
    this.root.hidden = false;
    this.root.getBoundingClientRect();
    this.root.hidden = true;
    this.root.classList.remove("unseen");
    this.#options = [];
    this.root.replaceChildren();
  }

  get #isOpen(): boolean { return !this.root.hidden; }

  /** How many suggestions there are, in words; empty while the list is closed. */
  get count(): string {
    return this.#isOpen ? say(this.lang, "suggestionsFound", { n: this.#options.length }) : "";
  }

  /** Suggests for what stands in the box now. */
  update(): void {
    this.#move(NONE);
    const text = this.input.value;
    if (text.trim() === "") this.#options = [];
    else this.#fill(text);
    this.#show(this.#options.length > 0);
  }

  #fill(text: string): void {
    this.#options = this.#suggest(text);
    this.#options.forEach(({ root, choose }, at) => {
      root.id = `suggestion-${at}`;
      root.addEventListener("click", () => {
        this.#take(choose);
      });
    });
    this.root.replaceChildren(...this.#options.map(({ root }) => root));
  }

  #take(choose: () => void): void {
    this.close();
    choose();
  }

  close(): void {
    this.#move(NONE);
    this.#show(false);
  }

  /** Whether a key that was pressed in the box is done with; every other does there what it does in any text. */
  press(event: KeyboardEvent): boolean {
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        return this.#step(event.key === "ArrowDown" ? 1 : -1, event.altKey);
      case "Enter": {
        const option = this.#options[this.#at];
        if (this.#isOpen && option) this.#take(option.choose);
        else this.close();
        return option !== undefined;
      }
      case "Escape": {
        const wasOpen = this.#isOpen;
        this.close();
        return wasOpen;
      }
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        this.#move(NONE);
        return false;
      default:
        return false;
    }
  }

  /** One further, with the box between the last option and the first. With Alt it opens or closes the list and chooses none. */
  #step(by: 1 | -1, alone: boolean): boolean {
    if (alone && by < 0) {
      this.close();
      return true;
    }
    if (!this.#isOpen) this.update();
    if (!this.#isOpen) return false;
    const places = this.#options.length + 1;
    if (!alone) this.#move(((this.#at + 1 + by + places) % places) - 1);
    return true;
  }

  #move(to: number): void {
    this.#options[this.#at]?.root.setAttribute("aria-selected", "false");
    this.#at = to;
    const option = this.#options[to]?.root;
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  #show(isOpen: boolean): void {
    const wasOpen = this.#isOpen;
    this.root.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    // Where the box is at the lower edge of the window, or of what the keyboard of a telephone leaves of it, nobody would see the list.
    if (!isOpen || wasOpen) return;
    const { offsetTop, height } = globalThis.visualViewport ?? { offsetTop: 0, height: innerHeight };
    if (this.root.getBoundingClientRect().top + SEEN > offsetTop + height) {
      this.input.form?.scrollIntoView({ block: "start", behavior: "instant" });
    }
  }
}
