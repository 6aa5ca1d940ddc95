// Makes the queries of a corpus: `node tests/bench/corpus/queries.mjs CORPUS...`. The same corpus always gives the same queries.
//
// Words are of at least four letters a to z, so that every peer's idea of a word is the same. They are drawn by frequency in three
// bands, in turn: rare (at most 0.05 % of the documents), middling (to 1 %) and frequent (to 25 %). The classes:
//
//   single      one word
//   or2, and2   two words; for and2 both stand in one document
//   prefix      every keystroke, from the first letter, of 50 words
//   fuzzy       a word with one edit (a letter replaced, dropped or added) that makes a word that does not occur
//   phrase      two or three words as they stand next to each other in a document
//   known       three words of one document's summary, to find that document
//   knowntypo   the same with one of the words mistyped
//
// With each query stands what is true: `n`, how many documents match, or `wantId`, the document to find.

import { readFileSync, writeFileSync } from "node:fs";
import { isMain } from "../../../pkg/tools/project.mjs";
import { corpusFile, languageOf, queriesFile } from "../places.mjs";
import { randomNumbers, texts, words } from "./text.mjs";

const QUERIES_PER_CLASS = 300;
const PREFIX_WORDS = 50;

/** Words that nobody would search for. */
const STOP_WORDS = {
  en: "this that with from have been will which when more other into also than they their such these some only most were what there about your them then very over used using provides package contains",
  nl: "deze voor niet wordt naar kunt door zijn maar worden heeft over meer geen zoals alle andere gebruikt hebt wilt moet kies klik",
};

const BANDS = ["rare", "middling", "frequent"];
const EDITS = ["replace", "drop", "add"];

/** A word with one edit, never of its first letter. */
function mistype(word, edit, random, pick) {
  const place = 1 + Math.floor(random() * (word.length - 1));
  const letter = edit === "drop" ? "" : pick("abcdefghijklmnopqrstuvwxyz");
  return word.slice(0, place) + letter + word.slice(edit === "add" ? place : place + 1);
}

