/**
 * How could what is typed go on? Words that complete it, and cards whose titles hold it, in a list that lies over the page.
 *
 * The pattern is the editable combobox with list autocomplete of the ARIA Authoring Practices: the focus stays in the box, nothing is chosen
 * until the reader chooses it, and the cursor keys that move within a text leave the list.
 */

import type { EngineSuggestions, SuggestedQuery, SuggestedUnit } from "../types.js";
import type { Context } from "./context.js";
import { ICONS, h, hiddenText, icon } from "./h.js";
import type { SearchBox } from "./search-box.js";
import { langOf, marksWithin, setMarked } from "./words.js";

/** At most so many of each: the results under the list remain in sight. */
const QUERIES = 4;
const TITLES = 3;
/** So many of the queries may be the documents' alone. */
const OF_DOCUMENTS = 2;

/** As much of the list must be in the window, in pixels: about two options. */
const SEEN = 88;

/** No option: Enter searches for what is typed. */
const NONE = -1;

interface Option {
  readonly root: HTMLElement;
  readonly choose: () => void;
}

/** How the text goes on in the units and in the documents. What only stands in for mistyped letters is left out where others go on from them. */
function queriesOf(text: string, { queries, documents }: EngineSuggestions): SuggestedQuery[] {
  const others = (documents?.queries ?? []).filter((other) => queries.every((query) => query.text !== other.text));
  const goOn = ({ typed }: SuggestedQuery): boolean => typed.end === text.length;
  const isKnown = [...queries, ...others].some(goOn);
  const [own, theirs] = [queries, others].map((all) => all.filter((query) => !isKnown || goOn(query))) as [SuggestedQuery[], SuggestedQuery[]];
  return [...own.slice(0, QUERIES - Math.min(OF_DOCUMENTS, theirs.length)), ...theirs].slice(0, QUERIES);
}

export class SuggestionList {
  readonly root: HTMLElement;
  readonly #input: HTMLInputElement;
  #options: readonly Option[] = [];
  #at = NONE;

  /** Fills the list under a search box. */
  constructor(readonly ctx: Context, { list, input }: SearchBox) {
    this.root = list;
    this.#input = input;
    ctx.idle.soon(() => {
      if (!this.#isOpen) this.#rehearse();
    });
  }

  /** Suggests something that nobody sees: what is compiled, and which fonts are looked for, when that is done first, the first letter need not wait for. */
  #rehearse(): void {
    const found = this.#ask("e");
    if (!found) return;
    this.#fill("e", found);
    this.root.classList.add("unseen");
    this.root.hidden = false;
    this.root.getBoundingClientRect();
    this.root.hidden = true;
    this.root.classList.remove("unseen");
    this.#options = [];
    this.root.replaceChildren();
  }

  get #isOpen(): boolean { return !this.root.hidden; }

  /** How many suggestions there are, in words; empty while the list is closed. */
  get count(): string {
    return this.#isOpen ? this.ctx.t("suggestionsFound", { n: this.#options.length }) : "";
  }

  /** Suggests for what stands in the box now. */
  update(): void {
    const text = this.#input.value;
    const found = text.trim() === "" ? undefined : this.#ask(text);
    if (!found) {
      this.close();
      return;
    }
    this.#move(NONE);
    this.#fill(text, found);
    this.#show(this.#options.length > 0);
  }

  #fill(text: string, found: EngineSuggestions): void {
    this.#options = [
      ...queriesOf(text, found).map((query) => this.#query(query)),
      ...found.titles.slice(0, TITLES).map((title) => this.#title(title)),
    ];
    for (const [at, { root, choose }] of this.#options.entries()) {
      root.id = `suggestion-${at}`;
      root.addEventListener("click", choose);
    }
    this.root.replaceChildren(...this.#options.map(({ root }) => root));
  }

  close(): void {
    this.#move(NONE);
    this.#show(false);
  }

  /** Whether a key that was pressed in the box is done with; every other does there what it does in any text. */
  press(event: KeyboardEvent): boolean {
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        return this.#step(event.key === "ArrowDown" ? 1 : -1, event.altKey);
      case "Enter": {
        const option = this.#options[this.#at];
        if (this.#isOpen && option) option.choose();
        else this.close();
        return option !== undefined;
      }
      case "Escape": {
        const wasOpen = this.#isOpen;
        this.close();
        return wasOpen;
      }
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        this.#move(NONE);
        return false;
      default:
        return false;
    }
  }

  /** One further, with the box between the last option and the first. With Alt it opens or closes the list and chooses none. */
  #step(by: 1 | -1, alone: boolean): boolean {
    if (alone && by < 0) {
      this.close();
      return true;
    }
    if (!this.#isOpen) this.update();
    if (!this.#isOpen) return false;
    const places = this.#options.length + 1;
    if (!alone) this.#move(((this.#at + 1 + by + places) % places) - 1);
    return true;
  }

  #move(to: number): void {
    this.#options[this.#at]?.root.setAttribute("aria-selected", "false");
    this.#at = to;
    const option = this.#options[to]?.root;
    if (!option) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }

  #show(isOpen: boolean): void {
    const wasOpen = this.#isOpen;
    this.root.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
    // Where the box is at the lower edge of the window, or of what the keyboard of a telephone leaves of it, nobody would see the list.
    if (!isOpen || wasOpen) return;
    const { offsetTop, height } = globalThis.visualViewport ?? { offsetTop: 0, height: innerHeight };
    if (this.root.getBoundingClientRect().top + SEEN > offsetTop + height) {
      this.#input.form?.scrollIntoView({ block: "start", behavior: "instant" });
    }
  }

  #ask(text: string): EngineSuggestions | undefined {
    const { ctx } = this;
    try {
      return ctx.engine.suggest(text, { lang: ctx.contentLang, limit: QUERIES });
    } catch (error) {
      ctx.act.fail(error);
      return undefined;
    }
  }

  /** What is typed stands in plain letters, what would be added in bold ones. */
  #query({ text, typed, lang }: SuggestedQuery): Option {
    const { ctx } = this;
    const words = h("span", { lang: lang === undefined ? undefined : langOf(ctx, lang) });
    setMarked(words, text, [{ start: 0, end: typed.start }, { start: typed.end, end: text.length }].filter(({ start, end }) => start < end), "b");
    return {
      root: h("li", { role: "option", "aria-selected": "false" }, icon(ICONS.search), words),
      choose: () => {
        this.close();
        ctx.act.submit(text);
      },
    };
  }

  #title({ id, title, highlights }: SuggestedUnit): Option {
    const { ctx } = this;
    const unit = ctx.unit(id);
    const short = title.text.split(": ")[0] ?? title.text;
    const words = h("span", { lang: langOf(ctx, title.lang), class: title.status === "official" ? "official-title" : undefined });
    setMarked(words, short, marksWithin(highlights, 0, short.length));
    return {
      root: h("li", { role: "option", "aria-selected": "false" }, icon(ICONS.card),
        h("span", {}, unit && [h("span", { class: "key" }, ctx.t("labelled", { label: ctx.label(unit) })), " "], words, hiddenText(` (${ctx.t("openCard")})`))),
      choose: () => {
        this.close();
        ctx.act.visit(id);
      },
    };
  }
}
