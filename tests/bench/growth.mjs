// `npm run bench:growth -- [COUNT...]`: what ours costs with 10,000, 100,000 and 1,000,000 synthetic documents.
//
// The documents come as JSON lines from a file, read while the index is built, as they would for somebody who has that many: they
// are never all in memory. How long reading alone takes is reported beside the time of building, which includes it. Each count is
// built in a process of its own, and loaded in another, because WebAssembly gives no memory back.

import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, openSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { command, say } from "../../pkg/tools/report.mjs";
import { syntheticQueries } from "./corpus/synthetic.mjs";
import { MEGABYTE } from "./heap.mjs";
import { machine, made, readArguments, savedFile, sourceDir } from "./places.mjs";
import { table } from "./report.mjs";
import { quantile } from "./statistics.mjs";

const COUNTS = [10_000, 100_000, 1_000_000];
const QUERIES = 450;
const ROUNDS = 5;

/** Makes the file for the largest count, once; its beginning serves the smaller ones. */
function ensureFile(count) {
  const file = made("corpus", `synthetic-${count}.ndjson`);
  if (existsSync(file)) return file;
  say(`making ${count} documents`);
  execFileSync(process.execPath, [join(sourceDir, "corpus/synthetic.mjs"), String(count)], {
    stdio: ["ignore", openSync(`${file}.part`, "w"), "inherit"],
  });
  renameSync(`${file}.part`, file);
  return file;
}

/** The first documents of a file. */
async function* documentsOf(file, count) {
  let read = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield JSON.parse(line);
    read += 1;
    if (read === count) return;
  }
}

async function timeOf(run) {
  const begin = performance.now();
  const value = await run();
  return { value, time: performance.now() - begin };
}

/** Microseconds of each query, its median over the rounds. */
function latencies(adapter, index, mode) {
  const texts = syntheticQueries(QUERIES);
  const times = texts.map(() => []);
  for (let round = -1; round < ROUNDS; round += 1) {
    texts.forEach((text, query) => {
      const begin = performance.now();
      adapter.search(index, mode, text, 10);
      if (round >= 0) times[query].push((performance.now() - begin) * 1000);
    });
  }
  return times.map((list) => quantile(list, 0.5));
}

/** In a process of its own: builds, saves and asks. */
async function measure(file, count) {
  const { default: adapter } = await import("./adapters/ours.mjs");
  await adapter.prepare?.();
  const { time: reading } = await timeOf(async () => {
    for await (const _ of documentsOf(file, count));
  });
  const { value: index, time: building } = await timeOf(() => adapter.build(documentsOf(file, count), { language: "en" }));
  const memory = adapter.memory(index);
  const { value: saved, time: saving } = await timeOf(() => adapter.save(index));
  writeFileSync(savedFile("ours", `synthetic-${count}`), saved);
  const any = latencies(adapter, index, "any");
  const all = latencies(adapter, index, "all");
  return { reading, building, saving, memory, raw: saved.byteLength, any, all };
}

/** What a script of this folder prints, in a process of its own. */
function runScript(script, args) {
  const options = { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };
  return JSON.parse(execFileSync(process.execPath, ["--expose-gc", join(sourceDir, script), ...args.map(String)], options));
}

function row(source, count) {
  const built = runScript("growth.mjs", ["--child", source, count]);
  const loaded = runScript("loaded.mjs", ["ours", `synthetic-${count}`, false]);
  say(`${count} documents`);
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  const perDocument = (bytes) => `${(bytes / count).toFixed(1)} B`;
  const pair = (times) => `${quantile(times, 0.5).toFixed(0)} / ${quantile(times, 0.99).toFixed(0)} µs`;
  return {
    documents: count.toLocaleString("en"),
    build: seconds(built.building),
    "of which reading": seconds(built.reading),
    "memory a document, after building": perDocument(built.memory),
    "after loading": perDocument(loaded.memoryMb * MEGABYTE),
    "saved, a document": perDocument(built.raw),
    save: seconds(built.saving),
    load: `${loaded.coldLoadMs.toFixed(1)} ms`,
    "any of two words, p50 / p99": pair(built.any),
    "all of two words, p50 / p99": pair(built.all),
  };
}

await command(async () => {
  const { _: given, child } = readArguments(["child"]);
  if (child !== undefined) {
    const [source, count] = given;
    console.log(JSON.stringify(await measure(source, Number(count))));
    process.exit(0);
  }
  const counts = given.length === 0 ? COUNTS : given.map(Number);
  const source = ensureFile(Math.max(...counts));
  const rows = counts.map((count) => row(source, count));
  console.log(`\n${machine}\n\n${table(Object.keys(rows[0]), rows.map(Object.values))}`);
});
