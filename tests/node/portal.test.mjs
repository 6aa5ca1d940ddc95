// A portal's own documents beside the units, through the public interface.
//
// 1. A search answers from both, in two lists, whether the documents come with the dataset or from a snapshot.
// 2. Documents know the crime areas that they belong to, their language, and what is shown of them.
// 3. What is attached last counts; what is wrong with a snapshot is said, and harms nothing that was there.
// 4. The documents go with the engine.
// 5. A word that only the documents hold is not mistyped.
// 6. What a query demands by a name that only the one side has, nothing of the other answers.
// 7. Suggestions come from both.

import assert from "node:assert/strict";
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, test } from "node:test";
import { DocumentIndex, loadEngine } from "../../pkg/dist/node.js";
import { spoil, withInstances } from "./instances.mjs";

const wasm = readFileSync(new URL("../../pkg/dist/empact_priorities.wasm", import.meta.url));
const embedded = JSON.parse(readFileSync(new URL("../../src/dataset/empact-2022-2025.json", import.meta.url), "utf8"));
const documents = [
  { id: "guide", title: "Handreiking witwassen", summary: "Over eisen", url: "/guide", priorities: ["P7e"], facets: { kind: ["guide"] } },
  { id: "policy", title: "Firearms policies", body: "On trafficking", language: "en", priorities: ["P10", "P7e"] },
  { id: "plain", title: "Jaarbericht over vuurwapens" },
];
const dataset = { ...embedded, documents };
const flat = documents.map(({ facets, language = "nl", ...rest }) => ({ ...rest, ...facets, language }));
const folder = mkdtempSync(join(tmpdir(), "empact-priorities-"));
after(() => rmSync(folder, { recursive: true }));

const snapshotOf = async (list) => {
  const built = await DocumentIndex.build(list, { language: ["nl", "en"], facets: ["priorities", "language", "kind"], stored: ["summary"] });
  const bytes = built.save();
  built.free();
  return bytes;
};
const snapshot = await snapshotOf(flat);
const address = pathToFileURL(join(folder, "documents.epx"));
writeFileSync(address, snapshot);
const ids = ({ hits }) => hits.map(({ id }) => id);

const engines = [
  ["with the dataset", () => loadEngine({ dataset })],
  ["from bytes", () => loadEngine({ snapshot })],
  ["from a URL", () => loadEngine({ snapshot: address })],
  ["attached", async () => {
    const engine = await loadEngine();
    assert.equal(engine.documents, undefined);
    assert.equal(engine.search("witwassen").documents, undefined);
    assert.equal(await engine.attach(snapshot.buffer), engine.documents);
    return engine;
  }],
];

for (const [name, make] of engines) {
  test(`1, 2: documents ${name}`, async () => {
    const engine = await make();
    const plain = await loadEngine();
    const answer = engine.search("witwassen", { limit: 3 });
    const { documents: own, ...units } = answer;
    assert.deepEqual(units, plain.search("witwassen", { limit: 3 }));
    assert.deepEqual([own.total, ids(own)], [1, ["guide"]]);
    assert.deepEqual(ids(engine.search("policy", { prefix: false }).documents), ["policy"]);
    assert.deepEqual(ids(engine.search("jaarb").documents), ["plain"]);
    assert.equal(engine.search("jaarb", { prefix: false }).documents.total, 0);
    assert.equal(engine.search("witwassen", { documents: false }).documents, undefined);
    const about = engine.search("", { documents: { filters: { priorities: ["P7e"] }, limit: 1 } }).documents;
    assert.deepEqual([about.total, ids(about)], [2, ["guide"]]);
    const [hit] = own.hits;
    assert.deepEqual(
      [hit.title, hit.url, hit.stored("summary"), hit.values("priorities"), hit.values("language"), hit.values("kind")],
      ["Handreiking witwassen", "/guide", "Over eisen", ["P7e"], ["nl"], ["guide"]],
    );
    assert.deepEqual(engine.documents.search("kind:guide").hits.length, 1);
    assert.equal(engine.get("guide"), undefined);
    assert.throws(() => engine.search("x", { documents: { limit: -1 } }), { code: "invalid-argument" });
    const { documents: index } = engine;
    engine.free();
    assert.equal(engine.documents, undefined);
    assert.throws(() => index.search("witwassen"), { code: "freed" });
    plain.free();
  });
}

