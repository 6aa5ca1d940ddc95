/** What does every part of the view share? The engine, the language, what the reader opened, and what can be done. */

import type { Actor, CrimeArea, Cycle, Engine, Entity, Mark, SourceSpan, Unit, UnitKind, Wording } from "../types.js";
import { Idle } from "./idle.js";
import type { Look } from "./settings.js";
import { isAreaKind } from "./state.js";
import type { FilterName, Filters, State, UiLang, ViewName } from "./state.js";
import type { Key } from "./strings.js";
import { inSentence, say, sayDate, sayList } from "./strings.js";

/** The Council's own name, in the languages of the embedded dataset. A dataset of anybody else names them as it does. */
const COUNCIL = /^(?:de )?raad van de europese unie$|^(?:the )?council of the european union$/i;

/** What a part of the view can ask the element to do. */
export interface Actions {
  setLang(lang: UiLang): void;
  /**
   * `typing`: the address follows without a new entry in the history. `letter`: the same, one key of somebody who may be about to press the
   * next; the answer follows when the letter has been painted.
   */
  setQuery(query: string, how: "letter" | "typing" | "commit"): void;
  /** The reader wants the answer now: goes to it where the keyboard of a telephone lies over it, and tells it once more if it is the same. */
  submit(query: string): void;
  toggleFilter(facet: FilterName, value: string): void;
  clearFilters(): void;
  setView(view: ViewName): void;
  /** Tells the page that a card is to be opened or closed; `false`: the page wants it to stay as it is. */
  mayOpen(id: string, open: boolean): boolean;
  /** A card was opened or closed where it stands. */
  opened(id: string, open: boolean): void;
  /** Goes to a unit, task or cycle wherever it is shown, opens it and moves the focus there. */
  visit(id: string, view?: ViewName): void;
  retry(): void;
  /** Tries again to get the portal's documents. */
  retryPortal(): void;
  /** The engine failed: what it cannot say any more is not shown. */
  fail(error: unknown): void;
  /** Says something to assistive technology, and shows it for a moment. */
  announce(message: string): void;
}

/** What the reader opened and unfolded; it outlives a change of language. */
export interface Kept {
  /** Keys of what stands open. */
  readonly open: Set<string>;
  /** Keys of what is not as it is at first: open or closed, short or long. */
  readonly turned: Set<string>;
  /** By key of a list: how much of it is shown. */
  readonly shown: Map<string, number>;
}

export class Context {
  #ids = 0;
  readonly #entities = new Map<string, Entity | undefined>();
  /** By unit and block. */
  #footnotes: Map<string, Mark[]> | undefined;
  /** The units that ask somebody to do something. */
  #asking: Set<string> | undefined;
  readonly #watching = new Set<() => void>();
  /** The filters that are chosen, and the words for how much they leave. */
  filtered: { readonly filters: Filters; readonly found: string } = { filters: {}, found: "" };
  readonly idle: Idle;

  constructor(
    readonly engine: Engine,
    readonly lang: UiLang,
    readonly look: Look,
    readonly kept: Kept,
    readonly act: Actions,
    /** The address of a place, with this language. */
    readonly href: (place: Partial<State>) => string,
  ) {
    this.idle = new Idle((error) => {
      act.fail(error);
    });
  }

  t(key: Key, values?: Readonly<Record<string, string | number>>): string {
    return say(this.lang, key, values);
  }

  /** What stands between a name and what it names: ": ", in French " : ". */
  get colon(): string {
    return `${this.t("labelled", { label: "" })} `;
  }

  date(iso: string, last?: string): string {
    return sayDate(this.lang, iso, last);
  }

  list(words: readonly string[]): string {
    return sayList(this.lang, words);
  }

  /** A name of the interface as it stands inside a sentence. */
  inSentence(name: string): string {
    return inSentence(this.lang, name);
  }

  /** In which language the contents are shown where there is a choice. */
  get contentLang(): string {
    return this.look.contentLang;
  }

  /** Shows something that depends on {@link filtered}: now, and whenever that changes. */
  watchFilters(show: () => void): void {
    this.#watching.add(show);
    show();
  }

