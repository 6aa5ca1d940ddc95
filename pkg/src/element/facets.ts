/** How is the choice narrowed? Native checkboxes with counts; values of one facet widen, facets narrow each other. */

import type { Context } from "./context.js";
import { h, hiddenText } from "./h.js";
import { FACET_LABELS, valueLabel } from "./labels.js";
import type { FilterName, Filters } from "./state.js";
import { isChosen } from "./state.js";

/** A facet with its values, counted as if nothing were chosen in it. */
export interface Counted {
  facet: FilterName;
  values: readonly { value: string; count: number }[];
}

/** Values shown before "Show n more", and how many more are rather shown at once. */
const AT_FIRST = 6;
const A_FEW = 2;

interface Row {
  value: string;
  item: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
  n: number;
}

interface Group {
  root: HTMLElement;
  rows: Row[];
  /** How many are chosen, beside the title. */
  chosen: HTMLElement;
  button: HTMLElement;
  more: Text;
  /** The reader asked for the whole list. */
  all: boolean;
}

/**
 * The facets of one view. The values and their order are those of the whole collection, so that nothing moves under the
 * reader's hand: a search only changes the counts.
 */
export class Facets {
  readonly root = h("div", { class: "facets", part: "facets" });
  readonly #groups = new Map<FilterName, Group>();

  constructor(readonly ctx: Context, all: readonly Counted[], open: ReadonlySet<FilterName>) {
    for (const facet of ctx.look.facets) {
      const values = all.find((counted) => counted.facet === facet)?.values ?? [];
      if (values.length === 0) continue;
      const rows = values.map(({ value }) => this.#row(facet, value));
      const chosen = h("span", { class: "n-chosen" });
      const title = ctx.t(FACET_LABELS[facet]);
      const list = h("ul", { role: "list" }, rows.map((row) => row.item));
      const more = new Text();
      const button = h("button", { type: "button", class: "link more", "aria-expanded": "false", onclick: () => {
        group.all = !group.all;
        this.#trim(group);
      } }, more, hiddenText(` (${title})`));
      const root = h("details", { class: "facet", "data-facet": facet, open: open.has(facet) },
        h("summary", {}, title, " ", chosen), h("fieldset", {}, h("legend", { class: "vh" }, title), list, button));
      const group: Group = { root, rows, chosen, button, more, all: false };
      this.root.append(root);
      this.#groups.set(facet, group);
    }
  }

  update(counted: readonly Counted[], filters: Filters): void {
    for (const [facet, group] of this.#groups) {
      const counts = new Map(counted.find((other) => other.facet === facet)?.values.map(({ value, count }) => [value, count]));
      let nChosen = 0;
      for (const row of group.rows) {
        const n = counts.get(row.value) ?? 0;
        if (row.n !== n) row.count.textContent = String(n);
        row.n = n;
        row.box.checked = isChosen(filters, facet, row.value);
        if (row.box.checked) nChosen += 1;
      }
      group.chosen.textContent = nChosen === 0 ? "" : String(nChosen);
      this.#trim(group);
    }
  }

  #row(facet: FilterName, value: string): Row {
    const count = h("span", { class: "count-of" });
    const box = h("input", { type: "checkbox", "data-value": value, onchange: () => {
      this.ctx.act.toggleFilter(facet, value);
    } });
    const item = h("li", {}, h("label", {}, box, h("span", { class: "value" }, valueLabel(this.ctx, facet, value)), " ", count));
    return { value, item, box, count, n: NaN };
  }

  /** Shows what is chosen or can be chosen; of a long list the first few until the reader asks for all. */
  #trim({ root, rows, button, more, all }: Group): void {
    let shown = 0;
    let rest = 0;
    // What has the focus stays, whatever its count.
    const mustStay = ({ box }: Row): boolean => box.checked || box.matches(":focus");
    const nPossible = rows.filter((row) => row.n > 0 || mustStay(row)).length;
    const nFirst = all || nPossible <= AT_FIRST + A_FEW ? nPossible : AT_FIRST;
    for (const row of rows) {
      const { item, n } = row;
      const kept = mustStay(row);
      const possible = n > 0 || kept;
      const visible = possible && (kept || shown < nFirst);
      item.hidden = !visible;
      if (visible) shown += 1;
      else if (possible) rest += 1;
    }
    root.hidden = shown === 0;
    button.hidden = rest === 0 && !(all && shown > AT_FIRST + A_FEW);
    button.setAttribute("aria-expanded", String(all));
    const words = all ? this.ctx.t("less") : this.ctx.t("more", { n: rest });
    if (more.data !== words) more.data = words;
  }
}
