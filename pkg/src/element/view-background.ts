/** What came before and after, and what do the abbreviations mean? Cycles, amendments, terms. */

import type { Cycle, SearchAnswer } from "../types.js";
import type { Context } from "./context.js";
import { h, place } from "./h.js";
import { outsideFacts } from "./outside.js";
import { fact } from "./source.js";
import type { State } from "./state.js";
import type { Found, Target, View } from "./view.js";
import { asItem } from "./view-priorities.js";
import { heading, setMarked, wording } from "./words.js";

interface Subject extends Target {
  id: string;
  texts: { element: Element; text: string; lang: string }[];
}

export class BackgroundView implements View {
  readonly root: HTMLElement;
  readonly #cycles: readonly Subject[];
  readonly #list = h("ol", { role: "list", class: "cycles" });

  constructor(readonly ctx: Context) {
    this.#cycles = ctx.engine.framework.cycles.map((cycle) => cycleItem(ctx, cycle));
    this.root = h("div", { class: "view background" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("cycles")),
      h("p", { class: "muted" }, ctx.t("cyclesIntro")),
      this.#list);
  }

  update(state: State, _answer: SearchAnswer): Found {
    const shown: Subject[] = [];
    for (const subject of this.#cycles) {
      let found = state.query === "";
      for (const { element, text, lang } of subject.texts) {
        const marks = state.query === "" ? [] : this.ctx.engine.highlight(state.query, text, lang);
        if (marks.length > 0) found = true;
        setMarked(element, text, marks);
      }
      if (found) shown.push(subject);
    }
    place(this.#list, shown.map(asItem));
    return { n: shown.length, noun: "cyclesFound" };
  }

  card(id: string): Subject | undefined {
    return this.#cycles.find((subject) => subject.id === id);
  }
}

function cycleItem(ctx: Context, cycle: Cycle): Subject {
  const texts: Subject["texts"] = [];
  const title = ctx.pick(cycle.titles);
  const name = h("span", {}, title ? wording(ctx, title) : `${cycle.from}–${cycle.to}`);
  const head = heading(ctx, 1, { class: "title", tabindex: "-1" }, name);
  const now = cycle.from === yearOf(ctx.engine.framework.document.period.earliest);
  const previous = cycle.previous === undefined ? undefined : ctx.engine.get(cycle.previous);
  const agreed = cycle.agreed;
  const elsewhere = cycle.facts.length > 0 && outsideFacts(ctx, cycle.facts);
  if (elsewhere) for (const item of elsewhere.querySelectorAll(".items li")) texts.push({ element: item, text: item.textContent, lang: "en" });
  const root = h(
    "article",
    { class: `card cycle ${cycle.origin}${now ? " now" : ""}`, "data-id": cycle.id, part: "card" },
    h("p", { class: "years", "aria-hidden": "true" }, `${cycle.from}–${cycle.to}`),
    h("div", { class: "body" },
      head,
      now && h("p", { class: "tags" }, h("span", { class: "tag" }, ctx.t("thisCycle"))),
      cycle.sources.length > 0 && fact(ctx, cycle.id, cycle.sources, ctx.title(cycle.id),
        agreed?.earliest !== undefined ? ctx.t("agreedOn", { date: agreed.earliest === agreed.latest ? ctx.date(agreed.earliest) : ctx.title(agreed.id) }) : ctx.title(cycle.id)),
      previous?.kind === "cycle" && h("p", { class: "muted" }, ctx.t("follows", { cycle: `${previous.from}–${previous.to}` })),
      elsewhere),
  );
  return { id: cycle.id, root, heading: head, texts, setOpen: () => undefined };
}

function yearOf(iso: string | undefined): number {
  return Number(iso?.slice(0, 4));
}
