/** What stands around the priorities? The cycles before and after, the terms, the roles, and the texts that are cited. */

import type { Cycle, DateRef, Reference, Role, SearchAnswer, SourceSpan, Task, Term, Wording } from "../types.js";
import type { Context } from "./context.js";
import type { Child } from "./h.js";
import { append, h, place } from "./h.js";
import { jumpList } from "./jump.js";
import { capital } from "./labels.js";
import { outsideFacts } from "./outside.js";
import { disclosure } from "./disclosure.js";
import { fact, linkTo, placeLink } from "./source.js";
import type { State } from "./state.js";
import type { Key } from "./strings.js";
import { filled } from "./strings.js";
import { addressees, dateWords } from "./task.js";
import type { Found, Target, View } from "./view.js";
import { asItem } from "./view-priorities.js";
import { heading, inLanguage, langOf, setMarked, statusTag, titleOf, wording } from "./words.js";

interface Subject extends Target {
  id: string;
  texts: { element: Element; text: string; lang: string }[];
}

interface Part {
  root: HTMLElement;
  title: HTMLElement;
  list: HTMLElement;
  subjects: readonly Subject[];
}

export class BackgroundView implements View {
  readonly root: HTMLElement;
  /** Its lists are short, and each has a place that links lead to: they are shown whole. */
  readonly pages = [];
  readonly #parts: readonly Part[];
  readonly #jump: HTMLElement;

  constructor(readonly ctx: Context) {
    const { engine } = ctx;
    const part = (name: Key, intro: string | undefined, list: HTMLElement, subjects: readonly Subject[]): Part => {
      const title = heading(ctx, 0, { class: "group-title", tabindex: "-1" }, ctx.t(name));
      return { root: h("section", { class: "group" }, title, h("p", { class: "muted" }, intro), list), title, list, subjects };
    };
    const rows = (): HTMLElement => h("dl", { class: "entries" });
    const tasks = engine.tasks();
    const terms = engine.entities("term").map((term) => termRow(ctx, term));
    this.#parts = [
      part("cycles", ctx.t("cyclesIntro"), h("ol", { role: "list", class: "cycles" }), engine.framework.cycles.map((cycle) => cycleItem(ctx, cycle))),
      part("terms", ctx.t("termsIntro"), rows(), terms.sort((a, b) => byName(ctx, a, b))),
      part("roles", ctx.t("rolesIntro"), rows(), engine.entities("role").map((role) => roleRow(ctx, role, tasks))),
      part("cited", ctx.ofCouncil("citedIntro"), rows(), engine.entities("reference").map((known) => referenceRow(ctx, known))),
    ];
    this.#jump = jumpList("", this.#parts.map(({ root, title }) => ({ name: title.textContent, root, title })));
    this.root = h("div", { class: "view background" }, this.#jump, this.#parts.map(({ root }) => root));
  }

  update(state: State, _answer: SearchAnswer): Found {
    let n = 0;
    for (const { root, list, subjects } of this.#parts) {
      const shown = subjects.filter((subject) => this.#mark(subject, state.query));
      place(list, list.localName === "ol" ? shown.map(asItem) : shown.map((subject) => subject.root));
      root.hidden = shown.length === 0;
      n += shown.length;
    }
    this.#jump.hidden = state.query !== "";
    return { n, noun: "subjectsFound" };
  }

  /** Marks what matches; says whether anything does. */
  #mark(subject: Subject, query: string): boolean {
    const { engine } = this.ctx;
    let found = query === "";
    for (const { element, text, lang } of subject.texts) {
      // What is known from elsewhere, and ids, need not be in a language of the dataset.
      const known = engine.framework.languages.includes(lang) ? lang : undefined;
      const marks = query === "" ? [] : engine.highlight(query, text, known);
      if (marks.length > 0) found = true;
      setMarked(element, text, marks);
    }
    return found;
  }

  card(id: string): Subject | undefined {
    for (const { subjects } of this.#parts) {
      const found = subjects.find((subject) => subject.id === id);
      if (found) return found;
    }
    return undefined;
  }
}

/** The same words, apart from their capitals. */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function byName(ctx: Context, a: Subject, b: Subject): number {
  return a.heading.textContent.localeCompare(b.heading.textContent, ctx.lang);
}

