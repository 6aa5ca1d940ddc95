/**
 * What does the interface say? Sentences, dates and lists in the 24 official languages of the EU. Dutch and English are always
 * there; every other language is a file of its own that is fetched when an element first needs it.
 */

import en from "./languages/en.js";
import nl from "./languages/nl.js";
import type { Key, Message, Messages } from "./message.js";
import type { UiLang } from "./state.js";

export type { Key };

const here = new Map<UiLang, Messages>([["nl", nl], ["en", en]]);

/** Where the others are. Written out one by one: so bundlers find them and put each in a file of its own. */
const FILES: Readonly<Record<Exclude<UiLang, "nl" | "en">, () => Promise<{ readonly default: Messages }>>> = {
  bg: () => import("./languages/bg.js"),
  cs: () => import("./languages/cs.js"),
  da: () => import("./languages/da.js"),
  de: () => import("./languages/de.js"),
  el: () => import("./languages/el.js"),
  es: () => import("./languages/es.js"),
  et: () => import("./languages/et.js"),
  fi: () => import("./languages/fi.js"),
  fr: () => import("./languages/fr.js"),
  ga: () => import("./languages/ga.js"),
  hr: () => import("./languages/hr.js"),
  hu: () => import("./languages/hu.js"),
  it: () => import("./languages/it.js"),
  lt: () => import("./languages/lt.js"),
  lv: () => import("./languages/lv.js"),
  mt: () => import("./languages/mt.js"),
  pl: () => import("./languages/pl.js"),
  pt: () => import("./languages/pt.js"),
  ro: () => import("./languages/ro.js"),
  sk: () => import("./languages/sk.js"),
  sl: () => import("./languages/sl.js"),
  sv: () => import("./languages/sv.js"),
};

/** The language in which something can be said now: the one asked for, or English until it has been fetched. */
export function spoken(lang: UiLang): UiLang {
  return here.has(lang) ? lang : "en";
}

/**
 * Fetches the words of a language; `undefined` if they are there. Rejects if the file cannot be had: English stays then, and the
 * next call tries again.
 */
export function learn(lang: UiLang): Promise<void> | undefined {
  if (here.has(lang) || lang === "nl" || lang === "en") return undefined;
  return FILES[lang]().then((file) => {
    here.set(lang, file.default);
  });
}

/** Queries that find something in the conclusions, by the language of the contents. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  nl: ["witwassen", "vuurwapens", "slachtoffers", "lidstaten"],
  en: ["money laundering", "firearms", "victims", "Member States"],
};

/** The same as a phrase, for the hint of the search box. */
export const EXAMPLE_PHRASE: Readonly<Record<string, string>> = {
  nl: "witwassen, vuurwapens of COSI",
  en: "money laundering, firearms or COSI",
};

/** Languages that `Intl` would take for those of another continent: dates, and in Portuguese numbers and plurals, differ there. */
const IN_EUROPE: Readonly<Record<string, string>> = { en: "en-GB", pt: "pt-PT" };

/** What `Intl` is asked for, and never the language of the browser where it lacks the one of the interface. */
function locales(lang: string): string[] {
  return [IN_EUROPE[lang] ?? lang, "en-GB"];
}

/** What `Intl` makes for a language, made once. */
function once<T>(make: (lang: string) => T): (lang: string) => T {
  const made = new Map<string, T>();
  return (lang) => {
    const known = made.get(lang) ?? make(lang);
    made.set(lang, known);
    return known;
  };
}

const pluralRules = once((lang) => new Intl.PluralRules(locales(lang)));
const numberFormat = once((lang) => new Intl.NumberFormat(locales(lang)));
// Where `Intl` lacks the language (Irish and Maltese in Chromium): in figures.
const dateFormat = once((lang) => new Intl.DateTimeFormat(locales(lang), {
  dateStyle: Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0 ? "long" : "short", timeZone: "UTC",
}));
// With commas alone.
const listFormat = once((lang) => {
  const has = hasLists(lang);
  return new Intl.ListFormat(has ? lang : "en-GB", { type: has ? "conjunction" : "unit" });
});

