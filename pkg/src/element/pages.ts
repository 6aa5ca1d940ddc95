/** How much of a list is shown at once? A page of it, and another one whenever the reader asks. Paper shows the whole list. */

import type { Context } from "./context.js";
import { h, hiddenText, place } from "./h.js";

export class Pages {
  readonly root: HTMLElement;
  readonly #more = h("span");
  readonly #shown = h("span", { class: "muted" });
  readonly #rest = h("p", { class: "rest-of-list", hidden: true });
  #items: readonly HTMLElement[] = [];
  #size: number;
  #key = "";

  /** `name`: what this list is called among all lists of the element; `title`: for readers. */
  constructor(readonly ctx: Context, readonly name: string, title: string, readonly list: HTMLElement) {
    this.#size = ctx.look.pageSize;
    const more = h("button", { type: "button", class: "primary", part: "more", "data-key": `more:${name}`, onclick: () => {
      this.#next();
    } }, this.#more, hiddenText(` (${title})`));
    this.#rest.append(more, " ", this.#shown);
    this.root = h("div", {}, list, this.#rest);
  }

  /** Puts the items into the list, in their order. With another `key` it begins again with the first page, or with as many as were asked for there. */
  show(items: readonly HTMLElement[], key: string): void {
    this.#key = [this.name, this.ctx.look.pageSize, key].join("\n");
    this.#size = this.ctx.kept.shown.get(this.#key) ?? this.ctx.look.pageSize;
    this.#items = items;
    place(this.list, items);
    this.#cut();
  }

  /** Shows as many pages as it takes to see something that is in the list. */
  reveal(node: Node): void {
    const at = this.#items.findIndex((item) => item.contains(node));
    while (at >= this.#size) this.#grow();
    this.#cut();
  }

  #next(): void {
    const first = this.#items[this.#size];
    this.#grow();
    this.#cut();
    this.ctx.act.announce(this.#shown.textContent ?? "");
    // The reader goes on where the button was: it is behind what it showed.
    first?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
  }

  #grow(): void {
    this.#size += this.ctx.look.pageSize;
    this.ctx.kept.shown.set(this.#key, this.#size);
  }

  #cut(): void {
    const n = this.#items.length;
    const shown = Math.min(n, this.#size);
    // Not `entries()`, which Prototype.js takes away.
    this.#items.forEach((item, at) => {
      item.classList.toggle("beyond", at >= shown);
    });
    this.#rest.hidden = shown === n;
    this.#more.textContent = this.ctx.t("more", { n: Math.min(n - shown, this.ctx.look.pageSize) });
    this.#shown.textContent = this.ctx.t("shownOfResults", { shown, n });
  }
}