function cycleItem(ctx: Context, cycle: Cycle): Subject {
  const texts: Subject["texts"] = [];
  const title = ctx.pick(cycle.titles);
  const name = h("span", {}, title ? wording(ctx, title) : `${cycle.from}–${cycle.to}`);
  const titleId = ctx.uid();
  // Not even that there is such a cycle is from the document.
  const head = heading(ctx, 1, { id: titleId, class: "title", tabindex: "-1" }, name,
    cycle.origin === "outside" && [" ", h("span", { class: "tag" }, ctx.t("notInDocument"))]);
  const now = cycle.id === ctx.cycle?.id;
  const previous = cycle.previous === undefined ? undefined : ctx.entity(cycle.previous);
  const agreed = cycle.agreed;
  const elsewhere = outsideFacts(ctx, cycle.facts, 2);
  for (const item of elsewhere?.querySelectorAll(".items li") ?? []) texts.push({ element: item, text: item.textContent, lang: "en" });
  const root = h(
    "article",
    { class: "card cycle", "aria-labelledby": titleId, "data-id": cycle.id, part: "card" },
    h("p", { class: "years", "aria-hidden": "true" }, `${cycle.from}–${cycle.to}`),
    h("div", { class: "body" },
      head,
      now && h("p", { class: "badges" }, h("span", { class: "badge" }, ctx.t("thisCycle"))),
      cycle.sources.length > 0 && fact(ctx, cycle.id, cycle.sources, titleOf(ctx, cycle.id),
        agreed?.earliest !== undefined ? filled(ctx.lang, "agreedOn", { date: agreed.precision === "day" ? ctx.date(agreed.earliest, agreed.latest) : titleOf(ctx, agreed.id) }) : titleOf(ctx, cycle.id)),
      previous?.kind === "cycle" && h("p", { class: "muted" }, capital(ctx.t("follows", { cycle: `${previous.from}–${previous.to}` }))),
      elsewhere),
  );
  return { id: cycle.id, root, heading: head, texts, setOpen: () => undefined };
}

/** A row of a list of terms, roles or references, made of texts in which a search marks what it finds. */
class Row implements Subject {
  readonly root: HTMLElement;
  readonly heading: HTMLElement;
  readonly texts: Subject["texts"] = [];
  readonly #body = h("dd", {});

