// A corpus of any size for measuring growth: `node tests/bench/corpus/synthetic.mjs COUNT > FILE` writes JSON lines.
//
// The words are made up, their frequencies are not: the word of rank r occurs in proportion to 1 / (r + 2.7)^1.3 (Zipf's law in
// Mandelbrot's form), so that posting lists have the lengths, and the vocabulary grows with the collection, about as in real text:
// 41,000 different words among the first 600,000 (package descriptions: 33,000), 640,000 among 60 million.
// A document has about sixty words: a title of four, a summary of ten and a body whose length varies. The seed is fixed: the first
// n documents of any count are the same.

import { isMain } from "../../../pkg/tools/project.mjs";
import { randomNumbers } from "./text.mjs";

const VOCABULARY = 1_000_000;
const EXPONENT = 1.3;
const SHIFT = 2.7;
const SECTIONS = 40;
const CONSONANTS = "bdfgklmnprstvwz";
const VOWELS = "aeiou";
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));

/** The word of a rank: the more frequent, the shorter, at least two syllables. Neighbours in rank share no beginning. */
export function wordOfRank(rank) {
  let word = "";
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** A function that draws ranks below `count` by the law of Zipf and Mandelbrot. */
function zipf(count, random) {
  const cumulative = new Float64Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank += 1) cumulative[rank] = total += (rank + SHIFT) ** -EXPONENT;
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The first `count` documents, one by one. */
export function* syntheticDocuments(count) {
  const random = randomNumbers(1_000_000);
  const drawWord = zipf(VOCABULARY, random);
  const drawSection = zipf(SECTIONS, random);
  const vocabulary = [];
  const text = (length) => {
    const parts = [];
    while (parts.length < length) {
      const rank = drawWord();
      parts.push((vocabulary[rank] ??= wordOfRank(rank)));
    }
    return parts.join(" ");
  };
  for (let id = 0; id < count; id += 1) {
    // Body lengths between 5 and 150, 46 on average, most of them short.
    const length = Math.min(150, 5 + Math.floor(-41 * Math.log(1 - random())));
    yield { id, title: text(4), summary: text(10), body: text(length), section: `section-${drawSection()}` };
  }
}

/**
 * Pairs of words for queries: frequent (among the first 200), middling (to 5,000) and rare (to 100,000) ones in turn, so that all nine
 * pairs of kinds occur alike. A small corpus may lack rare ones.
 */
export function syntheticQueries(count) {
  const random = randomNumbers(9);
  const bands = [
    [5, 200],
    [200, 5_000],
    [5_000, 100_000],
  ];
  const pick = ([least, most]) => wordOfRank(least + Math.floor(random() * (most - least)));
  return Array.from({ length: count }, (_, index) => `${pick(bands[index % 3])} ${pick(bands[Math.floor(index / 3) % 3])}`);
}

if (isMain(import.meta)) {
  const count = Number(process.argv[2]);
  if (!Number.isInteger(count) || count < 1) throw new Error("give a count: node tests/bench/corpus/synthetic.mjs COUNT > FILE");
  let chunk = "";
  for (const document of syntheticDocuments(count)) {
    chunk += `${JSON.stringify(document)}\n`;
    if (chunk.length < 1 << 20) continue;
    if (!process.stdout.write(chunk)) await new Promise((resume) => process.stdout.once("drain", resume));
    chunk = "";
  }
  process.stdout.write(chunk);
}