test("3. what is attached, and what cannot be", async () => {
  const engine = await loadEngine({ snapshot });
  const other = await snapshotOf([{ id: "new", title: "Nieuw over witwassen" }]);
  const found = () => ids(engine.search("witwassen").documents);
  const rejected = async (given, code, options) => {
    await assert.rejects(engine.attach(given, options), { code });
    assert.deepEqual(found(), ["guide"]);
  };
  await rejected(new TextEncoder().encode("no snapshot"), "snapshot");
  await rejected(snapshot.slice(0, -1), "snapshot");
  await rejected(new URL("absent.epx", address), "snapshot-load");
  await rejected("documents.epx", "invalid-argument");
  await rejected(other, 20, { signal: AbortSignal.abort() });
  for (const [reason, expected] of [[undefined, { name: "AbortError" }], [new RangeError("no more"), { name: "RangeError", message: "no more" }]]) {
    const controller = new AbortController();
    const aborted = engine.attach(address, { signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(aborted, expected);
  }
  assert.deepEqual(found(), ["guide"]);
  const [first, second] = [engine.attach(snapshot), engine.attach(other)];
  await assert.rejects(first, { name: "AbortError" });
  await second;
  assert.deepEqual(found(), ["new"]);
  // What is refused at once takes nobody's turn.
  const kept = engine.attach(snapshot);
  await assert.rejects(engine.attach(other, { signal: AbortSignal.abort() }), { name: "AbortError" });
  await assert.rejects(engine.attach(other, { signal: 1 }), { code: "invalid-argument" });
  await kept;
  assert.deepEqual(found(), ["guide"]);
  const late = engine.attach(snapshot);
  engine.free();
  await assert.rejects(late, { code: "freed" });
  const own = await loadEngine({ dataset });
  await assert.rejects(own.attach(snapshot), { code: "invalid-argument", message: /dataset carries documents/u });
  assert.deepEqual(ids(own.search("witwassen").documents), ["guide"]);
  own.free();
  await assert.rejects(loadEngine({ dataset, snapshot }), { code: "invalid-argument" });
  await assert.rejects(loadEngine({ snapshot: new URL("absent.epx", address) }), { code: "snapshot-load" });
  await assert.rejects(loadEngine({ snapshot: 1 }), { code: "invalid-argument" });
});

test("3. what is called off while it is being opened", async () => {
  // A module of its own, so that the memory for documents is yet to be made.
  const engine = await loadEngine({ wasm: await WebAssembly.compile(wasm) });
  const { instantiate } = WebAssembly;
  let goOn;
  const begun = new Promise((begin) => {
    WebAssembly.instantiate = async (...args) => {
      begin();
      await new Promise((resolve) => { goOn = resolve; });
      return instantiate.apply(WebAssembly, args);
    };
  });
  const controller = new AbortController();
  const coming = engine.attach(snapshot, { signal: controller.signal });
  await begun;
  WebAssembly.instantiate = instantiate;
  controller.abort();
  goOn();
  await assert.rejects(coming, { name: "AbortError" });
  assert.equal(engine.documents, undefined);
  await engine.attach(snapshot);
  assert.deepEqual(ids(engine.search("witwassen").documents), ["guide"]);
  engine.free();
});

test("4. documents that crash take no units with them", async () => {
  const compiled = await WebAssembly.compile(wasm);
  const [engine, instances] = await withInstances(() => loadEngine({ snapshot, wasm: compiled }));
  assert.equal(instances.length, 2);
  // The one that came last is the documents'.
  spoil(instances[1]);
  for (const ask of [(text) => engine.search(text).hits[0].id, (text) => engine.suggest(text).queries[0]?.text]) assert.equal(typeof ask("witwassen".slice(0, 4)), "string");
  assert.deepEqual([engine.search("witwassen").documents, engine.documents], [undefined, undefined]);
  await engine.attach(snapshot);
  assert.deepEqual(ids(engine.search("witwassen").documents), ["guide"]);
  engine.free();
});

test("5: not mistyped", async () => {
  const engine = await loadEngine({ snapshot });
  const plain = await loadEngine();
  const codes = ({ notices }) => notices.map(({ code }) => code);
  const read = plain.search("witwassen eisen");
  assert.deepEqual([codes(read), read.corrected?.query, read.corrected?.applied], [["words-corrected"], "witwassen eigen", true]);
  const proposed = plain.search("witwassen eisen", { typos: false });
  assert.deepEqual([codes(proposed), proposed.corrected?.query, proposed.corrected?.applied], [["words-ignored"], "witwassen eigen", false]);
  const { documents: own, ...units } = engine.search("witwassen eisen");
  const { corrected: _, ...asWritten } = proposed;
  assert.deepEqual(units, asWritten);
  assert.equal(ids(own)[0], "guide");
  assert.equal(ids(units)[0], "P7e");
  // What nobody holds is still mistyped, and who asks for it is told what was meant.
  for (const [text, options] of [["mensenhnadel", {}], ["witwassen eisen", { typos: true }]]) {
    assert.deepEqual({ ...engine.search(text, options), documents: undefined }, { ...plain.search(text, options), documents: undefined });
    assert.equal(engine.search(text, options).corrected?.applied, true);
  }
  for (const options of [{}, { typos: true }, { typos: false }]) {
    for (const { id, score } of engine.search("witwassen eisen", options).hits) assert.equal(engine.explain("witwassen eisen", id, options)?.value, score);
  }
  // A part of a word is not the word.
  assert.deepEqual([engine.search("witwasssen").corrected?.query, engine.search("witwasssen").corrected?.applied], ["witwassen", true]);
  // Nor is its beginning, unless it is still being typed.
  const begun = await loadEngine({ snapshot: await snapshotOf([{ id: "a", title: "Eisenpakket" }]) });
  assert.deepEqual(["eisen witwassen", "witwassen eisen"].map((text) => begun.search(text).corrected?.applied), [true, undefined]);
  begun.free();
  // One word that nobody holds, and all are corrected: what was meant is not known.
  assert.equal(engine.search("mensenhnadel eisen").corrected?.applied, true);
  engine.documents.free();
  assert.equal(engine.search("witwassen eisen", { documents: false }).corrected?.applied, true);
  // What became of the documents is not for the units to say.
  assert.deepEqual([ids(engine.search("witwassen"))[0], engine.search("witwassen").documents, engine.documents], ["P7e", undefined, undefined]);
  assert.equal(engine.suggest("witw").documents, undefined);
  plain.free();
  engine.free();
});

test("6: names of one side", async () => {
  const engine = await loadEngine({ snapshot: await snapshotOf([{ id: "plan", title: "Plan kind priority", kind: ["guide"], body: "witwassen", summary: "news" }]) });
  const found = (text) => {
    const { hits, total, facets, notices, documents: own } = engine.search(text, { facets: ["offence"] });
    for (const answer of [{ hits, total }, own]) assert.equal(answer.hits.length > 0, answer.total > 0, text);
    return [total, facets[0].values.length, notices.length, own.total];
  };
  const [units, offences] = found("witwassen");
  assert.ok(units > 1 && offences > 1);
  assert.deepEqual(found("summary:news witwassen"), [0, 0, 0, 1]);
  assert.deepEqual(found("Priorities:p7e"), [0, 0, 0, 0]);
  assert.equal(engine.explain("summary:news witwassen", "P7e"), undefined);
  assert.deepEqual(found("instrument:oap witwassen").slice(2), [0, 0]);
  assert.ok(found("instrument:oap witwassen")[0] > 0);
  // Both know a kind; what is excluded excludes nothing of who has it not.
  assert.deepEqual(found("kind:priority").slice(0, 1), [10]);
  assert.equal(found("kind:guide")[3], 1);
  assert.equal(found("-summary:news witwassen")[0], units);
  // In quotation marks nothing is named.
  assert.equal(found('-"x summary:y" witwassen')[0], units);
  assert.equal(found('summary:"news" witwassen')[0], 0);
  // A name without a value demands nothing.
  for (const query of ["summary: witwassen", "kind: witwassen", "witwassen summary:", 'summary:"" witwassen', "summary:« » witwassen", 'witwassen summary:"']) {
    assert.ok(found(query)[0] > 0, query);
    assert.deepEqual(found(`instrument:"" ${query}`).slice(-1), found(query).slice(-1), query);
  }
  assert.equal(found('summary:" news" witwassen')[0], 0);
  // A mark behind a letter or a digit opens nothing, and behind a phrase a name is one.
  assert.deepEqual(found('15" summary:news witwassen').slice(0, 3), [0, 0, 0]);
  assert.deepEqual(found('"witwassen"summary:news').slice(0, 3), [0, 0, 0]);
  assert.deepEqual(engine.suggest("offence:fraud plan").documents, { queries: [], titles: [] });
  engine.free();
});

test("7: suggestions from both", async () => {
  const engine = await loadEngine({ snapshot });
  const { queries, titles, documents: own } = engine.suggest("witw");
  assert.deepEqual(queries[0], { text: "witwassen", typed: { start: 0, end: 4 }, count: queries[0].count, lang: "nl" });
  assert.ok(titles.length > 0);
  assert.deepEqual([own.queries[0].text, own.titles.map(({ id }) => id)], ["witwassen", ["guide"]]);
  assert.deepEqual(engine.suggest("witw", { limit: 0 }).documents, { queries: [], titles: [] });
  assert.equal((await loadEngine()).suggest("witw").documents, undefined);
  assert.deepEqual(engine.suggest("summary:voor ban").queries, []);
  assert.throws(() => engine.suggest("a", { limit: 21 }), { code: "invalid-argument" });
  engine.free();
});
