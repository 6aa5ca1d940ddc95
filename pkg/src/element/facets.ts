/** How is the choice narrowed? Native checkboxes with counts; values of one facet widen, facets narrow each other. */

import type { Context } from "./context.js";
import { h, hiddenText, place } from "./h.js";
import { FACET_LABELS, valueLabel } from "./labels.js";
import type { FilterName, Filters, ViewName } from "./state.js";
import { isChosen } from "./state.js";

/** What has the focus stays, whatever its count. */
const mustStay = ({ isChosen: chosen, made }: Row): boolean => chosen || made?.box.matches(":focus") === true;

const isPossible = (row: Row): boolean => row.n > 0 || mustStay(row);

/** A facet with its values, counted as if nothing were chosen in it. */
export interface Counted {
  facet: FilterName;
  values: readonly { value: string; count: number }[];
}

/** Values shown before "Show n more", and how many more are rather shown at once. */
const AT_FIRST = 6;
const A_FEW = 2;

interface Row {
  readonly value: string;
  n: number;
  isChosen: boolean;
  /** Made when it is first seen: a dataset can have thousands of values. */
  made: { item: HTMLElement; box: HTMLInputElement; count: HTMLElement } | undefined;
}

interface Group {
  facet: FilterName;
  root: HTMLDetailsElement;
  list: HTMLElement;
  rows: Row[];
  /** How many are chosen, beside the title. */
  chosen: HTMLElement;
  button: HTMLElement;
  more: HTMLElement;
}

/**
 * The facets of one view. The values and their order are those of the whole collection, so that nothing moves under the
 * reader's hand: a search only changes the counts.
 */
export class Facets {
  readonly root = h("div", { class: "facets", part: "facets" });
  readonly #groups = new Map<FilterName, Group>();

  /** `open`: those that stand open at first. `view` is where the facets are. */
  constructor(readonly ctx: Context, all: readonly Counted[], readonly view: ViewName, open: ReadonlySet<FilterName>) {
    for (const facet of ctx.look.facets) {
      const values = all.find((counted) => counted.facet === facet)?.values ?? [];
      if (values.length === 0) continue;
      const rows = values.map(({ value }): Row => ({ value, n: 0, isChosen: false, made: undefined }));
      const chosen = h("span", { class: "n-chosen" });
      const title = ctx.t(FACET_LABELS[facet]);
      const list = h("ul", { role: "list" });
      const more = h("span");
      const button = h("button", { type: "button", class: "link more", "aria-expanded": "false", onclick: () => {
        const before = new Set(list.children);
        this.#turn("whole", facet, !this.#isTurned("whole", facet));
        this.#trim(group);
        // The reader goes on where the button was.
        const next = [...list.children].find((item) => !before.has(item))?.querySelector("input");
        if (next) next.focus({ preventScroll: true });
        else button.scrollIntoView({ block: "nearest" });
      } }, more, hiddenText(` (${title})`));
      // What is closed is made as it is opened, before a reader can see it.
      const root = h("details", { class: "facet", "data-facet": facet, open: open.has(facet) !== this.#isTurned("open", facet), ontoggle: () => {
        this.#turn("open", facet, root.open !== open.has(facet));
        this.#trim(group);
      } },
      h("summary", { onclick: () => {
        this.#fill(group);
      } }, title, " ", chosen), h("fieldset", {}, h("legend", { class: "vh" }, title), list, button));
      const group: Group = { facet, root, list, rows, chosen, button, more };
      this.root.append(root);
      this.#groups.set(facet, group);
    }
  }

  /** Whether the reader turned a facet into what it is not at first: open or closed, its whole list. */
  #isTurned(what: "open" | "whole", facet: FilterName): boolean {
    return this.ctx.kept.turned.has(`${what} ${this.view} ${facet}`);
  }

  #turn(what: "open" | "whole", facet: FilterName, isTurned: boolean): void {
    const { turned } = this.ctx.kept;
    if (isTurned) turned.add(`${what} ${this.view} ${facet}`);
    else turned.delete(`${what} ${this.view} ${facet}`);
  }

  update(counted: readonly Counted[], filters: Filters): void {
    for (const [facet, group] of this.#groups) {
      const counts = new Map(counted.find((other) => other.facet === facet)?.values.map(({ value, count }) => [value, count]));
      for (const row of group.rows) {
        row.n = counts.get(row.value) ?? 0;
        row.isChosen = isChosen(filters, facet, row.value);
      }
      const nChosen = group.rows.filter((row) => row.isChosen).length;
      group.chosen.textContent = nChosen === 0 ? "" : String(nChosen);
      this.#trim(group);
    }
  }

  #item(facet: FilterName, row: Row): HTMLElement {
    if (!row.made) {
      const { value } = row;
      const count = h("span", { class: "count-of" });
      const box = h("input", { type: "checkbox", "data-value": value, onchange: () => {
        this.ctx.act.toggleFilter(facet, value);
      } });
      const item = h("li", {}, h("label", {}, box, h("span", { class: "value" }, valueLabel(this.ctx, facet, value)), " ", count));
      row.made = { item, box, count };
    }
    const { item, box, count } = row.made;
    box.checked = row.isChosen;
    if (count.textContent !== String(row.n)) count.textContent = String(row.n);
    return item;
  }

  #trim(group: Group): void {
    group.root.hidden = !group.rows.some(isPossible);
    if (group.root.open) this.#fill(group);
  }

  /** Shows what is chosen or can be chosen; of a long list the first few until the reader asks for all. */
  #fill({ facet, list, rows, button, more }: Group): void {
    const all = this.#isTurned("whole", facet);
    const possible = rows.filter(isPossible);
    const nFirst = all || possible.length <= AT_FIRST + A_FEW ? possible.length : AT_FIRST;
    let shown = 0;
    const visible = possible.filter((row) => {
      const isVisible = shown < nFirst || mustStay(row);
      if (isVisible) shown += 1;
      return isVisible;
    });
    const rest = possible.length - shown;
    place(list, visible.map((row) => this.#item(facet, row)));
    button.hidden = rest === 0 && !(all && shown > AT_FIRST + A_FEW);
    button.setAttribute("aria-expanded", String(all));
    const words = all ? this.ctx.t("less") : this.ctx.t("more", { n: rest });
    if (more.textContent !== words) more.textContent = words;
  }
}
