// What the embedded dataset costs: `npm run bench`. Not a test: machines differ, so it times a peer in the same run, on the same
// texts, and the ratio is what counts. `npm run bench -- --record` writes the result into RECORD.md.
//
// The peer is MiniSearch over the units' titles, texts, summaries and aliases in both languages, with prefix search on, as its
// documentation recommends for search as you type. It neither stems nor splits compounds, reads no model and counts no facets.

import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import MiniSearch from "minisearch";
import { loadEngine } from "../../pkg/dist/node.js";

const ROUNDS = 31;
const wasm = await WebAssembly.compile(await readFile(new URL("../../pkg/dist/empact_priorities.wasm", import.meta.url)));
const typed = (await readFile(new URL("../data/typed-words.tsv", import.meta.url), "utf8"))
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

const quantile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

/** Milliseconds of each round, after a few to warm up. */
async function rounds(run) {
  const times = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const begin = performance.now();
    await run();
    if (round >= 0) times.push(performance.now() - begin);
  }
  return times;
}

/** Milliseconds of each query: its median over the rounds. */
function queries(texts, run) {
  for (const text of texts) run(text);
  return texts.map((text) => {
    const times = [];
    for (let round = 0; round < 5; round += 1) {
      const begin = performance.now();
      run(text);
      times.push(performance.now() - begin);
    }
    return quantile(times, 0.5);
  });
}

const engine = await loadEngine({ wasm });
const documents = engine.units().map((unit) => {
  const texts = (wordings) => wordings.map(({ text }) => text).join("\n");
  return { id: unit.id, title: texts(unit.titles), aliases: texts(unit.aliases), gist: texts(unit.gists), body: unit.blocks.map(({ text }) => text).join("\n") };
});
const buildPeer = () => {
  const peer = new MiniSearch({ fields: ["title", "aliases", "gist", "body"], searchOptions: { boost: { title: 4, aliases: 3.5 }, prefix: true } });
  peer.addAll(documents);
  return peer;
};
const peer = buildPeer();

const load = await rounds(async () => (await loadEngine({ wasm })).free());
const loadAndIndex = await rounds(async () => {
  const loaded = await loadEngine({ wasm });
  loaded.search("e");
  loaded.free();
});
const peerLoad = await rounds(buildPeer);

const words = typed.map(([, text]) => text);
const keystrokes = words.flatMap((text) => [...text].map((_, index) => text.slice(0, index + 1)).slice(1)).filter((_, index) => index % 7 === 0);
const facets = engine.framework.facets;
const searches = {
  "a typed word or two": { ours: queries(words, (text) => engine.search(text, { limit: 10 })), peers: queries(words, (text) => peer.search(text).slice(0, 10)) },
  "a keystroke": { ours: queries(keystrokes, (text) => engine.search(text, { limit: 10 })), peers: queries(keystrokes, (text) => peer.search(text).slice(0, 10)) },
  "a keystroke, all facets counted": { ours: queries(keystrokes, (text) => engine.search(text, { limit: 10, facets })) },
};

/** Share of the typed words whose unit is among the first three. */
const found = (search) => typed.filter(([unit, text]) => search(text).slice(0, 3).some(({ id }) => id === unit)).length / typed.length;

const ms = (value) => `${value.toFixed(value < 1 ? 3 : 1)} ms`;
const row = (what, ours, peers) => {
  const cells = (times) => (times === undefined ? ["–", "–"] : [ms(quantile(times, 0.5)), ms(quantile(times, 0.99))]);
  const ratio = peers === undefined ? "–" : (quantile(ours, 0.5) / quantile(peers, 0.5)).toFixed(2);
  return `| ${[what, ...cells(ours), ...cells(peers), ratio].join(" | ")} |`;
};
const report = [
  "| what | ours, median | p99 | MiniSearch, median | p99 | ratio of medians |",
  "|---|---|---|---|---|---|",
  row("load: instantiate, read and check the dataset", load),
  row("the same, and the first query, which indexes it / index it", loadAndIndex, peerLoad),
  ...Object.entries(searches).map(([what, { ours, peers }]) => row(what, ours, peers)),
  "",
  `Typed words that find their unit among the first three (${typed.length} in \`tests/data/typed-words.tsv\`): ours ${(found((text) => engine.search(text, { prefix: false }).hits) * 100).toFixed(1)} %, MiniSearch over the same aliases ${(found((text) => peer.search(text)) * 100).toFixed(1)} %.`,
].join("\n");
console.log(report);

if (process.argv.includes("--record")) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.versions.node}`;
  await writeFile(
    new URL("RECORD.md", import.meta.url),
    `# Benchmarks: the record\n\nWritten by \`npm run bench -- --record\` on ${date}; ${machine}. Compare ratios, not milliseconds: machines are noisy. The words were\nchosen for our aliases, so the last line says how much the language analysis adds to them, not how good either engine is.\n\n${report}\n`,
  );
}
