// The interface in 24 languages. Each failure names the language and the message.
//
//  1. There is a file for every official language of the EU; the README names those that nobody has reviewed.
//  2. Every language has every message, and no other.
//  3. A translation has the blanks of the English text, in every plural.
//  4. A plural has the categories that the language has, no more and no less.
//  5. No space at the ends, none twice, and no typewriter's quotes, dots or dashes.
//  6. A text ends as the English one does: with a colon, a full stop, an ellipsis, or nothing.
//  7. Nothing stayed in English.
//  8. Bulgarian is in Cyrillic, Greek in Greek, the others in Latin letters; no word mixes them.
//  9. Quotes are those of the language.
// 10. What a language says is in that language only when its words are there; numbers, dates and lists follow it.
// 11. When Dutch or English says something else, so do the others: tests/golden/messages.json holds what they were translated from.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { test } from "node:test";
import * as esbuild from "esbuild";

const OFFICIAL = ["bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"];
const element = new URL("../../pkg/src/element/", import.meta.url);
const folder = new URL("languages/", element);

const imported = (code) => import(`data:text/javascript,${encodeURIComponent(code)}`);
const files = new Map();
for (const name of (await readdir(folder)).sort()) {
  const { code } = await esbuild.transform(await readFile(new URL(name, folder), "utf8"), { loader: "ts" });
  const { default: messages, reviewed } = await imported(code);
  files.set(name.replace(/\.ts$/u, ""), { messages, reviewed });
}
const english = files.get("en").messages;
const translations = [...files].filter(([lang]) => lang !== "en");

/** Every text of a language with the name of its message, and of its category if it has plurals. */
const textsOf = (messages) => Object.entries(messages).flatMap(([key, message]) =>
  typeof message === "string" ? [{ key, name: key, text: message }] : Object.entries(message).map(([category, text]) => ({ key, name: `${key}.${category}`, text })));
/** The English text of a message: of several, the one for many. */
const englishOf = (key) => (typeof english[key] === "string" ? english[key] : english[key]?.other);
const blanksOf = (text) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();

/** Asks something of every text; `wrong` says what is the matter with one, if anything. */
function everywhere(wrong, languages = [...files]) {
  const found = languages.flatMap(([lang, { messages }]) => textsOf(messages).flatMap(({ key, name, text }) => {
    const what = wrong(text, { lang, key });
    return what ? [`${lang}.${name}: ${what}: ${text}`] : [];
  }));
  assert.deepEqual(found, []);
}

test("1. the languages", async () => {
  assert.deepEqual([...files.keys()], OFFICIAL);
  const unreviewed = [...files].filter(([, { reviewed }]) => reviewed !== true).map(([lang]) => lang);
  for (const lang of ["nl", "en"]) assert.ok(!unreviewed.includes(lang), lang);
  const readme = await readFile(new URL("../../pkg/README.md", import.meta.url), "utf8");
  const listed = /not yet been reviewed[^:]*:(?<list>[^.]*)\./u.exec(readme)?.groups.list.match(/`[a-z]{2}`/gu)?.map((code) => code.slice(1, -1));
  assert.deepEqual(listed, unreviewed, "the list of unreviewed languages in pkg/README.md");
});

test("2. every message", () => {
  const keys = Object.keys(english);
  const missing = translations.flatMap(([lang, { messages }]) => keys.filter((key) => !Object.hasOwn(messages, key)).map((key) => `${lang}: ${key} is missing: ${JSON.stringify(english[key])}`));
  const unknown = translations.flatMap(([lang, { messages }]) => Object.keys(messages).filter((key) => !keys.includes(key)).map((key) => `${lang}: ${key} is no message`));
  assert.deepEqual([...missing, ...unknown], []);
  assert.ok(keys.length > 200);
});

test("3. blanks", () => {
  everywhere((text, { key }) => {
    const wanted = blanksOf(englishOf(key));
    if (blanksOf(text).join() !== wanted.join()) return `its blanks are not ${wanted}`;
    return /[{}]/u.test(text.replaceAll(/\{\w+\}/gu, "")) && "a brace is left over";
  });
});

