// The engine as JavaScript beside the one in WebAssembly.
//
// 1. Every query of the tests has the same answer in both, byte for byte, scores included.
// 2. So has everything else that can be asked: suggestions, explanations, entities, relations, tasks, marks, and what is wrong with a dataset.
// 3. An index of documents is the same file and gives the same answers; it grows without harm, and each has memory of its own.
// 4. `auto` takes WebAssembly where it may run and JavaScript where it may not; each can be asked for by name.
// 5. A file that is missing or damaged is an error, never a reason to take the other one.
// 6. Where no more memory can be had, building fails with `crashed`, as in WebAssembly, and nothing else is harmed.
// 7. Text is as in WebAssembly: surrogates that stand alone, every plane, NUL.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { DatasetError, DocumentIndex, EngineError, loadEngine } from "../../pkg/dist/node.js";
import * as nowasm from "../../pkg/dist/nowasm.js";

const [wasm, js] = await Promise.all([loadEngine({ engine: "wasm" }), loadEngine({ engine: "js" })]);
after(() => {
  wasm.free();
  js.free();
});

/** A value as text, `-0` and `NaN` included. */
const written = (value) => JSON.stringify(value, (_, inner) => (typeof inner === "number" && (Object.is(inner, -0) || !Number.isFinite(inner)) ? `number ${inner}` : inner));
/** Both engines say the same. */
function check(ask, about) {
  const [one, other] = [written(ask(wasm)), written(ask(js))];
  if (one !== other) assert.fail(`${about}:\n${one}\n${other}`);
  return one;
}

const typed = (await readFile(new URL("../data/typed-words.tsv", import.meta.url), "utf8")).split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t")[1]);
/** Those of tests/golden.rs and same-answers.test.mjs, and what people do to words. */
const queries = ["", " ", "MTIC fraud astrology", "witwassen", "money laundering", '"georganiseerde misdaad"', "-drugs handel", "wapnes", "kind*", "e", "P7e", "2022", "ß İ ﬁ", "😀 drugs", "a".repeat(5000)];

test("1. the same answers", () => {
  assert.ok(typed.length > 800);
  for (const query of [...queries, ...typed]) check((engine) => engine.search(query, { facets: ["kind", "instrument"] }), query);
  for (const query of typed.filter((_, index) => index % 10 === 0)) {
    check((engine) => engine.search(query, { lang: "en", prefix: false, limit: 3, offset: 2, filters: { instrument: ["OAP"] } }), query);
    check((engine) => engine.suggest(query.slice(0, 4), { lang: "en" }), `suggestions for ${query}`);
    check((engine) => engine.search(query, { limit: 3 }).hits.map(({ id }) => engine.explain(query, id)), `scores of ${query}`);
    // Typing it: each beginning is a query.
    for (let length = 1; length < query.length; length += 1) check((engine) => engine.search(query.slice(0, length)).hits.map(({ id, score }) => [id, score]), query.slice(0, length));
  }
  assert.notEqual(check((engine) => engine.search("witwassen").hits[0].score % 1, "scores have digits"), "0");
});

test("2. everything else is the same", async () => {
  check((engine) => engine.framework, "framework");
  for (const unit of wasm.units()) {
    check((engine) => [engine.get(unit.id), engine.relations(unit.id)], unit.id);
    check((engine) => unit.blocks.map(({ text }) => engine.highlight("criminele drugs veiligheid", text)), unit.id);
  }
  check((engine) => engine.tasks(), "tasks");
  check((engine) => engine.get("nothing") ?? null, "nothing");
  const problemsOf = async (engine, dataset) => {
    try {
      (await loadEngine({ engine, dataset })).free();
      return "none";
    } catch (error) {
      assert.ok(error instanceof DatasetError, String(error));
      return error.problems;
    }
  };
  const embedded = JSON.parse(await readFile(new URL("../../pkg/dist/dataset.json", import.meta.url), "utf8"));
  for (const dataset of [embedded, { format: "empact-priorities", formatVersion: 7 }, { ...embedded, cycles: [{ id: 1 }], text: 1e308 }, "{", `{"a":${"[".repeat(200)}`]) {
    assert.deepEqual(await problemsOf("js", dataset), await problemsOf("wasm", dataset));
  }
});

const pages = Array.from({ length: 3000 }, (_, index) => ({
  id: index,
  title: `${typed[index % typed.length]} ${index}`,
  summary: typed[(index * 7) % typed.length],
  body: `${typed[(index * 31) % typed.length]} \uD800 \0 😀 é ${"tekst over veiligheid ".repeat(index % 40)}`,
  kind: ["guide", "report", "law"][index % 3],
}));