/** A dataset may name a language as nobody writes it. */
function hasLists(lang: string): boolean {
  try {
    return Intl.ListFormat.supportedLocalesOf(lang).length > 0;
  } catch {
    return false;
  }
}

/** The months in the languages that are always there: the cards do not wait for what `Intl` has to read before its first date (40 ms in Chromium). */
const MONTHS: Readonly<Partial<Record<UiLang, readonly string[]>>> = {
  nl: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

/** What stands before the last of several things in those languages, which have no comma there. */
const AND: Readonly<Record<string, string>> = { nl: "en", en: "and" };

/** As the language writes numbers; those below a thousand are written alike in all of ours. */
export function sayNumber(lang: UiLang, n: number): string {
  return Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : numberFormat(lang).format(n);
}

/** A sentence of the interface, its blanks filled in; `n` chooses between its singular and plural. Numbers are written as the language does. */
export function say(lang: UiLang, key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const known = spoken(lang);
  const message: Message = (here.get(known) ?? en)[key];
  const n = values["n"];
  const text =
    typeof message === "string"
      ? message
      : (message[typeof n === "number" ? pluralRules(known).select(n) : "other"] ?? message.other);
  return !text.includes("{") ? text : text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name] ?? blank;
    return typeof value === "number" ? sayNumber(known, value) : value;
  });
}

/** A sentence of the interface with more than plain text in its blanks: elements, texts in another language. */
export function filled<T>(lang: UiLang, key: Key, blanks: Readonly<Record<string, T>>): (string | T | undefined)[] {
  return say(lang, key).split(/\{(\w+)\}/).map((piece, at) => (at % 2 === 0 ? piece : blanks[piece]));
}

/** An ISO date in words, or the days from one to another: "26 mei 2021", "9–10 juni 2011"; where `Intl` lacks the language in figures: "26/05/2021". */
export function sayDate(lang: UiLang, iso: string, last = iso): string {
  const known = spoken(lang);
  const date = new Date(iso);
  if (last !== iso) return dateFormat(known).formatRange(date, new Date(last));
  const month = MONTHS[known]?.[date.getUTCMonth()];
  return month === undefined ? dateFormat(known).format(date) : `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** Things in a row, in a language of the interface or of the contents: "a, b en c"; where `Intl` lacks it with commas alone. */
export function sayList(lang: string, words: readonly string[]): string {
  const and = AND[lang];
  if (and === undefined && words.length > 1) return listFormat(lang).format(words);
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(` ${and ?? ""} `);
}

/** What a language is called, in itself where `Intl` lacks the one of the interface; its tag if nobody knows. */
export function sayLanguage(lang: UiLang, tag: string): string {
  try {
    return new Intl.DisplayNames([spoken(lang), tag, "en-GB"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What says that a text is official, and in which language: the sentences of the interface do so for Dutch, this one stands for all others. */
export function sayOfficial(lang: UiLang, key: Key, tag: string): string {
  if (tag === "nl") return say(lang, key);
  return key === "kicker" ? `${say(lang, "councilName")} · ${officialIn(lang, tag)}` : officialIn(lang, tag);
}

/** "Official text (Dutch)": whoever wrote it. */
export function officialIn(lang: UiLang, tag: string): string {
  const text = say(lang, "official");
  return `${text.charAt(0).toLocaleUpperCase(lang)}${text.slice(1)} (${sayLanguage(lang, tag)})`;
}

/** A name as it stands inside a sentence: with a small letter, but in German, where only those that begin with an adjective have one. */
export function inSentence(lang: UiLang, name: string): string {
  return lang === "de" && !/^(?:Horizontale|Verfügender) /.test(name) ? name : name.charAt(0).toLocaleLowerCase(lang) + name.slice(1);
}
