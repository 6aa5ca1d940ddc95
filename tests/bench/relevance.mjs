// `npm run bench:relevance -- DIR... [--systems=a,b] [--language=nl] [--titles] [--mistyped]`: how well ours and its peers rank, by collections with judgments.
//
// A collection is a folder with docs.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv (query, document, grade), in
// the language that its name ends in (`-nl`, `-en`, `-de`, `-fr`). All systems get the same queries, as they were typed, and their adapters' setup,
// which was not tuned for any collection. A document is one text, title first, so that analysis and ranking are compared and not a
// weight for titles; with `--titles` they are fields of their own and count three times. With `--mistyped` two letters of the longest word of each query
// are swapped, and queries without a word of six letters are left out. Measures, means over the queries that have a judged document:
//
//   nDCG@10     linear gain over the logarithm of the rank, against the best order possible (as trec_eval does)
//   MRR@10      reciprocal of the first good document's rank
//   Recall@100  share of the good documents among the first hundred

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Advice, command, say } from "../../pkg/tools/report.mjs";
import { listOf, readArguments } from "./places.mjs";
import { table } from "./report.mjs";
import { setUp } from "./setup.mjs";
import { sum } from "./statistics.mjs";

const DEPTH = 100;

/** What is compared: an adapter and the mode that a search box would use, or plain words. */
const SYSTEMS = {
  ours: ["ours", "any"],
  "ours, search box": ["ours", "smart"],
  minisearch: ["minisearch", "any"],
  "minisearch, prefix + fuzzy": ["minisearch", "smart"],
  lunr: ["lunr", "any"],
  orama: ["orama", "any"],
  "orama, stemmed": ["orama-stemmed", "any"],
  flexsearch: ["flexsearch", "any"],
  sqlite: ["sqlite", "any"],
  "wink-bm25": ["wink-bm25", "any"],
  tantivy: ["tantivy", "any"],
  "tantivy, stemmed": ["tantivy-stemmed", "any"],
};

const lines = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");

/** Swaps two letters inside the longest word: now near its beginning, now near its end. `undefined` if there is none of six letters whose neighbours differ. */
function mistype(text, number) {
  const words = [...text.matchAll(/\p{L}{6,}/gu)].sort((one, other) => other[0].length - one[0].length);
  if (words.length === 0) return undefined;
  const [{ 0: word, index }] = words;
  const at = index + 1 + (number % (word.length - 2));
  return text[at] === text[at + 1] ? undefined : text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

/** The collection in a folder; documents get their number as id, which every peer can take. */
function readCollection(folder, { language, titles, mistyped }) {
  const records = lines(join(folder, "docs.jsonl")).map((line) => JSON.parse(line));
  const numbers = new Map(records.map(({ id }, number) => [id, number]));
  const grades = new Map();
  for (const line of lines(join(folder, "qrels.tsv"))) {
    const [query, document, grade] = line.split("\t");
    if (!(Number(grade) > 0) || !numbers.has(document)) continue;
    if (!grades.has(query)) grades.set(query, new Map());
    grades.get(query).set(numbers.get(document), Number(grade));
  }
  const queries = lines(join(folder, "queries.jsonl"))
    .map((line) => JSON.parse(line))
    .filter(({ id }) => grades.has(id))
    .map(({ id, text }, number) => ({ id, text: mistyped === undefined ? text : mistype(text, number) }))
    .filter(({ text }) => text !== undefined);
  return {
    name: basename(folder),
    language: language ?? /-(?<language>nl|en|de|fr)$/u.exec(basename(folder))?.groups.language ?? "en",
    documents: records.map(({ title, text }, id) =>
      titles === undefined
        ? { id, title: "", summary: "", body: text.startsWith(title) ? text : `${title}\n${text}`, section: "" }
        : { id, title, summary: "", body: text, section: "" },
    ),
    queries: queries.map(({ id, text }) => ({ text, grades: grades.get(id) })),
  };
}

const gain = (grades) => sum(grades.slice(0, 10).map((grade, rank) => grade / Math.log2(rank + 2)));

/** The three measures for one query; `ids` best first. */
function judge(ids, grades) {
  const found = ids.map((id) => grades.get(id) ?? 0);
  const first = found.slice(0, 10).findIndex((grade) => grade > 0);
  return [
    gain(found) / gain([...grades.values()].sort((a, b) => b - a)),
    first < 0 ? 0 : 1 / (first + 1),
    found.filter((grade) => grade > 0).length / grades.size,
  ];
}

async function evaluate([adapterName, mode], { documents, queries, language }) {
  const { default: adapter } = await import(`./adapters/${adapterName}.mjs`);
  await adapter.prepare?.();
  const handle = await adapter.build(documents, { language });
  const measures = [];
  for (const { text, grades } of queries) {
    const hits = await adapter.search(handle, mode, text, DEPTH);
    measures.push(judge([...new Set(hits.map(({ id }) => Number(id)))], grades));
  }
  await adapter.dispose?.(handle);
  return [0, 1, 2].map((index) => sum(measures.map((values) => values[index])) / queries.length);
}

await command(async () => {
  const given = readArguments(["systems", "language", "titles", "mistyped"]);
  if (given._.length === 0) throw new Advice("Name the folders of the collections: npm run bench:relevance -- DIR...");
  await setUp();
  const collections = given._.map((folder) => readCollection(folder, given));
  const systems =
    listOf(given.systems, undefined)?.map((name) => [name, SYSTEMS[name] ?? [name, "any"]]) ?? Object.entries(SYSTEMS);
  const head = [
    "system",
    ...collections.map(({ name, documents, queries }) => `${name} (${documents.length} documents, ${queries.length} queries)`),
  ];
  const rows = [];
  for (const [name, system] of systems) {
    const cells = [];
    for (const collection of collections) {
      try {
        cells.push((await evaluate(system, collection)).map((value) => value.toFixed(3)).join(" / "));
      } catch (error) {
        cells.push("failed");
        say(`${name}, ${collection.name}: ${error.message}`);
      }
    }
    rows.push([name, ...cells]);
    say(`${name}: ${cells.join("; ")}`);
  }
  console.log(`\nnDCG@10 / MRR@10 / Recall@100\n\n${table(head, rows)}`);
  // Some peers leave timers behind.
  process.exit(process.exitCode);
});
