/** Where does the reader type? It is there before the engine is, and keeps what was typed. */

import type { Actions } from "./context.js";
import { ICONS, h, icon } from "./h.js";
import type { UiLang } from "./state.js";
import { say } from "./strings.js";

export class SearchBox {
  readonly root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #clear: HTMLButtonElement;

  constructor(lang: UiLang, act: Actions) {
    this.#input = h("input", {
      type: "search", id: "q", "data-key": "q", autocomplete: "off", spellcheck: "false", enterkeyhint: "search", part: "input",
      "aria-describedby": "q-hint",
      oninput: () => {
        this.#clear.hidden = this.#input.value === "";
        act.setQuery(this.#input.value, "typing");
      },
      onchange: () => {
        act.setQuery(this.#input.value, "commit");
      },
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || event.key !== "Escape" || this.#input.value === "") return;
        event.preventDefault();
        this.#empty(act);
      },
    });
    this.#clear = h("button", { type: "button", class: "clear", "aria-label": say(lang, "clear"), hidden: true, onclick: () => {
      this.#empty(act);
      this.#input.focus();
    } }, icon(ICONS.close));
    const form = h("form", { role: "presentation", onsubmit: (event) => {
      event.preventDefault();
      act.setQuery(this.#input.value, "commit");
    } },
    h("label", { for: "q" }, say(lang, "searchLabel")),
    h("div", { class: "box" }, icon(ICONS.search), this.#input, this.#clear),
    h("p", { id: "q-hint", class: "hint" }, say(lang, "searchHint")));
    // `<search>` is known to all current browsers; the role helps the older ones.
    this.root = h("search" as "div", { role: "search", class: "search" }, form);
  }

  set value(text: string) {
    if (this.#input.value !== text) this.#input.value = text;
    this.#clear.hidden = text === "";
  }

  #empty(act: Actions): void {
    this.#input.value = "";
    this.#clear.hidden = true;
    act.setQuery("", "commit");
  }
}