test("4. plurals", () => {
  const found = [];
  for (const [lang, { messages }] of files) {
    const rules = new Intl.PluralRules(lang);
    assert.equal(rules.resolvedOptions().locale, lang, `this Node does not know the plurals of ${lang}`);
    const wanted = [...rules.resolvedOptions().pluralCategories].sort().join();
    for (const [key, message] of Object.entries(messages)) {
      const plural = typeof english[key] !== "string";
      // An abbreviation may be the same for every number.
      if (typeof message === "string" ? plural && !["oaps", "chsgs"].includes(key) : !plural) found.push(`${lang}.${key}: ${plural ? "a" : "no"} plural was expected`);
      if (typeof message !== "string" && Object.keys(message).sort().join() !== wanted) found.push(`${lang}.${key}: has ${Object.keys(message)}, needs ${wanted}`);
    }
  }
  assert.deepEqual(found, []);
});

test("5. clean text", () => {
  everywhere((text) => {
    if (text === "") return "empty";
    if (text.trim() !== text) return "a space at an end";
    if (/\s\s/u.test(text)) return "two spaces";
    if (/\s[.,;:!?]/u.test(text.replaceAll(/[\u00A0\u202F]/gu, ""))) return "a space before a mark";
    // The name of a directive is code.
    return /["'`]|\.\.\.|--/u.test(text.replace("'wasm-unsafe-eval'", "")) && "a typewriter's mark";
  });
});

test("6. endings", () => {
  const ending = (text) => /[.:…]?$/u.exec(text)[0];
  everywhere((text, { key }) => ending(text) !== ending(englishOf(key)) && `should end in "${ending(englishOf(key))}"`);
});

/** Words that are the same in another language. */
const SAME = new Set([
  "OAP", "Document", "Instrument", "Date", "Source", "Sources", "Filters", "Condition", "Citation", "Notes",
  "Period {period}", "{type} for {area}", "{place}, passage {n}", "{n} passages",
]);

test("7. nothing in English", () => {
  const used = new Set();
  everywhere((text, { key }) => {
    if (text !== englishOf(key) || !/\p{L}{2}/u.test(text.replaceAll(/\{\w+\}/gu, ""))) return undefined;
    used.add(text);
    return !SAME.has(text) && "is the English text";
  }, translations);
  assert.deepEqual([...SAME].filter((text) => !used.has(text)), [], "these need not be allowed");
});

test("8. scripts", () => {
  const scriptOf = (lang) => ({ bg: "Cyrillic", el: "Greek" })[lang] ?? "Latin";
  // Names and code are in Latin letters everywhere.
  const foreign = /\{\w+\}|\([A-Z]+\)|\bOAP\b|\bCHSG\b|WebAssembly|'?wasm-unsafe-eval'?|script-src|Ctrl\+C|⌘C/gu;
  everywhere((text, { lang }) => {
    const own = text.replaceAll(foreign, "");
    const others = own.match(/\p{L}+/gu)?.filter((word) => !new RegExp(`^\\p{Script=${scriptOf(lang)}}+$`, "u").test(word)) ?? [];
    return others.length > 0 && `not in ${scriptOf(lang)} letters: ${others}`;
  });
});

/** Opening and closing quotes, as the Interinstitutional Style Guide of the EU or usage has them. */
const QUOTES = {
  bg: "„“", cs: "„“", da: "»«", de: "„“", el: "«»", en: "“”", es: "«»", et: "„“", fi: "””", fr: "«»", ga: "“”", hr: "„”", hu: "„”", it: "«»", lt: "„“", lv: "“”",
  mt: "“”", nl: "“”", pl: "„”", pt: "«»", ro: "„”", sk: "„“", sl: "„“", sv: "””",
};

test("9. quotes", () => {
  everywhere((text, { lang, key }) => {
    const [open, close] = QUOTES[lang];
    const marks = (text.match(/[„“”«»]/gu) ?? []).join("");
    if (marks !== (open + close).repeat(marks.length / 2)) return `quotes are ${open}…${close}`;
    // What is quoted in English is quoted in every language.
    return /[“”]/u.test(englishOf(key)) && marks === "" && "quotes are missing";
  });
  // French puts a space inside them and before its colon, one that does not break, and a narrow one before its semicolon and its question mark.
  everywhere((text) => (/«(?!\u00A0)|(?<!\u00A0)[»:]|(?<!\u202F)[;?!]/u.test(text) ? "no space that does not break" : undefined), [["fr", files.get("fr")]]);
});

test("10. what is said", async () => {
  const { outputFiles } = await esbuild.build({ entryPoints: [new URL("strings.ts", element).pathname], bundle: true, format: "esm", write: false, charset: "utf8" });
  const { filled, inSentence, learn, say, sayDate, sayList, spoken } = await imported(outputFiles[0].text);
  assert.equal(spoken("pl"), "en");
  assert.equal(say("pl", "print"), "Print");
  assert.equal(learn("nl"), undefined);
  for (const lang of OFFICIAL) await learn(lang);
  for (const lang of OFFICIAL) {
    assert.equal(learn(lang), undefined, lang);
    assert.equal(spoken(lang), lang);
    assert.equal(say(lang, "languageName"), files.get(lang).messages.languageName);
    // Every category is reached by a number, and each says its number.
    const { results } = files.get(lang).messages;
    const said = [0, 1, 2, 3, 7, 10, 11, 21, 100, 1_000_000].map((n) => say(lang, "results", { n }));
    for (const category of Object.keys(results).filter((name) => new Intl.PluralRules(lang).resolvedOptions().pluralCategories.includes(name))) {
      const shape = new RegExp(`^${results[category].replace("{n}", "[\\d\\s.,’\u00A0\u202F]+")}$`, "u");
      // Fractions alone have these: nothing here is counted in fractions.
      if (["cs", "sk", "lt"].includes(lang) && category === "many") continue;
      if (lang === "pl" && category === "other") continue;
      assert.ok(said.some((text) => shape.test(text)), `${lang}.results.${category} is said of no number: ${said}`);
    }
  }
  assert.equal(say("pl", "results", { n: 22 }), "22 wyniki");
  assert.equal(say("de", "results", { n: 12_345 }), "12.345 Ergebnisse");
  // Not as in Brazil.
  assert.equal(say("pt", "results", { n: 0 }), files.get("pt").messages.results.other.replace("{n}", "0"));
  assert.equal(say("de", "session", { n: "3796" }), "3796. Tagung des Rates");
  assert.equal(sayDate("nl", "2021-05-26"), "26 mei 2021");
  assert.equal(sayDate("en", "2021-05-26"), "26 May 2021");
  assert.equal(sayDate("hu", "2021-05-26"), "2021. május 26.");
  assert.equal(sayDate("fr", "2011-06-09", "2011-06-10"), "9–10 juin 2011");
  // As `Intl` has them, which these two do without.
  for (const [lang, locale] of [["nl", "nl"], ["en", "en-GB"]]) {
    for (let month = 0; month < 12; month += 1) {
      const date = new Date(Date.UTC(2022, month, 1 + month));
      assert.equal(sayDate(lang, date.toISOString().slice(0, 10)), new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(date));
    }
    for (const words of [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]]) assert.equal(sayList(lang, words), new Intl.ListFormat(locale).format(words));
  }
  for (const lang of OFFICIAL) assert.equal(new Intl.NumberFormat(lang).format(987), "987", lang);
  assert.equal(sayList("de", ["a", "b", "c"]), "a, b und c");
  assert.equal(inSentence("de", "Priorität 7"), "Priorität 7");
  // In German a noun stands first in every name but these.
  const { horizontalThreatN, operativeParagraphN } = files.get("de").messages;
  assert.equal(inSentence("de", horizontalThreatN), "horizontale Bedrohung {n}");
  assert.equal(inSentence("de", operativeParagraphN), "verfügender Teil, Nummer {n}");
  assert.equal(inSentence("el", "Προτεραιότητα 7"), "προτεραιότητα 7");
  assert.deepEqual(filled("en", "relationReplaces", { from: 1, to: 2 }), ["", 1, ": replaces ", 2, ""]);
});

test("11. what was translated", async () => {
  const golden = new URL("../golden/messages.json", import.meta.url);
  const dutch = files.get("nl").messages;
  const now = Object.fromEntries(Object.keys(english).map((key) => [key, [dutch[key], english[key]]]));
  if (process.env.UPDATE_GOLDEN === "1") await writeFile(golden, `{\n${Object.entries(now).map(([key, texts]) => `${JSON.stringify(key)}: ${JSON.stringify(texts)}`).join(",\n")}\n}\n`);
  const translated = JSON.parse(await readFile(golden, "utf8"));
  const stale = [...new Set([...Object.keys(now), ...Object.keys(translated)])].filter((key) => JSON.stringify(now[key]) !== JSON.stringify(translated[key]));
  assert.deepEqual(stale, [], "translate these anew in the other 22 languages, then: UPDATE_GOLDEN=1 node --test tests/node/languages.test.mjs");
});
