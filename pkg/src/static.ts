/**
 * The priorities as plain HTML, made without a browser: for a page that is built or rendered on a server, to read before the element is
 * ready or without JavaScript, and for search engines.
 */

import { labelOf } from "./element/context.js";
import { legible } from "./element/h.js";
import type { UiLang } from "./element/state.js";
import { languageOf } from "./element/state.js";
import { learn, say, sayOfficial } from "./element/strings.js";
import type { CrimeArea, Engine, Lang, Wording } from "./types.js";

export interface StaticHtmlOptions {
  /** Language of the headings and labels, one of the 24 official languages of the EU; "nl-BE" means "nl". Default: `en`, as for any other. */
  lang?: Lang | undefined;
  /** Level of the headings of the two lists, 2 to 4; those of the priorities and sub-priorities lie below. Default: 2. */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** The URL of a crime area, by its id (`P7e`): its heading becomes a link. `undefined`: no link. Only http(s) and relative URLs are accepted. */
  href?: ((id: string) => string | undefined) | undefined;
}

/** What it needs of an engine. */
export type StaticSource = Pick<Engine, "priorities" | "horizontalThreats">;

/**
 * Lists the priorities with their sub-priorities, and the horizontal threats: number, title, objective and instruments, the official text
 * beside every translation, each text with its language where that differs.
 *
 * The HTML is one `<div lang>` to put anywhere, also inside `<empact-priorities>`. All text is escaped; there are no scripts, styles or ids
 * in it, and a single class: `empact-static`, on the outermost element. Each entry has the id of its card in `data-area`, by which the search box suggests it before
 * the engine is there, and `data-official` if its heading is official text. The same data gives the same HTML.
 *
 * @throws {TypeError} for an argument of the wrong type, or a heading level outside 2 to 4. Also rejects if the words of a language cannot be fetched.
 */
export async function renderToStaticHtml(engine: StaticSource, options: StaticHtmlOptions = {}): Promise<string> {
  if (typeof (engine as StaticSource | undefined)?.priorities !== "function") throw new TypeError("`engine` must be what `await loadEngine()` gives.");
  if (typeof options !== "object" || (options as StaticHtmlOptions | null) === null) throw new TypeError(`\`options\` must be an object, not ${String(options)}.`);
  const { headingLevel = 2, href = () => undefined, lang: asked = "" } = options;
  if (typeof asked !== "string") throw new TypeError(`\`lang\` must be a string, not ${String(asked)}.`);
  if (![2, 3, 4].includes(headingLevel)) throw new TypeError(`\`headingLevel\` must be 2, 3 or 4, not ${String(headingLevel)}.`);
  if (typeof href !== "function") throw new TypeError(`\`href\` must be a function from an id to a URL, not ${String(href)}.`);
  const lang = languageOf(asked) ?? "en";
  await learn(lang);
  const page = new StaticPage(lang, href);
  const lists = [
    { title: say(lang, "resultPriorities"), areas: engine.priorities() },
    { title: say(lang, "horizontalThreats"), areas: engine.horizontalThreats() },
  ];
  const parts = lists.filter(({ areas }) => areas.length > 0).map(({ title, areas }) => `${heading(headingLevel, escapeText(title))}\n${page.list(areas, headingLevel + 1)}`);
  return `<div class="empact-static" lang="${lang}">\n${parts.join("\n")}\n</div>\n`;
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What HTML can hold of a text: all but some control characters and halves of pairs, which become U+FFFD. */
function holdable(text: string): string {
  return text.replace(/[\0-\x08\v\f\x0E-\x1F\x7F\p{Surrogate}]/gu, "\uFFFD");
}

/** A value for a quoted attribute. Nothing is taken out: a value could become another one, and an address lead elsewhere than the one that was checked. */
function escapeValue(value: string): string {
  return holdable(value).replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
}

/** A text for an element, as `<empact-priorities>` shows it: not without end, and without what reorders the text behind it. */
function escapeText(text: string): string {
  return escapeValue(legible(text));
}

function heading(level: number, content: string): string {
  return `<h${level}>${content}</h${level}>`;
}

/** Whether an address is one to go to: relative, or http(s). */
function isSafe(address: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(address, "https://relative.invalid/").protocol);
  } catch {
    return false;
  }
}