/** The queries for a list of documents. */
export function makeQueries(documents, language) {
  const random = randomNumbers(42);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const stopWords = new Set(STOP_WORDS[language].split(" "));
  const wordsOf = documents.map((document) => texts(document).flatMap(words));
  const postings = new Map();
  wordsOf.forEach((list, id) => {
    for (const word of new Set(list)) {
      if (!postings.has(word)) postings.set(word, []);
      postings.get(word).push(id);
    }
  });
  const frequency = (word) => postings.get(word)?.length ?? 0;
  const usable = (word) => /^[a-z]{4,}$/u.test(word) && !stopWords.has(word);

  const total = documents.length;
  const limits = {
    rare: [2, Math.max(4, total * 0.0005)],
    middling: [Math.max(5, total * 0.0005), total * 0.01],
    frequent: [total * 0.01, total * 0.25],
  };
  const vocabulary = [...postings.keys()].sort();
  const bands = BANDS.map((band) =>
    vocabulary.filter((word) => usable(word) && frequency(word) >= limits[band][0] && frequency(word) <= limits[band][1]),
  );
  const searched = new Set(bands.flat());
  const inTurn = (index) => pick(bands[index % bands.length]);
  const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  /** Tries until there are enough. */
  const collect = (count, attempt) => {
    const found = [];
    while (found.length < count) {
      const query = attempt(found.length);
      if (query !== undefined) found.push(query);
    }
    return found;
  };
  const other = (word, draw) => {
    for (;;) {
      const second = draw();
      if (second !== word) return second;
    }
  };

  const single = times(QUERIES_PER_CLASS, (index) => {
    const word = inTurn(index);
    return { text: word, words: [word], band: BANDS[index % 3], n: frequency(word) };
  });
  const or2 = times(QUERIES_PER_CLASS, (index) => {
    const first = inTurn(index);
    const second = other(first, () => inTurn(Math.floor(index / 3)));
    return {
      text: `${first} ${second}`,
      words: [first, second],
      n: new Set([...postings.get(first), ...postings.get(second)]).size,
    };
  });
  const and2 = collect(QUERIES_PER_CLASS, () => {
    const candidates = [...new Set(pick(wordsOf))].filter((word) => searched.has(word));
    if (candidates.length < 2) return undefined;
    const first = pick(candidates);
    const second = other(first, () => pick(candidates));
    const withSecond = new Set(postings.get(second));
    return { text: `${first} ${second}`, words: [first, second], n: postings.get(first).filter((id) => withSecond.has(id)).length };
  });
  const prefix = collect(PREFIX_WORDS, (index) => {
    const word = inTurn(index);
    return word.length > 10 ? undefined : word;
  }).flatMap((word) =>
    times(word.length, (index) => {
      const typed = word.slice(0, index + 1);
      return {
        text: typed,
        words: [typed],
        n: new Set(vocabulary.filter((known) => known.startsWith(typed)).flatMap((known) => postings.get(known))).size,
      };
    }),
  );
  const fuzzy = collect(QUERIES_PER_CLASS, (index) => {
    const want = inTurn(index);
    if (want.length < 5) return undefined;
    const edit = EDITS[index % 3];
    const text = mistype(want, edit, random, pick);
    return text === want || postings.has(text) ? undefined : { text, words: [text], want, edit, n: frequency(want) };
  });
  const padded = documents.map((document) => paddedText(document));
  const phrase = collect(QUERIES_PER_CLASS, () => {
    const document = pick(documents);
    const field = words(random() < 0.3 ? document.summary : document.body);
    const length = random() < 0.4 ? 3 : 2;
    if (field.length <= length) return undefined;
    const start = Math.floor(random() * (field.length - length));
    const part = field.slice(start, start + length);
    if (!part.every((word) => /^[a-z]{2,}$/u.test(word)) || !part.some(usable)) return undefined;
    const text = part.join(" ");
    return { text, words: part, n: padded.filter((document) => document.includes(` ${text} `)).length };
  });
  const pairs = collect(QUERIES_PER_CLASS, (index) => {
    const wantId = Math.floor(random() * total);
    const content = [...new Set(words(documents[wantId].summary))].filter((word) => usable(word) && frequency(word) < total * 0.1);
    if (content.length < 3) return undefined;
    while (content.length > 3) content.splice(Math.floor(random() * content.length), 1);
    const typed = [...content];
    const place = content.findIndex((word) => word.length >= 5);
    for (
      let attempt = 0;
      place >= 0 && attempt < 50 && (typed[place] === content[place] || postings.has(typed[place]));
      attempt += 1
    ) {
      typed[place] = mistype(content[place], EDITS[index % 3], random, pick);
    }
    return {
      known: { text: content.join(" "), words: content, wantId },
      knowntypo: { text: typed.join(" "), words: content, wantId },
    };
  });
  return {
    single,
    or2,
    and2,
    prefix,
    fuzzy,
    phrase,
    known: pairs.map(({ known }) => known),
    knowntypo: pairs.map(({ knowntypo }) => knowntypo),
  };
}

/** The words of a document with spaces around each and a mark between fields, so that a phrase can be looked up as text. */
export const paddedText = (document) =>
  ` ${texts(document)
    .map((text) => words(text).join(" "))
    .join(" \0 ")} `;

/** Writes the queries of a corpus that is in place. */
export function writeQueries(corpus) {
  const documents = JSON.parse(readFileSync(corpusFile(corpus), "utf8"));
  const queries = makeQueries(documents, languageOf(corpus));
  writeFileSync(queriesFile(corpus), JSON.stringify(queries));
  console.log(
    `${corpus}: ${documents.length} documents; queries: ${Object.entries(queries)
      .map(([name, list]) => `${name} ${list.length}`)
      .join(", ")}`,
  );
}

if (isMain(import.meta)) process.argv.slice(2).forEach(writeQueries);
