// Measures one peer with one corpus in this process: `node --expose-gc measure.mjs PEER CORPUS [RESULT.json]`.
//
// What is measured, and why it is fair:
//
// - Every peer gets the same documents as a JavaScript array and the same queries, and gives ids, scores and titles of the best
//   ten, through its public API. Whatever a crossing into WebAssembly costs is in the figures.
// - `build` is repeated while time lasts; the median counts, the first (cold) one is reported too.
// - A query's latency is the median over rounds in which all queries of the class run in a shuffled order, so that neither a
//   pause of the machine nor a warm cache for one query decides. p50 and p99 are over queries.
// - Speed can be bought with wrong answers, so the answers are checked against the texts themselves: `fill`, how many of the hits
//   that exist (at most ten) come; `precision`, how many hits hold the words as typed (an engine that stems loses there, rightly);
//   `found`, how many queries with a typo come with a document that holds the intended word; `mrr`, the mean reciprocal rank of
//   the one document that was wanted. All are judged by the same queries: a slow peer has half a minute for them, whatever the
//   budget for timing is. Where that was not enough, the report says how many it answered.
// - `calibration` is a fixed piece of work, timed before and after: what the machine gave this process.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { paddedText } from "./corpus/queries.mjs";
import { randomNumbers, shuffle, texts, words } from "./corpus/text.mjs";
import { MEGABYTE, heapBytes } from "./heap.mjs";
import { corpusFile, languageOf, queriesFile, savedFile } from "./places.mjs";
import { median, quantile, sum } from "./statistics.mjs";

/** How many hits are asked for. */
const LIMIT = 10;
/** Milliseconds that a class of queries may take; warming up may take a quarter more. */
const QUERY_BUDGET = Number(process.env.BUDGET ?? 2500);
/** Milliseconds that answering each query of a class once may take. */
const FIRST_ROUND = 30_000;
/** Milliseconds after which `build` is not repeated. */
const BUILD_BUDGET = Number(process.env.BUILD_BUDGET ?? 8000);
const MOST_BUILDS = 5;
const MOST_ROUNDS = 5;

/** The class of queries and how each peer is asked. */
const MODES = {
  single: "term",
  or2: "any",
  and2: "all",
  prefix: "prefix",
  fuzzy: "typo",
  phrase: "phrase",
  known: "any",
  knowntypo: "smart",
};

const [, , peer, corpus, resultPath] = process.argv;
const { default: adapter } = await import(`./adapters/${peer}.mjs`);
const documents = JSON.parse(readFileSync(corpusFile(corpus), "utf8"));
const queries = JSON.parse(readFileSync(queriesFile(corpus), "utf8"));
const context = { language: languageOf(corpus), documents };
const say = (text) => console.error(`[${peer} ${corpus}] ${text}`);

/** The result of `run` and the milliseconds that it took. Only a promise is waited for: waiting itself takes microseconds. */
async function timed(run) {
  const begin = performance.now();
  let value = run();
  if (value instanceof Promise) value = await value;
  return { value, time: performance.now() - begin };
}

function calibration() {
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    const random = randomNumbers(1);
    const counts = new Map();
    for (let step = 0; step < 300_000; step += 1) counts.set(Math.floor(random() * 65_536), step);
    return performance.now() - begin;
  });
  return median(times);
}

async function measureBuild() {
  const before = heapBytes();
  const times = [];
  let handle;
  let memory;
  do {
    if (handle !== undefined) await adapter.dispose?.(handle);
    handle = undefined;
    globalThis.gc();
    const { value, time } = await timed(() => adapter.build(documents, context));
    handle = value;
    times.push(time);
    // After the first build, including what building needed where memory is never given back: WebAssembly.
    memory ??= adapter.memory === undefined ? heapBytes() - before : adapter.memory(handle);
  } while (times.length < MOST_BUILDS && sum(times) + times.at(-1) < BUILD_BUDGET);
  return { handle, result: { ms: median(times), coldMs: times[0], builds: times.length, memoryMb: memory / MEGABYTE } };
}

async function measureSaving(handle) {
  const { value: saved, time } = await timed(() => adapter.save(handle));
  const bytes = typeof saved === "string" ? Buffer.from(saved) : Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
  writeFileSync(savedFile(peer, corpus), bytes);
  // The best quality takes minutes for the largest.
  const quality = bytes.length > 8_000_000 ? 5 : 9;
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
  const loads = [];
  do {
    const loaded = await timed(() => adapter.load(saved, context));
    loads.push(loaded.time);
    await adapter.dispose?.(loaded.value);
  } while (loads.length < MOST_BUILDS && sum(loads) < BUILD_BUDGET / 2);
  return {
    ms: time,
    isText: typeof saved === "string",
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 6 }).length,
    brotli: brotliCompressSync(bytes, brotli).length,
    loadMs: median(loads),
  };
}

const wordSets = new Map();
const wordsOf = (id) => {
  if (!wordSets.has(id)) wordSets.set(id, new Set(texts(documents[id]).flatMap(words)));
  return wordSets.get(id);
};