class StaticPage {
  constructor(readonly lang: UiLang, readonly href: (id: string) => string | undefined) {}

  list(areas: readonly CrimeArea[], level: number): string {
    return `<ul>\n${areas.map((area) => this.#item(area, level)).join("\n")}\n</ul>`;
  }

  #item(area: CrimeArea, level: number): string {
    const title = this.#pick(area.titles);
    const official = area.titles.find((words) => words.status === "official");
    const lines = [
      heading(level, this.#link(area.id, `${escapeText(say(this.lang, "labelled", { label: labelOf(this.lang, area) }))} ${title ? this.#words(title) : escapeText(area.id)}`)),
      official && official !== title ? `<p>${this.#labelled(sayOfficial(this.lang, "officialTitle", official.lang))} ${this.#words(official)}</p>` : "",
      this.#instruments(area),
      this.#objective(area),
      area.kind === "priority" && area.subPriorities.length > 0 ? this.list(area.subPriorities, level + 1) : "",
    ];
    return `<li data-area="${escapeValue(area.id)}"${title?.status === "official" ? " data-official" : ""}>${lines.filter((line) => line !== "").join("\n")}</li>`;
  }

  /** The objective in the language of the contents, and the official one where that is a translation. */
  #objective({ objective }: CrimeArea): string {
    const shown = objective && this.#pick(objective.texts);
    if (!shown) return "";
    const official = objective.texts.find((words) => words.status === "official");
    const quote = (words: Wording): string => `<blockquote${this.#langOf(words)}><p>${escapeText(words.text)}</p></blockquote>`;
    if (!official || official === shown) return quote(shown);
    return `<p>${this.#labelled(say(this.lang, "objective"))} ${this.#words(shown)}</p>\n<p>${this.#labelled(sayOfficial(this.lang, "officialObjective", official.lang))}</p>\n${quote(official)}`;
  }

  #instruments({ declared, ...area }: CrimeArea): string {
    const inSubs = area.kind === "priority" && area.subPriorities.length > 0 ? ` ${say(this.lang, "declaredBySubs")}` : "";
    const counts = declared.map(({ type, count: n }) => `${n} ${say(this.lang, type === "OAP" ? "nOaps" : "nChsgs", { n })}${inSubs}`);
    return counts.length === 0 ? "" : `<p>${escapeText(counts.join(", "))}</p>`;
  }

  #link(id: string, content: string): string {
    const given = this.href(id) as unknown;
    if (given === undefined || given === null) return content;
    if (typeof given !== "string" && !(given instanceof URL)) throw new TypeError(`\`href\` must return a string for "${id}", not ${Object.prototype.toString.call(given)}.`);
    // Checked as it is written.
    const address = holdable(String(given));
    return isSafe(address) ? `<a href="${escapeValue(address)}">${content}</a>` : content;
  }

  /** A text with its language where that is another one, and what it is if it is not official. */
  #words(words: Wording): string {
    const lang = this.#langOf(words);
    const text = lang === "" ? escapeText(words.text) : `<span${lang}>${escapeText(words.text)}</span>`;
    if (words.status === "official") return text;
    return `${text} <small>(${escapeText(say(this.lang, words.status === "unofficial-translation" ? "unofficial" : "ownWords"))})</small>`;
  }

  #langOf(words: Wording): string {
    return words.lang === this.lang ? "" : ` lang="${escapeValue(words.lang)}"`;
  }

  #labelled(label: string): string {
    return escapeText(say(this.lang, "labelled", { label: label.charAt(0).toLocaleUpperCase(this.lang) + label.slice(1) }));
  }

  #pick(wordings: readonly Wording[]): Wording | undefined {
    const inLang = (lang: Lang): Wording | undefined => wordings.find((words) => words.lang === lang);
    return inLang(this.lang) ?? inLang("en") ?? wordings[0];
  }
}