  constructor(readonly ctx: Context, readonly id: string) {
    this.heading = h("dt", { tabindex: "-1" });
    this.root = h("div", { class: "entry", "data-id": id }, this.heading, this.#body);
  }

  setOpen(): void {}

  /** A text that can be found. */
  text(text: string, lang: string, official = false): HTMLElement {
    const element = h("span", { class: official ? "official" : undefined, lang: langOf(this.ctx, lang) }, text);
    this.texts.push({ element, text, lang });
    return element;
  }

  /** Words of ours, with the label that says so. */
  ours(words: Wording): HTMLElement {
    return h("p", {}, this.text(words.text, words.lang), " ", statusTag(this.ctx, words));
  }

  /** Words of the document one after the other, each once, with all places where they stand behind one button. */
  quotes(key: string, spans: readonly SourceSpan[], label: Key): HTMLElement {
    const { ctx } = this;
    const different = spans.map((span) => span.quote).filter((quote, at, all) => all.findIndex((other) => same(other, quote)) === at);
    return fact(ctx, `${this.id}:${key}`, spans, [ctx.t(label), ", ", this.#name()],
      h("span", { class: "key" }, ctx.t(label)), " ",
      different.flatMap((quote, index) => [index > 0 && " · ", this.text(quote, ctx.officialLang, true)]));
  }

  /** What stands in the heading, for a label: the words and their languages. */
  #name(): Child[] {
    return [...this.heading.childNodes].map((node) =>
      node instanceof HTMLElement && node.lang !== "" ? h("span", { lang: node.lang }, node.textContent) : node.textContent ?? "");
  }

  add(...children: Child[]): this {
    append(this.#body, children);
    return this;
  }

  /** What is known from elsewhere, behind a button: these lists are mostly about the words of the document. */
  elsewhere(ids: readonly string[]): this {
    if (ids.length === 0) return this;
    const { ctx } = this;
    const { button, panel } = disclosure(ctx, {
      key: `facts:${this.id}`,
      class: "source from-elsewhere",
      label: ctx.t("fromElsewhere"),
      content: () => outsideFacts(ctx, ids, 1),
    });
    return this.add(h("p", {}, button), panel);
  }
}

function termRow(ctx: Context, term: Term): Subject {
  const row = new Row(ctx, term.id);
  const { abbreviation, expansion } = term;
  const title = ctx.pick(term.titles);
  const name = abbreviation ?? title?.text ?? term.id;
  const official = abbreviation !== undefined || title?.status === "official";
  const lang = abbreviation !== undefined ? ctx.officialLang : title?.lang ?? ctx.lang;
  row.heading.append(row.text(name, lang, official));
  const tag = abbreviation === undefined && title && statusTag(ctx, title);
  if (tag) row.heading.append(" ", tag);
  // Words that already stand on the left are not repeated; their place in the text is behind the first button.
  const here = [...(expansion ? [expansion] : []), ...term.forms].filter((span) => same(span.quote, name));
  const forms = term.forms.filter((form) => !same(form.quote, name) && !same(form.quote, expansion?.quote ?? ""));
  const own = translationOf(ctx, term.titles);
  const first: Child = expansion && !same(expansion.quote, name) ? row.text(expansion.quote, ctx.officialLang, true)
    : abbreviation !== undefined ? h("span", { class: "muted" }, ctx.t("neverExpanded"))
    : own && [row.text(own.text, own.lang), " ", statusTag(ctx, own)];
  const spans = expansion && !same(expansion.quote, name) ? [expansion] : here;
  return row.add(
    fact(ctx, `${term.id}:expansion`, spans, inLanguage(ctx, lang, name), first),
    own && own.text !== name && (abbreviation !== undefined || official === false) && row.ours(own),
    forms.length > 0 && row.quotes("forms", forms, "otherForms"),
  ).elsewhere(term.facts);
}

function roleRow(ctx: Context, role: Role, tasks: readonly Task[]): Subject {
  const row = new Row(ctx, role.id);
  const title = ctx.pick(role.titles);
  const own = translationOf(ctx, role.titles);
  const tag = title && statusTag(ctx, title);
  row.heading.append(row.text(title?.text ?? role.id, title?.lang ?? ctx.lang, title?.status === "official"), tag ? " " : "", tag ?? "");
  // Who can have the role: whoever is asked something in words that name it.
  const asked = tasks.filter(({ action, addressees }) => addressees.length > 0 && role.mentions.some((mention) =>
    mention.unit === action.unit && mention.block === action.block && mention.start >= action.start && mention.end <= action.end));
  return row.add(
    own && own !== title && row.ours(own),
    row.quotes("mentions", role.mentions, "inText"),
    ...asked.map((task) => h("p", {},
      h("span", { class: "key" }, ctx.t("askedOf")), " ", addressees(ctx, task), ctx.colon,
      linkTo(ctx, task.id, titleOf(ctx, task.id)))),
  ).elsewhere(role.facts);
}

function referenceRow(ctx: Context, known: Reference): Subject {
  const row = new Row(ctx, known.id);
  const title = ctx.pick(known.titles);
  row.heading.append(row.text(known.label, ctx.officialLang, true));
  const places = new Map(known.sources.map((span) => [ctx.place(span), span]));
  return row.add(
    title && title.text !== known.label && row.ours(title),
    known.date && dateOf(ctx, known.id, known.date),
    fact(ctx, `${known.id}:cited`, known.sources, inLanguage(ctx, ctx.officialLang, known.label), h("span", { class: "key" }, ctx.t("citedIn")), " ",
      [...places.values()].flatMap((span, index) => [index > 0 && " · ", placeLink(ctx, span)])),
  ).elsewhere(known.facts);
}

/** Of when a text is, or when what it is about is to be. */
function dateOf(ctx: Context, id: string, date: DateRef): Child {
  const label = ctx.t(date.type === "event" ? "date" : "deadline");
  return fact(ctx, `${id}:date`, date.sources, label, h("span", { class: "key" }, label), " ", dateWords(ctx, date));
}

/** Our translation of a name: in the language of the interface, else in any. */
function translationOf(ctx: Context, titles: readonly Wording[]): Wording | undefined {
  const ours = titles.filter((words) => words.status !== "official");
  return ours.find((words) => words.lang === ctx.contentLang) ?? ours[0];
}
