/** What does the document say about a crime area? The card of a priority, a sub-priority or the horizontal threat. */

import type { Alias, CrimeArea, Experience, GuidingPrinciple, Hit, Instrument, Objective, Relation, SourceSpan, SubPriority, Wording } from "../types.js";
import type { Context } from "./context.js";
import { cardActions, copyRow } from "./copy.js";
import { disclosure } from "./disclosure.js";
import type { Disclosure } from "./disclosure.js";
import type { Child } from "./h.js";
import { ICONS, gather, h, hiddenText, icon, legible, place } from "./h.js";
import { ALIAS_LABELS, FACET_LABELS, RELATION_LABELS, capital, entityName } from "./labels.js";
import { Found } from "./found.js";
import { outsideFacts } from "./outside.js";
import { PortalAbout } from "./portal.js";
import { fact, linkTo, quotesInContext, source } from "./source.js";
import type { FilterName } from "./state.js";
import { isChosen } from "./state.js";
import type { Key } from "./strings.js";
import { filled, sayOfficial } from "./strings.js";
import { taskItem } from "./task.js";
import { heading, inLanguage, langOf, marksWithin, setMarked, shortTitle, statusTag, titleOf, wording } from "./words.js";

export class AreaCard {
  readonly root: HTMLElement;
  readonly heading: HTMLElement;
  readonly subs: readonly AreaCard[];
  readonly #toggle: Disclosure;
  readonly #title: TitleText;
  readonly #objective: { element: HTMLElement; words: Wording } | undefined;
  readonly #found: Found;
  readonly #subList: HTMLElement | undefined;
  readonly #subNote: HTMLElement | undefined;
  /** Made with the details. */
  #portal: PortalAbout | undefined;
  #allSubs = false;
  /** What it shows the matches of. */
  #shown: { query: string; hits: ReadonlyMap<string, Hit> | undefined } | undefined;
  /** How many sub-priorities the note says are shown. */
  #noted: number | undefined;

