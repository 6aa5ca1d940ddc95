/** What must who do, and by when? The tasks, grouped by addressee. */

import type { SearchAnswer, Task } from "../types.js";
import type { Context } from "./context.js";
import type { Counted } from "./facets.js";
import { gather, h, place } from "./h.js";
import { MODALITY_LABELS, actorName } from "./labels.js";
import { Pages } from "./pages.js";
import { searchedFor } from "./reading.js";
import type { FilterName, Filters, State } from "./state.js";
import { TASK_FACETS, asked } from "./state.js";
import { briefTask, taskItem } from "./task.js";
import type { TaskItem } from "./task.js";
import type { Found, View } from "./view.js";
import { asItem } from "./view-priorities.js";
import { heading } from "./words.js";

/** Stands for the tasks of which the text does not say who is to do them. */
const NOBODY = "";
/** Values that are offered as filters in this order, and not by how frequent they are. */
const ORDERED = [...Object.keys(MODALITY_LABELS), "yes", "no"];

interface Group {
  actor: string;
  root: HTMLElement;
  list: HTMLElement;
  items: { task: Task; full: () => TaskItem; brief: () => Pick<TaskItem, "root" | "mark"> }[];
}

export class TasksView implements View {
  readonly root: HTMLElement;
  readonly #pages: Pages;
  readonly #groups: readonly Group[];
  /** Under the first addressee that is shown a task stands in full. */
  readonly #repeated: HTMLElement;
  readonly #all: readonly Task[];

  constructor(readonly ctx: Context) {
    this.#pages = new Pages(ctx, "tasks", ctx.t("viewTasks"), h("ul", { role: "list", class: "groups" }));
    this.#all = ctx.engine.tasks();
    const byActor = new Map<string, Task[]>();
    for (const task of this.#all) {
      for (const actor of addressees(task)) gather(byActor, actor, task);
    }
    const rank = ([actor, tasks]: [string, Task[]]): number => (actor === NOBODY ? 0 : tasks.length);
    this.#groups = [...byActor].sort((a, b) => rank(b) - rank(a)).map(([actor, tasks]) => {
      const list = h("ul", { role: "list", class: "tasks" });
      return {
        actor,
        list,
        root: h("section", { class: "group actor" },
          heading(ctx, 1, { class: "actor-title", tabindex: "-1" }, actor === NOBODY ? ctx.t("noAddressee") : actorName(ctx, actor)), list),
        items: tasks.map((task) => ({
          task,
          full: once(() => taskItem(ctx, task, `actor:${actor}`, 2)),
          brief: once(() => briefTask(ctx, task)),
        })),
      };
    });
    this.#repeated = h("span", {}, " ", ctx.t("tasksRepeated"));
    this.root = h("div", { class: "view tasks-view" },
      heading(ctx, 0, { class: "group-title" }, ctx.t("viewTasks")),
      h("p", { class: "muted" }, ctx.ofCouncil("tasksIntro"), this.#repeated),
      this.#pages.root);
  }

  get pages(): readonly Pages[] {
    return [this.#pages];
  }

  update(state: State, answer: SearchAnswer): Found {
    const matching = new Set(this.#matching(state, answer).filter((task) => passes(task, state.filters)));
    const query = searchedFor(state.query, answer);
    const wanted = state.filters.actor;
    const groups = this.#groups.filter(({ actor, items }) =>
      (!wanted || wanted.includes(actor)) && items.some(({ task }) => matching.has(task)));
    const told = new Set<Task>();
    this.#repeated.hidden = true;
    for (const { list, items } of groups) {
      place(list, items.filter(({ task }) => matching.has(task)).map(({ task, full, brief }) => {
        const isTold = told.has(task);
        if (isTold) this.#repeated.hidden = false;
        told.add(task);
        const item = isTold ? brief() : full();
        item.mark(query);
        return asItem(item);
      }));
    }
    this.#pages.show(groups.map(asItem), asked(state));
    return { n: matching.size, noun: "tasksFound" };
  }

  /** How often each value of a facet occurs among the tasks, the facet itself left aside. */
  count(state: State, answer: SearchAnswer): Counted[] {
    const matching = this.#matching(state, answer);
    return TASK_FACETS.map((facet) => {
      const others: Filters = { ...state.filters, [facet]: undefined };
      const counts = new Map<string, number>();
      for (const task of matching) {
        if (!passes(task, others)) continue;
        for (const value of valuesOf(task, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return { facet, values: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => ORDERED.indexOf(a.value) - ORDERED.indexOf(b.value) || b.count - a.count) };
    });
  }

  #matching(state: State, answer: SearchAnswer): readonly Task[] {
    return matchingTasks(this.ctx, this.#all, state.query, answer);
  }

  card(id: string): { heading: HTMLElement; root: HTMLElement; setOpen(open: boolean): void } | undefined {
    // It stands in the group of each that it addresses; where it is shown in full comes first.
    const all = this.#groups.flatMap(({ items }) => items.filter(({ task }) => task.id === id));
    const found = all.find(({ full }) => full().root.isConnected) ?? all[0];
    return found && { ...found.full(), setOpen: () => undefined };
  }
}

/** Those of some tasks that share words with the query and stand in a unit that the search found. */
export function matchingTasks(ctx: Context, tasks: readonly Task[], text: string, answer: SearchAnswer): readonly Task[] {
  const query = searchedFor(text, answer);
  if (query === "") return tasks;
  const units = new Set(answer.hits.map((hit) => hit.id));
  return tasks.filter((task) => units.has(task.unit) && textsOf(ctx, task).some(([words, lang]) => ctx.engine.highlight(query, words, lang).length > 0));
}

function textsOf(ctx: Context, task: Task): [string, string][] {
  const people = task.addressees.flatMap(({ actor }) => ctx.actor(actor)?.titles ?? []);
  const dates = [task.action, ...(task.deadline?.sources ?? []), ...(task.condition ? [task.condition] : [])];
  return [
    ...dates.map((span): [string, string] => [span.quote, ctx.officialLang]),
    ...[...task.titles, ...task.gists, ...people].map((words): [string, string] => [words.text, words.lang]),
  ];
}

/** Made when it is first shown. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function addressees(task: Task): string[] {
  return task.addressees.length === 0 ? [NOBODY] : [...new Set(task.addressees.map(({ actor }) => actor))];
}

function valuesOf(task: Task, facet: FilterName): string[] {
  switch (facet) {
    case "actor": return addressees(task).filter((actor) => actor !== NOBODY);
    case "modality": return [task.modality];
    case "deadline": return [task.deadline ? "yes" : "no"];
    default: return [];
  }
}

function passes(task: Task, filters: Filters): boolean {
  return TASK_FACETS.every((facet) => {
    const wanted = filters[facet];
    return !wanted || wanted.length === 0 || valuesOf(task, facet).some((value) => wanted.includes(value));
  });
}
