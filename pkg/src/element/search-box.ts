/** Where does the reader type? It is there before the engine is, and keeps what was typed. */

import type { Actions } from "./context.js";
import { ICONS, append, h, icon } from "./h.js";
import { MOST_CHARACTERS } from "./router.js";
import type { Look } from "./settings.js";
import type { UiLang } from "./state.js";
import { EXAMPLE_PHRASE, filled, say } from "./strings.js";
import type { Suggest } from "./suggestion-list.js";
import { SuggestionList } from "./suggestion-list.js";

export class SearchBox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #clear: HTMLButtonElement;
  readonly #suggestions: SuggestionList | undefined;
  readonly #hint = h("p", { id: "q-hint", class: "hint" });
  /** The suggestions do not know the last letter yet. */
  #isLetter = false;
  /** How much stood in the box. */
  #length = 0;

  constructor(lang: UiLang, look: Look, act: Actions) {
    this.input = h("input", {
      type: "search", id: "q", "data-key": "q", autocomplete: "off", autocapitalize: "none", autocorrect: "off", spellcheck: "false", maxlength: MOST_CHARACTERS, enterkeyhint: "search", part: "input",
      ...(look.suggestions === "on" && { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions" }),
      "aria-describedby": "q-hint", "aria-keyshortcuts": look.shortcut === "" ? undefined : look.shortcut,
      oninput: (event) => {
        this.#clear.hidden = this.input.value === "";
        this.#isLetter = isLetter(event, this.input.value.length - this.#length);
        this.#length = this.input.value.length;
        act.setQuery(this.input.value, this.#isLetter ? "letter" : "typing");
        if (!this.#isLetter) this.#suggestions?.update();
      },
      onchange: () => {
        // Chromium says so of a box that is taken away, too, in the midst of it: that is nobody's search, and the address may be another page's by then.
        queueMicrotask(() => {
          if (this.input.isConnected) act.setQuery(this.input.value, "commit");
        });
      },
      // Nobody waits for suggestions any more.
      onblur: () => {
        this.#isLetter = false;
        this.#suggestions?.close();
      },
      onkeydown: (event) => {
        // While letters are being composed the keys belong to the input method. What it writes is searched for all the same: on a
        // telephone every word is composed.
        if (!(event instanceof KeyboardEvent) || event.isComposing) return;
        if (event.key.length > 1) this.follow();
        if (!this.#suggestions?.press(event)) {
          if (event.key !== "Escape" || this.input.value === "") return;
          this.#empty(act);
        }
        event.preventDefault();
        // A dialog around the element that looks at keys alone stays open.
        if (event.key === "Escape") event.stopPropagation();
      },
    });
    this.#suggestions = look.suggestions === "on" ? new SuggestionList(lang, this.input) : undefined;
    this.#clear = h("button", { type: "button", class: "clear", "aria-label": say(lang, "clear"), hidden: true, onclick: () => {
      this.#empty(act);
      this.input.focus();
    } }, icon(ICONS.close));
    const content = look.contentLang;
    const examples = EXAMPLE_PHRASE[content];
    const form = h("form", { role: "presentation", onsubmit: (event) => {
      event.preventDefault();
      act.submit(this.input.value);
    } },
    h("label", { for: "q" }, say(lang, "searchLabel")),
    h("div", { class: "box" }, icon(ICONS.search), this.input, this.#clear, this.#suggestions?.root),
    this.#hint);
    if (examples !== undefined) append(this.#hint, filled(lang, "searchHint", { examples: h("span", { lang: content === lang ? undefined : content }, examples) }));
    // `<search>` is known to all current browsers; the role helps the older ones.
    this.root = h("search" as "div", { role: "search", class: "search", part: "search" }, form);
  }

  /** Whether the examples are shown: they are not where they find nothing. */
  setHint(isShown: boolean): void {
    this.#hint.hidden = !isShown;
    // What is hidden describes the box all the same.
    if (isShown) this.input.setAttribute("aria-describedby", this.#hint.id);
    else this.input.removeAttribute("aria-describedby");
  }

  get value(): string {
    return this.input.value;
  }

  set value(text: string) {
    this.#clear.hidden = text === "";
    this.#length = text.length;
    if (this.input.value === text) return;
    this.input.value = text;
    this.#suggestions?.close();
  }

  /** Suggests for the letter that was typed last, if that was put off. */
  follow(): void {
    if (!this.#isLetter) return;
    this.#isLetter = false;
    this.#suggestions?.update();
  }

  /** Who suggests from now on; `undefined`: nobody. */
  suggest(suggest: Suggest | undefined): void {
    if (!suggest) this.#suggestions?.close();
    this.#suggestions?.suggest(suggest);
  }

  /** Does what takes long for the first suggestions. */
  rehearse(): void {
    this.#suggestions?.rehearse();
  }

  /** How many suggestions there are, in words; empty if the reader sees none. */
  get suggested(): string {
    return this.#suggestions?.count ?? "";
  }

  #empty(act: Actions): void {
    this.#isLetter = false;
    this.input.value = "";
    this.#clear.hidden = true;
    this.#suggestions?.close();
    act.setQuery("", "commit");
  }
}

/** Whether one letter was typed or taken away. A text that is put in as a whole (pasted, dictated, filled in) is not followed by another key. */
function isLetter(event: Event, growth: number): boolean {
  return event instanceof InputEvent && !event.isComposing && (event.data?.length === 1 || (event.data === null && growth === -1));
}
