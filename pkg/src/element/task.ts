/** Who is to do what, how binding is it, and by when? One task, wherever it is shown. */

import type { DateRef, Task, Wording } from "../types.js";
import type { Context } from "./context.js";
import { h } from "./h.js";
import type { Child } from "./h.js";
import { MODALITY_LABELS } from "./labels.js";
import { linkTo, source } from "./source.js";
import { heading, inLanguage, langOf, setMarked, statusInWords, statusTag, wording } from "./words.js";
import { sayLanguage, sayList } from "./strings.js";

/** The words of the document for a date, and what they can mean at the latest. */
export function dateWords(ctx: Context, date: DateRef): Child[] {
  const official = date.sources[0];
  const words = ctx.pick(date.titles);
  const shown = words ? wording(ctx, words) : official && officialWords(ctx, official.quote);
  return [
    shown,
    words && words.status !== "official" && [" ", statusTag(ctx, words)],
    date.precision !== "day" && date.latest !== undefined && date.type === "deadline"
      ? h("span", { class: "muted" }, ` (${ctx.t("precisely", { date: ctx.date(date.latest) })})`)
      : undefined,
  ];
}

/** A few words of the document, with their language where the contents have another one. */
function officialWords(ctx: Context, quote: string): Child {
  const { contentLang, officialLang } = ctx;
  return [
    h("span", { class: "official", lang: langOf(ctx, officialLang) }, `“${quote}”`),
    contentLang !== officialLang && [" ", h("span", { class: "tag" }, sayLanguage(ctx.lang, officialLang))],
  ];
}

export interface TaskItem {
  root: HTMLElement;
  heading: HTMLElement;
  mark(query: string): void;
}

/** `under` makes the keys unique where one task is shown more than once; `below` is the level of its heading. */
export function taskItem(ctx: Context, task: Task, under: string, below: number): TaskItem {
  const key = `${under}:${task.id}`;
  const { text: name, lang: nameLang, title, titleText } = titleOfTask(ctx, task);
  const head = heading(ctx, below, { class: "task-title", tabindex: "-1" }, titleText, statusInWords(ctx, title));
  const action = h("span", {}, task.action.quote);
  const gist = ctx.pick(task.gists);
  const gistText = gist && h("span", { lang: langOf(ctx, gist.lang) }, gist.text);
  const { deadline, condition } = task;
  // Everything that is said of a task stands in one paragraph, or nearly so: one source for all of it.
  const spans = [task.modalitySource, task.action, ...(deadline?.sources ?? []), ...(condition ? [condition] : []), ...task.addressees.map((addressee) => addressee.source)];
  const { button, panel } = source(ctx, key, spans, titleText.cloneNode(true));
  const line = (label: "deadline" | "condition" | "addressees", ...content: Child[]): HTMLElement =>
    h("p", { class: "fact" }, h("span", { class: "key" }, ctx.t("labelled", { label: ctx.t(label) })), " ", content);

  const root = h(
    "div",
    { class: "task", "data-id": task.id },
    h("div", { class: "task-head" }, head, h("p", { class: "task-meta" }, modalityBadge(ctx, task))),
    gist && gistText && h("p", { class: "gist" }, gistText, " ", statusTag(ctx, gist)),
    h("div", { class: "said" },
      h("blockquote", { class: "official small", lang: langOf(ctx, ctx.officialLang) }, h("p", {}, action)),
      button,
      panel),
    deadline && line("deadline", dateWords(ctx, deadline)),
    condition && line("condition", officialWords(ctx, condition.quote)),
    // Not once more under the heading of the only one.
    task.addressees.some(({ actor }) => `actor:${actor}` !== under) && line("addressees", addressees(ctx, task)),
  );
  return {
    root,
    heading: head,
    mark(query) {
      const marks = (text: string, lang: string | undefined) => (query === "" ? [] : ctx.engine.highlight(query, text, lang));
      setMarked(titleText, name, marks(name, nameLang));
      setMarked(action, task.action.quote, marks(task.action.quote, ctx.officialLang));
      if (gist && gistText) setMarked(gistText, gist.text, marks(gist.text, gist.lang));
    },
  };
}

/** A task that stands in full elsewhere in the list: its title, which leads there, and how binding it is. */
export function briefTask(ctx: Context, task: Task): Pick<TaskItem, "root" | "mark"> {
  const { text, lang, titleText } = titleOfTask(ctx, task);
  return {
    root: h("p", { class: "task brief" }, linkTo(ctx, task.id, titleText), " ", modalityBadge(ctx, task)),
    mark(query) {
      setMarked(titleText, text, query === "" ? [] : ctx.engine.highlight(query, text, lang));
    },
  };
}

function titleOfTask(ctx: Context, task: Task): { text: string; lang: string | undefined; title: Wording | undefined; titleText: HTMLElement } {
  const title = ctx.pick(task.titles);
  const text = title?.text ?? task.action.quote;
  return { text, lang: title?.lang, title, titleText: h("span", { lang: title && langOf(ctx, title.lang) }, text) };
}

function modalityBadge(ctx: Context, { modality }: Task): HTMLElement {
  return h("span", { class: `modality ${modality}` }, ctx.t(MODALITY_LABELS[modality]));
}

/** Who is asked: "a, b en c", in the language of the contents. */
export function addressees(ctx: Context, task: Task): Child {
  return inLanguage(ctx, ctx.contentLang, sayList(ctx.contentLang, task.addressees.map(({ actor }) => ctx.title(actor))));
}