  setFiltered(filtered: Context["filtered"]): void {
    this.filtered = filtered;
    for (const show of this.#watching) show();
  }

  /** An id that is unique within the shadow root. */
  uid(): string {
    this.#ids += 1;
    return `e${this.#ids}`;
  }

  /** Language of the official text. */
  get officialLang(): string {
    return this.engine.framework.document.lang;
  }

  /** Who wrote the official text, in its own words; `undefined` if that is the Council, of which the interface has a name in each language. */
  get author(): string | undefined {
    const { quote } = this.engine.framework.document.institution;
    return COUNCIL.test(quote) ? undefined : quote;
  }

  /** A sentence that speaks of the Council or its conclusions; `undefined` where they are somebody else's. */
  ofCouncil(key: Key): string | undefined {
    return this.author === undefined ? this.t(key) : undefined;
  }

  /** The cycle that the document is about. */
  get cycle(): Cycle | undefined {
    const { document, cycles } = this.engine.framework;
    return cycles.find(({ from }) => from === Number(document.period.earliest?.slice(0, 4)));
  }

  /** Anything by its id. Asked of the engine once: names are asked for with every letter that is typed, and an entity can have thousands of parts. */
  entity(id: string): Entity | undefined {
    if (!this.#entities.has(id)) this.#entities.set(id, this.engine.get(id));
    return this.#entities.get(id);
  }

  /** Spares asking for entities again that were asked for together. */
  remember<T extends readonly Entity[]>(entities: T): T {
    for (const entity of entities) {
      this.#entities.set(entity.id, entity);
      if (entity.kind === "priority") this.remember(entity.subPriorities);
    }
    return entities;
  }

  unit(id: string): Unit | undefined {
    const entity = this.entity(id);
    return entity !== undefined && isUnit(entity) ? entity : undefined;
  }

  actor(id: string): Actor | undefined {
    const entity = this.entity(id);
    return entity?.kind === "actor" ? entity : undefined;
  }

  /** The wording in the language of the contents, else the official one. */
  pick(wordings: readonly Wording[]): Wording | undefined {
    return wordings.find((wording) => wording.lang === this.contentLang) ?? wordings[0];
  }

  /** Title of anything in the language of the contents, as plain text. */
  title(id: string): string {
    const entity = this.entity(id);
    return (entity && this.pick(entity.titles)?.text) ?? id;
  }

  /** The language of that title. */
  titleLang(id: string): string {
    const entity = this.entity(id);
    return (entity && this.pick(entity.titles)?.lang) ?? this.lang;
  }

  /** What a unit is called: "Prioriteit 7", "Recital 4". */
  label(unit: Unit): string {
    return labelOf(this.lang, unit);
  }

  /** Whether a unit asks somebody to do something. */
  hasTasks(unit: string): boolean {
    this.#asking ??= new Set(this.engine.tasks().map((task) => task.unit));
    return this.#asking.has(unit);
  }

  /** Where the numbers of footnotes stand in a block of the official text. */
  footnotes(unit: string, block: number): readonly Mark[] {
    this.#footnotes ??= this.#findFootnotes();
    return this.#footnotes.get(JSON.stringify([unit, block])) ?? [];
  }

  /** Behind the word that has the footnote, and before its text. */
  #findFootnotes(): Map<string, Mark[]> {
    const found = new Map<string, Mark[]>();
    for (const { number, marker, source } of this.engine.entities("footnote")) {
      const { length } = String(number);
      for (const { unit, block, end } of [marker, { ...source, end: source.start - 1 }]) {
        const key = JSON.stringify([unit, block]);
        const start = end - length;
        if (this.unit(unit)?.blocks[block]?.text.slice(start, end) !== String(number)) continue;
        const marks = found.get(key);
        if (marks) marks.push({ start, end });
        else found.set(key, [{ start, end }]);
      }
    }
    for (const marks of found.values()) marks.sort((a, b) => a.start - b.start);
    return found;
  }

  /** Where words stand in the document. */
  place(span: SourceSpan): string {
    const unit = this.unit(span.unit);
    if (!unit) return span.unit;
    const place = this.label(unit);
    if (unit.blocks[span.block]?.kind === "footnote") return this.t("footnotePlace", { place });
    return unit.blocks.length > 1 ? this.t("inBlock", { place, n: span.block + 1 }) : place;
  }
}

const LABELS: Readonly<Record<UnitKind, Key>> = {
  document: "document",
  recital: "recitalN",
  "operative-paragraph": "operativeParagraphN",
  "guiding-principle": "guidingPrincipleN",
  priority: "priorityN",
  "sub-priority": "subPriorityN",
  "horizontal-threat": "horizontalThreatN",
};

/** What a unit is called in a language of the interface: "Prioriteit 7", "Recital 4". */
export function labelOf(lang: UiLang, unit: Unit): string {
  return say(lang, LABELS[unit.kind], { n: String(unit.number ?? "") });
}

const UNIT_KINDS: ReadonlySet<string> = new Set([
  "document", "recital", "operative-paragraph", "guiding-principle", "priority", "sub-priority", "horizontal-threat",
]);

function isUnit(entity: Entity): entity is Unit {
  return UNIT_KINDS.has(entity.kind);
}

export function isArea(unit: Unit): unit is CrimeArea {
  return isAreaKind(unit.kind);
}
