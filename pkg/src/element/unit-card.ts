/** How is a recital, a paragraph or any other passage shown: short in a list of results, whole in the full text? */

import type { Hit, Mark, Unit, Wording } from "../types.js";
import { section, tasks } from "./area-card.js";
import type { Context } from "./context.js";
import { isArea } from "./context.js";
import { cardActions, copyRow } from "./copy.js";
import { disclosure } from "./disclosure.js";
import type { Disclosure } from "./disclosure.js";
import { Found } from "./found.js";
import { outsideFacts } from "./outside.js";
import { ICONS, h, hiddenText, icon } from "./h.js";
import { fact, linkTo } from "./source.js";
import { heading, inLanguage, langOf, raised, setMarked, statusInWords, statusTag } from "./words.js";

/** The texts that a passage cites, with the words that do. */
function references(ctx: Context, unit: Unit): HTMLElement | undefined {
  const cited = ctx.engine.relations(unit.id).flatMap(({ type, from, to }) => {
    const known = type === "cites" && from === unit.id ? ctx.entity(to) : undefined;
    return known?.kind === "reference" ? [known] : [];
  });
  if (cited.length === 0) return undefined;
  return section(ctx, 2, ctx.t("references"), cited.map((known) => {
    const title = ctx.pick(known.titles.filter((words) => words.status !== "official"));
    return fact(ctx, `${unit.id}:${known.id}`, known.sources.filter((span) => span.unit === unit.id), inLanguage(ctx, ctx.officialLang, known.label),
      h("span", { class: "official", lang: langOf(ctx, ctx.officialLang) }, known.label),
      title && [h("span", { class: "muted" }, " — ", h("span", { lang: langOf(ctx, title.lang) }, title.text)), " ", statusTag(ctx, title)]);
  }));
}

export class UnitCard {
  readonly root: HTMLElement;
  readonly heading: HTMLElement;
  readonly #toggle: Disclosure;
  readonly #title: HTMLElement;
  readonly #gist: { element: HTMLElement; words: Wording } | undefined;
  readonly #found: Found;
  /** What it shows the match of. */
  #shown: { query: string; hit: Hit | undefined } | undefined;
  readonly #blocks: { element: HTMLElement; text: string; above: readonly Mark[] }[];

  /** `form`: "result" hides the official text behind a button, "text" shows it at once. */
  constructor(readonly ctx: Context, readonly unit: Unit, readonly form: "result" | "text") {
    const name = ctx.label(unit);
    const titleId = ctx.uid();
    const title = ctx.pick(unit.titles);
    const gist = ctx.pick(unit.gists);
    this.#title = h("span", { lang: title && langOf(ctx, title.lang), class: title?.status === "official" ? "official-title" : undefined }, title?.text ?? "");
    // The title of the document is official text, which stands right below.
    const isOfficial = form === "text" && unit.kind === "document";
    this.heading = heading(ctx, 1, { id: titleId, class: "title", tabindex: "-1", part: "card-title" },
      isOfficial ? h("span", { class: "label" }, name) : [h("span", { class: "label" }, name, hiddenText(ctx.colon)), this.#title, statusInWords(ctx, title)]);
    this.#found = new Found(ctx, unit);
    this.#blocks = unit.blocks.map(({ kind, text }, index) => {
      const above = ctx.footnotes(unit.id, index);
      return { element: h("p", { class: kind }, raised(text, above)), text, above };
    });
    const text = h("blockquote", { class: "official", lang: langOf(ctx, ctx.officialLang) }, this.#blocks.map((block) => block.element));
    this.#gist = gist && { words: gist, element: h("span", { lang: langOf(ctx, gist.lang) }, gist.text) };
    const gistLine = this.#gist && h("p", { class: "gist" }, this.#gist.element, " ", statusTag(ctx, { ...this.#gist.words, status: "own-words" }));
    this.#toggle = disclosure(ctx, {
      key: `${form}:${unit.id}`,
      label: [icon(ICONS.down), ctx.t(form === "result" ? "detailsUnit" : ctx.hasTasks(unit.id) ? "detailsText" : "detailsNote"), hiddenText(` ${name}`)],
      content: () => [
        form === "result" && text,
        form === "text" && gistLine,
        tasks(ctx, unit.id, 2),
        references(ctx, unit),
        // A crime area shows them on its card.
        !isArea(unit) && outsideFacts(ctx, unit.facts, 2),
        isArea(unit) && form === "text" && h("p", {}, linkTo(ctx, unit.id, ctx.t("openCard"), "priorities")),
        form === "result" && h("p", {}, linkTo(ctx, unit.id, ctx.t("readInText"), "text")),
        copyRow(ctx, unit, name),
      ],
      mayChange: (open) => ctx.act.mayOpen(unit.id, open),
      changed: (open) => {
        ctx.act.opened(unit.id, open);
      },
    });
    this.root = h(
      "article",
      { class: `card passage ${form} ${unit.kind}`, "aria-labelledby": titleId, "data-id": unit.id, part: "card" },
      this.heading,
      !isOfficial && title?.status === "unofficial-translation" && h("p", { class: "tags" }, statusTag(ctx, title)),
      form === "result" && [gistLine, this.#found.root],
      form === "text" && text,
      h("div", { class: "actions" }, this.#toggle.button, cardActions(unit.id)),
      this.#toggle.panel,
    );
  }

  setOpen(open: boolean): void {
    this.#toggle.set(open);
  }

  update(query: string, hit: Hit | undefined): void {
    if (this.#shown?.query === query && this.#shown.hit === hit) return;
    this.#shown = { query, hit };
    const { engine } = this.ctx;
    const title = this.ctx.pick(this.unit.titles);
    if (title) setMarked(this.#title, title.text, query === "" ? [] : engine.highlight(query, title.text, title.lang));
    for (const { element, text, above } of this.#blocks) {
      setMarked(element, text, query === "" ? [] : engine.highlight(query, text, this.ctx.officialLang), "mark", above);
    }
    if (this.#gist) {
      const { element, words } = this.#gist;
      setMarked(element, words.text, query === "" ? [] : engine.highlight(query, words.text, words.lang));
    }
    // A passage of the summary stands there already.
    const isInGist = hit?.excerpt?.field === "gist" && hit.excerpt.lang === this.#gist?.words.lang;
    this.#found.update(query, hit, this.form === "text" || isInGist);
  }
}
