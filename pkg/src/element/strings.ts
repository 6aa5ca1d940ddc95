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

/** The language of the contents for somebody who reads `lang`: the dataset is in Dutch, with a translation into English. */
export function contentLang(lang: UiLang): "nl" | "en" {
  return lang === "nl" ? "nl" : "en";
}

/** Queries that find something, in a language of the contents. */
export const EXAMPLES: Readonly<Record<"nl" | "en", readonly string[]>> = {
  nl: ["witwassen", "vuurwapens", "slachtoffers", "lidstaten"],
  en: ["money laundering", "firearms", "victims", "Member States"],
};

/** The same as a phrase, for the hint of the search box. */
export const EXAMPLE_PHRASE: Readonly<Record<"nl" | "en", string>> = {
  nl: "witwassen, vuurwapens of COSI",
  en: "money laundering, firearms or COSI",
};

/** What `Intl` is asked for: British dates, and never the language of the browser where it lacks the one of the interface. */
function locales(lang: UiLang): string[] {
  return lang === "en" ? ["en-GB"] : [lang, "en-GB"];
}

/** What `Intl` makes for a language, made once. */
function once<T>(make: (lang: UiLang) => T): (lang: UiLang) => T {
  const made = new Map<UiLang, T>();
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
const listFormat = once((lang) => new Intl.ListFormat(locales(lang), { type: Intl.ListFormat.supportedLocalesOf(lang).length > 0 ? "conjunction" : "unit" }));

/** The months in the languages that are always there: the cards do not wait for what `Intl` has to read before its first date (40 ms in Chromium). */
const MONTHS: Readonly<Partial<Record<UiLang, readonly string[]>>> = {
  nl: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

/** What stands before the last of several things in those languages, which have no comma there. */
const AND: Readonly<Partial<Record<UiLang, string>>> = { nl: "en", en: "and" };

/** As the language writes numbers; those below a thousand are written alike in all of ours. */
function sayNumber(lang: UiLang, n: number): string {
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
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name] ?? blank;
    return typeof value === "number" ? sayNumber(known, value) : value;
  });
}

/** A sentence whose blanks take more than plain text: its pieces, and between them the names of the blanks. */
export function pieces(lang: UiLang, key: Key): string[] {
  return say(lang, key).split(/\{(\w+)\}/);
}

/** An ISO date in words: "26 mei 2021"; where `Intl` lacks the language in figures: "26/05/2021". */
export function sayDate(lang: UiLang, iso: string): string {
  const known = spoken(lang);
  const date = new Date(iso);
  const month = MONTHS[known]?.[date.getUTCMonth()];
  return month === undefined ? dateFormat(known).format(date) : `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** Things in a row: "a, b en c"; where `Intl` lacks the language with commas alone. */
export function sayList(lang: UiLang, words: readonly string[]): string {
  const known = spoken(lang);
  const and = AND[known];
  if (and === undefined && words.length > 1) return listFormat(known).format(words);
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(` ${and ?? ""} `);
}

/** A name as it stands inside a sentence: with a small letter, but in German. */
export function inSentence(lang: UiLang, name: string): string {
  return lang === "de" ? name : name.charAt(0).toLocaleLowerCase(lang) + name.slice(1);
}