/** Whether a document truly is an answer to a query. */
const MATCHES = {
  term: (id, query) => wordsOf(id).has(query.text),
  any: (id, query) => query.words.some((word) => wordsOf(id).has(word)),
  all: (id, query) => query.words.every((word) => wordsOf(id).has(word)),
  prefix: (id, query) => [...wordsOf(id)].some((word) => word.startsWith(query.text)),
  typo: (id, query) => wordsOf(id).has(query.want),
  phrase: (id, query) => paddedText(documents[id]).includes(` ${query.text} `),
};

/** How good the answers to a class are; see the top of this file. */
function judge(mode, answers) {
  const ids = answers.map(({ hits }) => hits.map(({ id }) => Number(id)));
  if (answers[0].query.wantId !== undefined) {
    const ranks = answers.map(({ query }, index) => ids[index].indexOf(query.wantId));
    return { mrr: sum(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))) / answers.length };
  }
  const matching = answers.map(({ query }, index) => ids[index].filter((id) => MATCHES[mode](id, query)).length);
  const existing = answers.map(({ query }) => Math.min(LIMIT, query.n));
  const given = sum(ids.map((list) => list.length));
  return {
    fill: sum(ids.map((list, index) => Math.min(list.length, existing[index]))) / sum(existing),
    precision: given === 0 ? 0 : sum(matching) / given,
    ...(mode === "typo" ? { found: matching.filter((count) => count > 0).length / answers.length } : {}),
  };
}

/** Times `ask` for every query, in rounds while time lasts. */
async function latencies(list, ask) {
  const warmUp = performance.now();
  for (const query of list) {
    await timed(() => ask(query));
    if (performance.now() - warmUp > QUERY_BUDGET / 4) break;
  }
  const times = list.map(() => []);
  const answers = [];
  const begin = performance.now();
  const isOver = (round) => performance.now() - begin > (round > 0 ? QUERY_BUDGET : FIRST_ROUND);
  measuring: for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const [index, query] of list.entries()) {
      const { value, time } = await timed(() => ask(query));
      times[index].push(time);
      if (round === 0) answers.push({ query, hits: value });
      if (isOver(round)) break measuring;
    }
  }
  const each = times.filter((list) => list.length > 0).map((list) => median(list) * 1000);
  return {
    answers,
    result: {
      queries: each.length,
      ...(each.length < list.length ? { of: list.length } : {}),
      p50: quantile(each, 0.5),
      p99: quantile(each, 0.99),
      perSecond: (each.length / sum(each)) * 1e6,
    },
  };
}

async function measureClass(handle, name) {
  const mode = MODES[name];
  const shuffled = shuffle([...queries[name]], randomNumbers(7));
  const { answers, result } = await latencies(shuffled, (query) => adapter.search(handle, mode, query.text, LIMIT));
  return { ...result, ...judge(mode, answers) };
}

async function measureFacets(handle) {
  const frequent = queries.single.filter(({ band }) => band !== "rare").slice(0, 100);
  const { answers, result } = await latencies(frequent, (query) => adapter.facet(handle, query.text, LIMIT));
  const exact = answers.filter(({ query, hits: { counts } }) => sum(Object.values(counts)) === query.n);
  return { ...result, exact: exact.length / answers.length };
}

const result = {
  peer,
  corpus,
  setup: adapter.setup,
  documents: documents.length,
  node: process.version,
  calibration: [calibration()],
  classes: {},
};
await adapter.prepare?.();
const { handle, result: build } = await measureBuild();
result.build = build;
say(`built in ${build.ms.toFixed(0)} ms, ${build.memoryMb.toFixed(1)} MB`);
result.saved = await measureSaving(handle);
say(
  `saved: ${result.saved.raw} bytes, gzip ${result.saved.gzip}, brotli ${result.saved.brotli}; loads in ${result.saved.loadMs.toFixed(1)} ms`,
);
globalThis.gc();
for (const name of Object.keys(queries).filter((key) => adapter.modes.includes(MODES[key]))) {
  const measured = await measureClass(handle, name);
  result.classes[name] = measured;
  const quality = ["fill", "precision", "found", "mrr"]
    .filter((key) => key in measured)
    .map((key) => `${key} ${measured[key].toFixed(3)}`);
  say(`${name.padEnd(9)} p50 ${measured.p50.toFixed(1)} µs, p99 ${measured.p99.toFixed(1)} µs, ${quality.join(", ")}`);
}
if (adapter.facet !== undefined) {
  result.classes.facet = await measureFacets(handle);
  say(
    `facet     p50 ${result.classes.facet.p50.toFixed(1)} µs, p99 ${result.classes.facet.p99.toFixed(1)} µs, exact ${result.classes.facet.exact.toFixed(2)}`,
  );
}
result.calibration.push(calibration());
if (resultPath === undefined) console.log(JSON.stringify(result, undefined, 1));
else writeFileSync(resultPath, JSON.stringify(result));
// Some peers leave timers behind.
process.exit(0);
