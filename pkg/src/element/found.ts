/** Why did this match, when the title and the objective don't show it? The passage, the other language or the alias. */

import type { Hit, Mark, Unit } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import { ALIAS_LABELS } from "./labels.js";
import { langOf, marksWithin, setExcerpt, setMarked, statusTag } from "./words.js";

export class Found {
  readonly root = h("p", { class: "found", hidden: true });

  constructor(readonly ctx: Context, readonly unit: Unit) {}

  /** `shown`: what the card shows anyway holds a match, so that there is nothing to explain. */
  update(query: string, hit: Hit | undefined, shown: boolean): void {
    const isEmpty = this.root.hidden;
    const parts = query === "" || !hit || shown ? [] : this.#reason(query, hit);
    if (isEmpty && parts.length === 0) return;
    this.root.hidden = parts.length === 0;
    this.root.replaceChildren(...parts);
  }

  #reason(query: string, hit: Hit): (Node | string)[] {
    const { ctx } = this;
    const { excerpt } = hit;
    const alias = this.unit.aliases.find((other) => ctx.engine.highlight(query, other.text, other.lang).length > 0);
    if (alias && (!excerpt || excerpt.field === "alias" || hit.matched[0]?.field === "alias")) {
      const text = h("span", { lang: langOf(ctx, alias.lang) });
      setMarked(text, alias.text, ctx.engine.highlight(query, alias.text, alias.lang));
      return [h("span", { class: "key" }, ctx.t("foundThrough")), " ", text, " ",
        h("span", { class: "muted" }, `(${ctx.t(ALIAS_LABELS[alias.kind])}, ${ctx.t("ownWords")})`)];
    }
    if (excerpt && excerpt.field !== "alias") {
      const text = h("span", { class: excerpt.status === "official" ? "official" : undefined, lang: langOf(ctx, excerpt.lang) });
      setExcerpt(text, excerpt, this.#footnotes(excerpt.text));
      return [text, " ", statusTag(ctx, excerpt) ?? ""];
    }
    const other = this.unit.titles.find((words) => ctx.engine.highlight(query, words.text, words.lang).length > 0);
    if (!other) return [];
    const text = h("span", { lang: langOf(ctx, other.lang) });
    setMarked(text, other.text, ctx.engine.highlight(query, other.text, other.lang));
    return [h("span", { class: "key" }, ctx.t("foundThrough")), " ", text, " ", statusTag(ctx, other) ?? ""];
  }

  /** The numbers of footnotes in a passage of the official text. */
  #footnotes(passage: string): Mark[] {
    return this.unit.blocks.flatMap(({ text }, index) => {
      const start = text.indexOf(passage);
      return start < 0 ? [] : marksWithin(this.ctx.footnotes(this.unit.id, index), start, start + passage.length);
    });
  }
}