  constructor(readonly ctx: Context, readonly area: CrimeArea, below = 1) {
    const name = ctx.label(area);
    const titleId = ctx.uid();
    this.#title = new TitleText(ctx, area);
    this.heading = heading(ctx, below, { id: titleId, class: "title", tabindex: "-1", part: "card-title" }, hiddenText(`${ctx.t("labelled", { label: name })} `), this.#title.root);
    this.#objective = objective(ctx, area);
    this.#found = new Found(ctx, area);
    this.subs = area.kind === "priority" ? area.subPriorities.map((sub: SubPriority) => new AreaCard(ctx, sub, below + 1)) : [];
    this.#toggle = disclosure(ctx, {
      key: area.id,
      label: [
        icon(ICONS.down),
        ctx.t(area.kind === "priority" ? "details" : area.kind === "sub-priority" ? "detailsSub" : "detailsThreat"),
        // The same words stand on every card.
        hiddenText(`${ctx.colon}${name}`),
      ],
      content: () => {
        this.#portal = new PortalAbout(ctx, area.id, below + 1);
        return [...details(ctx, area, below + 1), this.#portal.root];
      },
      mayChange: (open) => ctx.act.mayOpen(area.id, open),
      changed: (open) => {
        if (open) this.#portal?.update();
        ctx.act.opened(area.id, open);
      },
    });
    if (this.subs.length > 0) {
      this.#subList = h("ul", { role: "list", class: "subs" });
      this.#subNote = h("p", { class: "sub-note", hidden: true });
    }
    const official = area.titles.find((words) => words.status === "official");
    this.root = h(
      "article",
      { class: `card ${area.kind}`, "aria-labelledby": titleId, "data-id": area.id, part: "card" },
      // The threat has a number of its own, which is not that of a priority.
      h("p", { class: "number", "aria-hidden": "true" }, area.kind === "horizontal-threat" ? ctx.label(area) : area.number),
      h(
        "div",
        { class: "body" },
        this.heading,
        this.#title.shown !== official && official && h("p", { class: "original" }, wording(ctx, official), hiddenText(` (${sayOfficial(ctx.lang, "officialTitle", official.lang)})`)),
        badges(ctx, area),
        this.#found.root,
        this.#objective && h("p", { class: "key objective-label" }, capital(ctx.t("objective"))),
        this.#objective &&
          h("blockquote", { class: this.#objective.words.status === "official" ? "objective official" : "objective", lang: langOf(ctx, this.#objective.words.lang) },
            h("p", {}, this.#objective.element)),
        this.#objective && area.objective && afterObjective(ctx, area, area.objective, this.#objective.words),
        h("div", { class: "actions" }, this.#toggle.button, cardActions(area.id), copyRow(ctx, area, name)),
        this.#toggle.panel,
        this.#subNote,
        this.#subList,
      ),
    );
    this.#showSubs(this.subs);
  }

  setOpen(open: boolean): void {
    this.#toggle.set(open);
    if (open) this.#portal?.update();
  }

  /** Shows what matched. `hits` holds those of the sub-priorities too; without a search it is `undefined`. */
  update(query: string, hits: ReadonlyMap<string, Hit> | undefined): void {
    this.#portal?.update();
    for (const sub of this.subs) sub.update(query, hits);
    if (this.#shown?.query === query && this.#shown.hits === hits) return;
    this.#shown = { query, hits };
    const hit = hits?.get(this.area.id);
    const marks = (text: string, lang: string) => (query === "" || (hits && !hit) ? [] : this.ctx.engine.highlight(query, text, lang));
    this.root.classList.toggle("context", hits !== undefined && hit === undefined);
    const inTitle = this.#title.mark(marks);
    let inObjective = false;
    if (this.#objective) {
      const { element, words } = this.#objective;
      const found = marks(words.text, words.lang);
      inObjective = found.length > 0;
      setMarked(element, words.text, found);
    }
    this.#found.update(query, hit, inTitle || inObjective);
    const matching = hits ? this.subs.filter((sub) => hits.has(sub.area.id)) : this.subs;
    if (!hits) this.#allSubs = false;
    this.#showSubs(this.#allSubs ? this.subs : matching);
  }

  #showSubs(shown: readonly AreaCard[]): void {
    if (!this.#subList || !this.#subNote) return;
    place(this.#subList, shown.map((sub) => sub.root.closest("li") ?? h("li", {}, sub.root)));
    this.#subList.hidden = shown.length === 0;
    const some = shown.length < this.subs.length;
    this.#subNote.hidden = !some;
    // A button that stands there already stays the same one: a finger may be on it.
    if (some && shown.length !== this.#noted) {
      this.#noted = shown.length;
      this.#subNote.replaceChildren(
        this.ctx.t("shownOf", { shown: shown.length, n: this.subs.length }),
        " ",
        h("button", { type: "button", class: "link", onclick: () => {
          this.#allSubs = true;
          this.#showSubs(this.subs);
          this.subs[0]?.heading.focus({ preventScroll: true });
        } }, this.ctx.t("showAllSubs")),
      );
    }
  }
}

/** A long title has a name and, after a colon, what belongs to it: two lines of one heading. */
class TitleText {
  readonly root: HTMLElement;
  readonly shown: Wording | undefined;
  readonly #main: HTMLElement;
  readonly #rest: HTMLElement;
  readonly #cut: number;

  constructor(ctx: Context, area: CrimeArea) {
    this.shown = ctx.pick(area.titles);
    const text = this.shown?.text ?? area.id;
    const colon = text.indexOf(": ");
    this.#cut = colon < 0 ? text.length : colon + 1;
    this.#main = h("span", { class: "name" });
    this.#rest = h("span", { class: "rest" });
    const lang = this.shown && langOf(ctx, this.shown.lang);
    this.root = h("span", { lang, class: this.shown?.status === "official" ? "official-title" : undefined },
      this.#main, this.#cut < text.length && this.#rest);
    if (this.shown?.status === "unofficial-translation") {
      this.root = h("span", {}, this.root, " ", h("span", { class: "tag" }, ctx.t("unofficial")));
    }
    this.mark(() => []);
  }

  mark(marks: (text: string, lang: string) => { start: number; end: number }[]): boolean {
    const text = this.shown?.text ?? "";
    const found = marks(text, this.shown?.lang ?? "");
    setMarked(this.#main, text.slice(0, this.#cut), marksWithin(found, 0, this.#cut));
    setMarked(this.#rest, text.slice(this.#cut), marksWithin(found, this.#cut, text.length));
    return found.length > 0;
  }
}

function objective(ctx: Context, area: CrimeArea): { element: HTMLElement; words: Wording } | undefined {
  const words = area.objective && ctx.pick(area.objective.texts);
  return words && { words, element: h("span", {}, words.text) };
}

/** Under the objective: that it is a translation, and the words of the Council behind it. */
function afterObjective(ctx: Context, area: CrimeArea, known: Objective, shown: Wording): HTMLElement {
  const { button, panel } = source(ctx, known.id, [known.source], `${ctx.t("objective")}, ${ctx.label(area)}`);
  return h("div", { class: "after" }, h("p", {}, statusTag(ctx, shown), " ", button), panel);
}

/** "1 OAP" for the eye, "1 operational action plan (OAP)" for the ear. */
function badges(ctx: Context, area: CrimeArea): HTMLElement {
  return h(
    "p",
    { class: "badges" },
    [...area.declared, ...ofSubs(area)].map(({ type, count }) => {
      const many = ctx.t(type === "OAP" ? "oaps" : "chsgs", { n: count });
      const inSubs = area.kind === "priority" && area.subPriorities.length > 0 ? ` ${ctx.t("declaredBySubs")}` : "";
      const full = `${count} ${ctx.t(type === "OAP" ? "nOaps" : "nChsgs", { n: count })}${inSubs}`;
      return [
        h("span", { class: `badge ${type.toLowerCase()}`, title: full },
          h("span", { "aria-hidden": "true" }, `${count} ${many}${inSubs}`),
          hiddenText(`${full}. `)),
        " ",
      ];
    }),
  );
}

/** What the sub-priorities are implemented by that the document does not say of their priority. */
function ofSubs(area: CrimeArea): { type: Instrument["type"]; count: number }[] {
  if (area.kind !== "priority") return [];
  const counts = new Map<Instrument["type"], number>();
  for (const { type } of area.subPriorities.flatMap(({ instruments }) => instruments)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).filter(({ type }) => !area.declared.some((declared) => declared.type === type));
}

export function section(ctx: Context, below: number, title: string, ...content: Child[]): HTMLElement {
  return h("section", { class: "section" }, heading(ctx, below, { class: "section-title" }, title), content);
}

/** A link to the card of another crime area. */
function areaLink(ctx: Context, id: string): HTMLElement {
  const unit = ctx.unit(id);
  return linkTo(ctx, id, unit ? [ctx.t("labelled", { label: ctx.label(unit) }), " ", inLanguage(ctx, ctx.titleLang(id), shortTitle(ctx, id))] : id);
}

function details(ctx: Context, area: CrimeArea, below: number): Child[] {
  const officialObjective = area.objective?.texts.find((words) => words.status === "official");
  return [
    officialObjective && area.objective && ctx.contentLang !== officialObjective.lang &&
      section(ctx, below, sayOfficial(ctx.lang, "officialObjective", officialObjective.lang), quotesInContext(ctx, [area.objective.source])),
    area.objective === undefined && area.kind === "priority" && area.subPriorities.length > 0 && h("p", { class: "muted" }, ctx.t("noObjective")),
    implementation(ctx, area, below),
    experience(ctx, area, below),
    delineation(ctx, area, below),
    area.kind === "priority" && area.guidingPrinciples.length > 0 && principles(ctx, area.guidingPrinciples, below),
    characteristics(ctx, area, below),
    relations(ctx, area, below),
    tasks(ctx, area.id, below),
    aliases(ctx, area, below),
    fullText(ctx, area),
    outsideFacts(ctx, area.facts, below),
  ];
}

/** What it has to be delineated from; apart from that, what has to be delineated from it, which is no duty of its own. */
function delineation(ctx: Context, area: CrimeArea, below: number): HTMLElement | undefined {
  if (area.delineations.length === 0) return undefined;
  const list = (label: Key, side: "from" | "to", other: "from" | "to"): Child => {
    const found = area.delineations.filter((relation) => relation[side] === area.id);
    return found.length > 0 && [h("p", {}, ctx.t(label)), found.map((relation) =>
      fact(ctx, `${area.id}:${relation.id}`, relation.sources, ctx.t("delineation"), areaLink(ctx, relation[other])))];
  };
  return section(ctx, below, ctx.t("delineation"), list("delineateFrom", "from", "to"), list("delineatedFromIt", "to", "from"));
}

function implementation(ctx: Context, area: CrimeArea, below: number): HTMLElement {
  const own = area.instruments.map((instrument) =>
    fact(ctx, instrument.id, [instrument.source], instrument.type,
      `1 ${ctx.t(instrument.type === "OAP" ? "nOaps" : "nChsgs", { n: 1 })}`));
  const declared = area.instruments.length > 0 ? [] : area.declared.map(({ type, count, source }) =>
    fact(ctx, `${area.id}:${type}`, [source], type,
      `${count} ${ctx.t(type === "OAP" ? "nOaps" : "nChsgs", { n: count })} ${ctx.t("declaredBySubs")}`));
  // Which of them have what: each says so on its own card.
  const subs = area.kind === "priority" && area.subPriorities.length > 0 && h("ul", { role: "list", class: "by-sub" }, area.subPriorities.map((sub) =>
    h("li", {}, areaLink(ctx, sub.id), h("span", { class: "muted" }, ` – ${ctx.list(sub.declared.map(({ type, count }) => `${count} ${ctx.t(type === "OAP" ? "oaps" : "chsgs", { n: count })}`))}`))));
  const bundles = area.kind === "priority" && area.declaredSubPriorities
    ? fact(ctx, `${area.id}:subs`, [area.declaredSubPriorities.source], ctx.t("nSubPriorities", { n: area.declaredSubPriorities.count }),
      `${area.declaredSubPriorities.count} ${ctx.t("nSubPriorities", { n: area.declaredSubPriorities.count })}`)
    : undefined;
  return section(ctx, below, ctx.t("implementation"), own, bundles, declared, subs);
}

function experience(ctx: Context, area: CrimeArea, below: number): HTMLElement {
  const { experience: known } = area;
  if (!known) return section(ctx, below, ctx.t("buildsOn"), h("p", { class: "muted" }, ctx.t("noExperience")));
  const cycle = ctx.entity(known.cycle);
  const parent = known.inheritedFrom === undefined ? undefined : ctx.unit(known.inheritedFrom);
  return section(
    ctx, below, ctx.t("buildsOn"),
    predecessors(known).map(({ types, span }, index) =>
      fact(ctx, `${area.id}:experience:${index}`, [span], ctx.t("buildsOn"),
        h("span", { class: "official", lang: langOf(ctx, ctx.officialLang) }, `“${span.quote}”`),
        h("span", { class: "muted" }, ` ${ctx.t("buildsOnCycle", {
          what: ctx.list(types.map((type) => ctx.t(type === "OAP" ? "buildsOnOap" : "buildsOnPriority"))),
          cycle: cycle?.kind === "cycle" ? `${cycle.from}–${cycle.to}` : known.cycle,
        })}`))),
    parent && h("p", { class: "muted" }, ctx.t("inherited", { parent: ctx.inSentence(ctx.label(parent)) })),
  );
}

/** The predecessors by the words that name them: one phrase can name a priority and its OAP. */
function predecessors(known: Experience): { types: ("OAP" | "priority")[]; span: SourceSpan }[] {
  const groups: { types: ("OAP" | "priority")[]; span: SourceSpan }[] = [];
  for (const { type, source: span } of known.predecessors) {
    const same = groups.find((group) => group.span.quote === span.quote && group.span.start === span.start && group.span.block === span.block);
    if (same) same.types.push(type);
    else groups.push({ types: [type], span });
  }
  return groups;
}

function principles(ctx: Context, ids: readonly string[], below: number): HTMLElement {
  return section(
    ctx, below, ctx.t("principles"),
    ids.map((id) => {
      const unit = ctx.unit(id);
      if (unit?.kind !== "guiding-principle") return undefined;
      return principle(ctx, unit, below + 1);
    }),
  );
}

function principle(ctx: Context, unit: GuidingPrinciple, below: number): HTMLElement {
  const title = ctx.pick(unit.titles);
  const { button, panel } = disclosure(ctx, {
    key: `card:${unit.id}`,
    class: "row-toggle",
    label: [icon(ICONS.down), h("span", {}, `${unit.number ?? ""}. `, title ? wording(ctx, title) : unit.id)],
    content: () => [
      unit.blocks.map((block) => h("blockquote", { class: "official small", lang: langOf(ctx, ctx.officialLang) }, h("p", {}, block.text))),
      tasks(ctx, unit.id, below),
    ],
  });
  return h("div", { class: "row" }, button, panel);
}

/** The keywords of an area, facet by facet; each opens the words that carry it. */
function characteristics(ctx: Context, area: CrimeArea, below: number): HTMLElement | undefined {
  if (area.facets.length === 0) return undefined;
  const byKind = new Map<FilterName, HTMLElement[]>();
  const panels = new Map<FilterName, HTMLElement[]>();
  for (const { facet, sources } of area.facets) {
    const cut = facet.indexOf(":");
    const kind = facet.slice(0, cut) as FilterName;
    const label = ctx.title(facet);
    const { button, panel } = disclosure(ctx, {
      key: `tag:${area.id}:${facet}`,
      class: "keyword",
      label: titleOf(ctx, facet),
      content: () => [
        quotesInContext(ctx, sources),
        filterBy(ctx, kind, facet.slice(cut + 1)),
      ],
      isSource: true,
    });
    panel.dataset["label"] = legible(label);
    gather(byKind, kind, h("li", {}, button));
    gather(panels, kind, panel);
  }
  return section(
    ctx, below, ctx.t("characteristics"),
    h("p", { class: "muted" }, ctx.ofCouncil("characteristicsNote") ?? ctx.t("ownWords")),
    [...byKind].map(([kind, items]) =>
      h("div", { class: "keywords" },
        h("p", { class: "key" }, kind in FACET_LABELS ? ctx.t(FACET_LABELS[kind]) : kind),
        h("ul", { role: "list" }, items),
        panels.get(kind))),
  );
}

/** Narrows what is shown to what has the same keyword. The card stays, so it says what has become of the rest. */
function filterBy(ctx: Context, facet: FilterName, value: string): HTMLElement {
  const button = h("button", { type: "button", class: "chip", onclick: () => {
    ctx.act.toggleFilter(facet, value);
  } }, h("span", {}, filled(ctx.lang, "filterBy", { label: filled(ctx.lang, "quoted", { text: titleOf(ctx, `${facet}:${value}`) }) })));
  const found = h("span", { class: "muted" });
  ctx.watchFilters(() => {
    const isOn = isChosen(ctx.filtered.filters, facet, value);
    button.setAttribute("aria-pressed", String(isOn));
    found.textContent = isOn ? ctx.filtered.found : "";
  });
  return h("p", { class: "filter-by" }, button, " ", found);
}

function relations(ctx: Context, area: CrimeArea, below: number): HTMLElement | undefined {
  const seen = new Set(area.delineations.map((relation) => relation.id));
  const all: Relation[] = [area.id, ...area.instruments.map((instrument) => instrument.id)]
    .flatMap((id) => ctx.engine.relations(id))
    .filter((relation) => relation.origin === "document" && !seen.has(relation.id) && seen.add(relation.id) && RELATION_LABELS[relation.type]);
  if (all.length === 0) return undefined;
  return section(
    ctx, below, ctx.t("relations"),
    all.map((relation) => {
      const label = RELATION_LABELS[relation.type];
      const from = entityName(ctx, relation.from, "at its beginning");
      const to = entityName(ctx, relation.to, "in a sentence");
      return fact(ctx, relation.id, relation.sources, ctx.t("relations"), label ? filled(ctx.lang, label, { from, to }) : [from, `: ${relation.type} `, to]);
    }),
  );
}

export function tasks(ctx: Context, unit: string, below: number): HTMLElement | undefined {
  const found = ctx.engine.tasks({ unit });
  if (found.length === 0) return undefined;
  return section(ctx, below, ctx.t("tasks"), found.map((task) => taskItem(ctx, task, unit, below + 1).root));
}

function aliases(ctx: Context, area: CrimeArea, below: number): HTMLElement | undefined {
  if (area.aliases.length === 0) return undefined;
  return section(
    ctx, below, ctx.t("aliases"),
    h("p", { class: "muted" }, ctx.t("aliasesNote")),
    h("dl", { class: "aliases" }, ALIAS_KINDS.map((kind) => {
      const names = namesOf(area.aliases, kind);
      return names.length > 0 && h("div", {},
        h("dt", { class: "key" }, ctx.t(ALIAS_LABELS[kind])),
        h("dd", {}, names.flatMap((alias, index) => [index > 0 && ", ", h("span", { lang: langOf(ctx, alias.lang) }, alias.text)])));
    })),
  );
}

const ALIAS_KINDS: readonly Alias["kind"][] = ["abbreviation", "former-name", "synonym", "everyday", "spelling"];

/** The names of one kind; those that are written alike in two languages once. */
function namesOf(aliases: readonly Alias[], kind: Alias["kind"]): Alias[] {
  const names = new Map<string, Alias>();
  for (const alias of aliases) if (alias.kind === kind && !names.has(alias.text)) names.set(alias.text, alias);
  return [...names.values()];
}

function fullText(ctx: Context, area: CrimeArea): HTMLElement {
  const { button, panel } = disclosure(ctx, {
    key: `full:${area.id}`,
    class: "row-toggle",
    label: [icon(ICONS.down), ctx.t("fullText")],
    content: () => area.blocks.map((block) => h("blockquote", { class: `official small ${block.kind}`, lang: langOf(ctx, ctx.officialLang) }, h("p", {}, block.text))),
  });
  return h("div", { class: "row full" }, button, panel);
}