test("3, 7. an index of documents", async () => {
  const options = { facets: ["kind"] };
  const [one, other] = await Promise.all([DocumentIndex.build(pages, { ...options, engine: "wasm" }), DocumentIndex.build(pages, { ...options, engine: "js" })]);
  assert.deepEqual(other.save(), one.save());
  // Room to grow is held too, since growing copies everything.
  assert.ok(other.memory >= one.save().length);
  const second = await DocumentIndex.load(one.save(), { engine: "js" });
  const both = (query, how) => {
    const answers = [one, other, second].map((index) => {
      const { hits, total, facets } = index.search(query, how);
      const why = hits.slice(0, 1).map(({ id }) => index.explain(query, id, { prefix: how.prefix, match: how.match, filters: how.filters }));
      return written({ hits: hits.map(({ id, title, url, score, highlights }) => ({ id, title, url, score, highlights })), total, facets, why, suggested: index.suggest(query) });
    });
    assert.equal(answers[1], answers[0], query);
    assert.equal(answers[2], answers[0], query);
  };
  for (const query of [...queries, ...typed.filter((_, index) => index % 5 === 0)]) {
    both(query, { limit: 50 });
    both(query, { total: true, facets: ["kind"], filters: { kind: ["law"] }, match: "all", prefix: false });
  }
  await assert.rejects(DocumentIndex.load(one.save().slice(1), { engine: "js" }), (error) => error instanceof EngineError && error.code === "snapshot");
  // Freeing one does nothing to the others.
  other.free();
  assert.equal(written(second.search("fraude").hits.map(({ score }) => score)), written(one.search("fraude").hits.map(({ score }) => score)));
  for (const index of [one, second]) index.free();
});

/** What a fresh process prints. */
function inProcess(code) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8", cwd: new URL("../..", import.meta.url) });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

const loading = (options) => `
  const { loadEngine } = await import("./pkg/dist/node.js");
  try {
    const engine = await loadEngine(${JSON.stringify(options)});
    console.log(engine.backend, engine.search("witwassen").hits[0].id);
  } catch (error) {
    console.log(error.code);
  }`;

test("4. which one is taken", async () => {
  assert.equal(wasm.backend, "wasm");
  assert.equal(js.backend, "js");
  assert.equal(inProcess(loading({})), "wasm P7e");
  for (const missing of ["delete globalThis.WebAssembly;", "globalThis.WebAssembly = {};", "WebAssembly.Module = function () { throw new EvalError('policy'); };"]) {
    assert.equal(inProcess(missing + loading({})), "js P7e", missing);
    assert.equal(inProcess(missing + loading({ engine: "js" })), "js P7e", missing);
    assert.equal(inProcess(missing + loading({ engine: "wasm" })), "wasm-unavailable", missing);
  }
  const engine = await nowasm.loadEngine({ engine: "auto" });
  assert.equal(engine.backend, "js");
  engine.free();
  assert.throws(() => engine.search("x"), (error) => error instanceof nowasm.EngineError && error.code === "freed");
  const index = await nowasm.DocumentIndex.build([{ id: 1, title: "Handreiking accijnsfraude" }]);
  assert.equal(index.search("fraude").hits[0].id, "1");
  index.free();
  await assert.rejects(loadEngine({ engine: "asm" }), { code: "invalid-argument" });
});

test("5. a bad file stays an error", async () => {
  for (const options of [{ wasm: "./no-such.wasm" }, { wasm: "./package.json" }, { wasm: "./pkg/dist/dataset.json", engine: "wasm" }]) {
    assert.equal(inProcess(loading(options)), "wasm-load", JSON.stringify(options));
  }
  await assert.rejects(loadEngine({ wasm: Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 99) }), { code: "wasm-load" });
});

test("6. no more memory", async () => {
  const before = await DocumentIndex.build(pages.slice(0, 10), { engine: "js" });
  const expected = written(before.search("fraude"));
  const { ArrayBuffer: real } = globalThis;
  globalThis.ArrayBuffer = class extends real {
    constructor(length) {
      if (length > 2 ** 24) throw new RangeError("Array buffer allocation failed");
      super(length);
    }
  };
  try {
    await assert.rejects(DocumentIndex.build([{ id: 1, title: "fraude".padEnd(40_000_000) }], { engine: "js" }), { name: "EngineError", code: "crashed" });
  } finally {
    globalThis.ArrayBuffer = real;
  }
  assert.equal(written(before.search("fraude")), expected);
  before.free();
});
