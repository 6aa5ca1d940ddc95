// A portal's own documents, through the public interface.
//
// 1. What is indexed is found: forms, compounds, typos, beginnings, phrases, exclusions, fields and facets.
// 2. A snapshot answers as the index that it was saved from; damaged or foreign bytes are refused with a reason.
// 3. Counts are those of all matches, and disjunctive; paging cuts the same list.
// 4. What is wrong with a document or an option is said with its place, and nothing else is harmed.
// 5. Building gives back its memory: an index holds little more than its snapshot.
// 6. Small snapshots share memory, and what one gives back the next one uses; a large one has its own.
// 7. A crash ends one index. The others in its memory go on if their bytes are whole, and say so if they are not.
// 8. What was read differently, left out or not found is told with its place.
// 9. Each document is in the language that it says it is in; the texts that are kept come back, and so do the values.
// 10. The explanation of a hit has its score at its root; what is no hit has none.
// 11. What is emphasised in a hit are the words that were asked for, in UTF-16 code units. As JSON a hit is what is read of it.
// 12. What is suggested finds something, with what stands before it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DocumentIndex, EngineError } from "../../pkg/dist/node.js";
import { memoryOf, withInstances } from "./instances.mjs";

const documents = [
  { id: "customs", title: "Handreiking accijnsfraude", summary: "Voor de douane", body: "Sigaretten en alcohol.", url: "/customs", kind: "guide", topic: ["excise", "customs"] },
  { id: "victims", title: "Slachtoffers van mensenhandel herkennen", summary: "Voor de politie", url: "/victims", kind: "guide", topic: "people" },
  { id: "weapons", title: "Jaarbericht vuurwapens", body: "De handel in vuurwapens nam af.", kind: "report" },
  { id: 4, title: "Verslag van de stuurgroep", body: "Over fraude is niet gesproken.", kind: "report", topic: null },
];

/** The snapshot of many documents of few words. */
async function snapshotOf(nDocuments) {
  const words = "fraude handel smokkel netwerk wapen drugs mensen geld milieu cyber".split(" ");
  const many = Array.from({ length: nDocuments }, (_, place) => ({ id: place, title: `${words[place % 10]} ${place}`, body: Array.from({ length: 40 }, (_, word) => words[(place * 7 + word * word) % 10]).join(" ") }));
  const index = await DocumentIndex.build(many);
  const snapshot = index.save();
  index.free();
  return snapshot;
}

const ids = (answer) => answer.hits.map((hit) => hit.id);

test("1. documents are found", async () => {
  const index = await DocumentIndex.build(documents, { facets: ["kind", "topic"] });
  assert.equal(index.size, 4);
  const check = (text, expected, options = { prefix: false }) => assert.deepEqual(ids(index.search(text, options)), expected, text);
  check("fraude", ["4", "customs"]);
  check("wapen", ["weapons"]);
  check("slachtoffer", ["victims"]);
  check("doaune", ["customs"]);
  check("doaune", [], { prefix: false, typos: false });
  check("accijnsf", ["customs"], {});
  check("vuur wapens", ["weapons"]);
  check("accijns fraude", ["customs", "4"]);
  check('"handel in vuurwapens"', ["weapons"]);
  check('"vuurwapens in handel"', []);
  check("fraude -sigaretten", ["4"]);
  check("title:fraude", ["customs"]);
  check("kind:report fraude", ["4"]);
  check("-kind:report fraude", ["customs"]);
  check("-kind:report -kind:guide fraude", []);
  check("douane politie", ["customs", "victims"]);
  check("douane politie", [], { prefix: false, match: "all" });
  check('-"', []);
  check("?!", []);
  // Without words the documents are listed.
  check("kind:report", ["weapons", "4"]);
  check("-kind:report -douane", ["victims"]);
  check(" ", ["customs", "victims", "weapons", "4"]);
  check("", ["victims"], { filters: { topic: ["people"] } });
  check("", ["victims"], { filters: { topic: ["people"], kind: [] } });
  const [hit] = index.search("accijnsfraude").hits;
  assert.deepEqual([hit.id, hit.title, hit.url, hit.score > 0], ["customs", "Handreiking accijnsfraude", "/customs", true]);
  index.free();
});

test("2. snapshots", async () => {
  const built = await DocumentIndex.build(documents, { facets: ["kind"] });
  const snapshot = built.save();
  const loaded = await DocumentIndex.load(snapshot);
  for (const text of ["fraude", "handel", "voor de", "vuurwapens -handel", "j"]) {
    const plain = ({ hits, ...rest }) => ({ ...rest, hits: hits.map(({ id, score, title, url }) => ({ id, score, title, url })) });
    assert.deepEqual(plain(loaded.search(text, { facets: ["kind"] })), plain(built.search(text, { facets: ["kind"] })), text);
  }
  const isSnapshotError = (message) => (error) => error instanceof EngineError && error.code === "snapshot" && message.test(error.message);
  const damaged = snapshot.slice();
  damaged[damaged.length >> 1] ^= 1;
  await assert.rejects(DocumentIndex.load(damaged), isSnapshotError(/damaged/u));
  await assert.rejects(DocumentIndex.load(snapshot.subarray(0, snapshot.length - 9)), isSnapshotError(/damaged/u));
  await assert.rejects(DocumentIndex.load(new TextEncoder().encode('{"id": 1}')), isSnapshotError(/no snapshot/u));
  await assert.rejects(DocumentIndex.load(new Uint8Array()), isSnapshotError(/no snapshot/u));
  const other = snapshot.slice();
  other[7] = 99;
  await assert.rejects(DocumentIndex.load(other), isSnapshotError(/another release/u));
  await assert.rejects(DocumentIndex.load("data.epx"), { code: "invalid-argument" });
  built.free();
  loaded.free();
});

test("3. counts and pages", async () => {
  const many = Array.from({ length: 300 }, (_, place) => ({ id: place, title: place % 3 === 0 ? "fraude" : "handel in fraude", kind: `k${place % 5}`, tag: place % 2 === 0 ? ["even"] : ["odd", `t${place % 7}`] }));
  const index = await DocumentIndex.build(many, { facets: ["kind", "tag"] });
  const all = index.search("handel", { prefix: false, limit: 1000, total: true });
  const expected = many.filter((document) => document.title.includes("handel"));
  assert.equal(all.total, expected.length);
  assert.equal(all.hits.length, expected.length);
  assert.equal(index.search("handel", { prefix: false }).total, undefined);
  const pages = [0, 50, 100, 150].flatMap((offset) => ids(index.search("handel", { prefix: false, limit: 50, offset })));
  assert.deepEqual(pages, ids(all).slice(0, 200));
  const filtered = index.search("handel", { prefix: false, filters: { kind: ["k1", "k2"], tag: ["odd"] }, facets: ["kind", "tag"], limit: 1000 });
  const count = (list, of) => Object.fromEntries([...new Set(list.flatMap(of))].map((value) => [value, list.filter((entry) => of(entry).includes(value)).length]));
  const odd = expected.filter(({ tag }) => tag.includes("odd"));
  const chosen = expected.filter(({ kind }) => kind === "k1" || kind === "k2");
  const counts = (facet) => Object.fromEntries(filtered.facets.find((entry) => entry.facet === facet).values.map(({ value, count: number }) => [value, number]));
  assert.deepEqual(filtered.facets.map(({ facet }) => facet), ["kind", "tag"]);
  assert.deepEqual(counts("kind"), count(odd, ({ kind }) => [kind]));
  assert.deepEqual(counts("tag"), count(chosen, ({ tag }) => tag));
  for (const { values } of filtered.facets) assert.deepEqual(values.map(({ count: number }) => number), values.map(({ count: number }) => number).sort((one, other) => other - one));
  const listed = index.search("kind:k3", { facets: ["tag"], limit: 2 });
  assert.deepEqual([ids(listed), listed.total, listed.hits[0].score], [["3", "8"], 60, 0]);
  assert.deepEqual(listed.facets[0].values.slice(0, 2), [{ value: "even", count: 30 }, { value: "odd", count: 30 }]);
  assert.equal(filtered.total, odd.filter((document) => chosen.includes(document)).length);
  index.free();
});

test("3. order of a facet", async () => {
  const days = ["2023-08-31", "2021-01-02", undefined, "2023-08-31", "2022-12-01"];
  const index = await DocumentIndex.build(days.map((day, place) => ({ id: place, title: `fraude ${"fraude ".repeat(place)}`, day, year: [Number(day?.slice(0, 4) ?? 9), 10] })), { facets: ["day", "year"] });
  const check = (sort, expected, options = {}) => assert.deepEqual(ids(index.search("fraude", { sort, ...options })), expected);
  check({ facet: "day" }, ["1", "4", "0", "3", "2"]);
  check({ facet: "day", order: "descending" }, ["0", "3", "4", "1", "2"]);
  check({ facet: "day" }, ["4", "0"], { offset: 1, limit: 2 });
  // Numbers, not letters: 9 before 10.
  check({ facet: "year" }, ["2", "0", "1", "3", "4"]);
  check({ facet: "day" }, ["0", "3"], { filters: { day: ["2023-08-31"] } });
  const scores = (answer) => new Map(answer.hits.map((hit) => [hit.id, hit.score]));
  assert.deepEqual(scores(index.search("fraude", { sort: { facet: "day" } })), new Map([..."14032"].map((id) => [id, scores(index.search("fraude")).get(id)])));
  index.free();
});

test("8. what is told about a query", async () => {
  const index = await DocumentIndex.build(documents, { facets: ["kind"] });
  const told = (text, options) => {
    const { notices, corrected } = index.search(text, { prefix: false, ...options });
    for (const { start, end, message } of notices) assert.ok(message !== "" && start <= end && end <= text.length);
    return [notices.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`), corrected && [corrected.query, corrected.ranges.map(({ start, end }) => corrected.query.slice(start, end)), corrected.applied]];
  };
  assert.deepEqual(told("accijnsfraude"), [[], undefined]);
  assert.deepEqual(told("💶 doaune, zzzz!"), [["words-unknown zzzz", "words-corrected doaune"], ["💶 douane, zzzz!", ["douane"], true]]);
  assert.deepEqual(told("één poilitie doaune"), [["words-corrected poilitie", "words-corrected doaune"], ["één politie douane", ["politie", "douane"], true]]);
  assert.deepEqual(told("doaune", { typos: false }), [["words-unknown doaune"], ["douane", ["douane"], false]]);
  // That a part of it was found does not hide what was meant.
  assert.deepEqual(told("accijnsfruade", { typos: false }), [["words-in-part accijnsfruade"], ["accijnsfraude", ["accijnsfraude"], false]]);
  assert.deepEqual(told('"doaune"'), [["words-unknown doaune"], ['"douane"', ["douane"], false]]);
  assert.deepEqual(told("kind:"), [["unknown-filter kind:"], undefined]);
  assert.deepEqual(told("?!"), [["no-searchable-words ?!"], undefined]);
  assert.deepEqual(told(`fraude ${"x ".repeat(600)}`)[0][0].slice(0, 15), "query-truncated");
  index.free();
});

test("10. explanations", async () => {
  const index = await DocumentIndex.build(documents, { facets: ["kind"] });
  const sum = (parts) => parts.reduce((total, { value }) => total + value, 0);
  for (const text of ["fraude", "doaune", "accijnsf", '"handel in vuurwapens"', "fraude -sigaretten", "title:fraude", "douane politie", "zzzz"]) {
    for (const options of [{}, { prefix: false }, { match: "all" }, { typos: false }]) {
      const { hits } = index.search(text, options);
      for (const { id } of documents) {
        const explained = index.explain(text, id, options);
        assert.equal(explained?.value, hits.find((hit) => hit.id === String(id))?.score, `${text} ${id}`);
        if (explained === undefined) continue;
        assert.ok(sum(explained.parts) >= explained.value * 0.999_999);
        const byWords = explained.words.startsWith("What its words give, and what it gains") ? explained.parts[0] : explained;
        assert.ok(sum(byWords.parts) >= byWords.value * 0.999_999 && byWords.words.startsWith("The sum of what"));
      }
    }
  }
  assert.equal(index.explain("fraude", "nobody"), undefined);
  const [{ id: found }] = index.search("fraude").hits;
  const [kind] = index.search("fraude").hits[0].values("kind");
  assert.ok(index.explain(`kind:${kind} fraude`, found, { filters: { kind: [kind] } }));
  for (const [text, filters] of [[`-kind:${kind} fraude`], ["kind:none fraude"], ["fraude", { kind: ["none"] }]]) assert.equal(index.explain(text, found, { filters }), undefined, text);
  assert.throws(() => index.search("fraude", { filters: { nope: ["x"] } }), /`filters` must be one of the facets of the index \(/u);
  assert.match(index.explain("doaune", "customs").parts[0].parts[0].words, /^"doaune" gives \d+\.\d{3}: /u);
  assert.throws(() => index.explain("fraude", {}), { code: "invalid-argument" });
  assert.throws(() => index.explain("fraude", "customs", { match: "some" }), { code: "invalid-argument" });
  index.free();
});

test("11. highlights and excerpts", async () => {
  const plain = await DocumentIndex.build(documents, { stored: ["summary"] });
  const [hit] = plain.search("accijnsfraude").hits;
  const { id, score, title, url, highlights, excerpt } = hit;
  assert.deepEqual(JSON.parse(JSON.stringify(hit)), { id, score, title, url, highlights, excerpt });
  assert.equal(excerpt.text, "Voor de douane");
  plain.free();
  const body = `${"Iets anders. ".repeat(40)}💶 De douane telt sigaretten. ${"Nog iets. ".repeat(40)}`;
  const index = await DocumentIndex.build([{ id: "a", title: "Één handreiking accijnsfraude", summary: "Voor de douane", body }, { id: "b", title: "Zonder meer over fraude" }], { stored: ["summary", "body"] });
  const marked = (text, marks) => marks.map(({ start, end }) => text.slice(start, end));
  const shown = (text) => {
    const { title, highlights, excerpt } = index.search(text, { prefix: false }).hits[0];
    return [marked(title, highlights), excerpt && [excerpt.field, ...marked(excerpt.text, excerpt.highlights), excerpt.truncatedStart, excerpt.truncatedEnd]];
  };
  assert.deepEqual(shown("accijnsfraude"), [["accijnsfraude"], ["summary", false, false]]);
  assert.deepEqual(shown("één accijns"), [["accijns"], ["summary", false, false]]);
  assert.deepEqual(shown("doaune sigaret"), [[], ["body", "douane", "sigaretten", true, true]]);
  assert.deepEqual(shown("meer"), [["meer"], undefined]);
  for (const { excerpt } of index.search("douane").hits) assert.ok([...excerpt.text].length <= 240 && body.includes(excerpt.text) !== (excerpt.field === "summary"));
  const { hits } = index.search("fraude");
  index.free();
  assert.throws(() => hits[0].highlights, { code: "freed" });
});

test("12. suggestions", async () => {
  const index = await DocumentIndex.build(documents, { facets: ["kind"] });
  const check = (text, queries, titles, options) => {
    const suggested = index.suggest(text, options);
    assert.deepEqual(suggested.queries.map((query) => `${query.text.slice(query.typed.start, query.typed.end)}|${query.text.slice(query.typed.end)} ${query.count}`), queries, text);
    assert.deepEqual(suggested.titles.map(({ id, title, highlights }) => [id, ...highlights.map(({ start, end }) => title.slice(start, end))]), titles, text);
    for (const query of suggested.queries) assert.ok(index.search(query.text, { match: "all", prefix: false }).hits.length > 0, query.text);
  };
  check("Accijns", ["Accijns|fraude 1"], [["customs", "accijns"]]);
  check("v", ["v|erslag 1", "v|uurwapens 1"], [["4", "V", "v"], ["weapons", "v"], ["victims", "v"]]);
  check("voor p", ["voor p|olitie 1"], []);
  check("douane p", [], []);
  check("de acc", ["de acc|ijnsfraude 1"], [["customs", "acc"]]);
  check("kind:report vuur", ["kind:report vuur|wapens 1"], [["weapons", "vuur"]]);
  check("kind:guide vuur", [], []);
  check("kind:rep", [], []);
  check("fraude ", [], [["customs", "fraude"]]);
  check("doau", [], [], { limit: 0 });
  check("", [], []);
  check("?!", [], []);
  check("x".repeat(1_000_000), [], []);
  assert.deepEqual(index.suggest("acijns").queries.map(({ text }) => text), ["accijnsfraude"]);
  assert.throws(() => index.suggest("a", { limit: 21 }), { code: "invalid-argument" });
  index.free();
});

test("4. bad input", async () => {
  const rejects = (build, message) => assert.rejects(build, (error) => error instanceof EngineError && error.code === "invalid-argument" && message.test(error.message));
  await rejects(DocumentIndex.build([{ id: "a" }, { title: "no id" }]), /documents\[1\]\.id/u);
  await rejects(DocumentIndex.build([{ id: "a" }, { id: "a" }]), /documents\[1\]\.id.*no other/u);
  await rejects(DocumentIndex.build([{ id: "a", body: 5 }]), /documents\[0\]\.body/u);
  await rejects(DocumentIndex.build([{ id: "a", kind: ["x", {}] }], { facets: ["kind"] }), /documents\[0\]\.kind\[1\]/u);
  await rejects(DocumentIndex.build([null]), /documents\[0\]/u);
  await rejects(DocumentIndex.build("text"), /documents/u);
  await rejects(DocumentIndex.build([], { fields: { title: -1 } }), /fields\.title/u);
  await rejects(DocumentIndex.build([], { fields: {} }), /fields/u);
  await rejects(DocumentIndex.build([], { fields: new Map([["title", 1]]) }), /fields.*plain object/u);
  await rejects(DocumentIndex.build([], { language: ["nl", "en", "de"], fields: Object.fromEntries(Array.from({ length: 24 }, (_, place) => [`f${place}`, 1])) }), /`fields` must be at most 64 in all languages together, not 72/u);
  for (const language of ["Dutch", "nl,en", " nl", "", ["nl", "English"]]) await rejects(DocumentIndex.build([], { language }), /language tags such as nl/u);
  await rejects(DocumentIndex.build([], { facets: ["kind", "kind"] }), /facets.*differ/u);
  await rejects(DocumentIndex.build([], { onProgress: {} }), /onProgress/u);
  const index = await DocumentIndex.build((async function* () { yield { id: "a\0b", title: "één \ud800 twee" }; })(), { facets: ["kind"] });
  assert.deepEqual(ids(index.search("een")), ["a b"]);
  for (const options of [{ limit: -1 }, { limit: 1001 }, { offset: 0.5 }, { match: "none" }, { facets: ["nope"] }, { filters: { nope: ["x"] } }, { filters: { kind: "x" } }, { filters: new Map([["kind", ["x"]]]) }, { filters: new URLSearchParams("kind=x") }, { sort: "kind" }, { sort: {} }, { sort: { facet: "nope" } }, { sort: { facet: "kind", order: "up" } }]) {
    assert.throws(() => index.search("een", options), { code: "invalid-argument" });
  }
  assert.throws(() => index.search(5), { code: "invalid-argument" });
  assert.deepEqual(ids(index.search("een", { filters: { kind: ["unknown"] } })), []);
  for (const text of ["x".repeat(1_000_000), "* ".repeat(10_000), '" '.repeat(10_000), "-".repeat(10_000), "kind:".repeat(1_000), "\ud800\0"]) index.search(text);
  index.free();
  index.free();
  assert.throws(() => index.search("een"), { code: "freed" });
  const empty = await DocumentIndex.build([]);
  assert.deepEqual([empty.size, empty.search("fraude", { total: true })], [0, { hits: [], facets: [], notices: [{ code: "words-unknown", message: "Nothing in the index answers this word.", start: 0, end: 6 }], total: 0 }]);
  empty.free();
});

test("5. memory", async () => {
  const words = "fraude handel smokkel netwerk wapen drugs mensen geld milieu cyber".split(" ");
  const many = Array.from({ length: 20_000 }, (_, place) => ({ id: place, title: `${words[place % 10]} ${place}`, body: Array.from({ length: 40 }, (_, word) => words[(place * 7 + word * word) % 10]).join(" ") }));
  // Who shows the progress gets to do so, also where all documents are at hand one after the other.
  const oneByOne = (async function* () { yield* many; })();
  let index;
  for (const documents of [oneByOne, many]) {
    index?.free();
    let [reported, ticks] = [0, 0];
    const between = new Set();
    const timer = setInterval(() => (ticks += 1));
    index = await DocumentIndex.build(documents, { onProgress: (added) => {
      reported = added;
      between.add(ticks);
    } });
    clearInterval(timer);
    assert.equal(reported, 20_000);
    assert.ok(between.size > 2, `ticks: ${[...between]}`);
  }
  const { memory } = index;
  assert.ok(memory < index.save().length * 2 + 3_000_000, `${memory} bytes`);
  index.free();
});

test("5. what `using` does at the end of a block", async () => {
  const index = await DocumentIndex.build(documents);
  index[Symbol.dispose]();
  index[Symbol.dispose]();
  assert.equal(index.memory, 0);
  assert.throws(() => index.search("fraude"), (error) => error instanceof EngineError && error.code === "freed");
});

test("6. shared memory", async () => {
  const snapshot = await snapshotOf(20_000);
  const first = await DocumentIndex.load(snapshot);
  const { memory } = first;
  first.free();
  assert.equal(first.memory, 0);
  for (let round = 0; round < 20; round += 1) {
    const index = await DocumentIndex.load(snapshot);
    assert.equal(index.memory, memory);
    index.free();
  }
  const two = [await DocumentIndex.load(snapshot), await DocumentIndex.load(snapshot)];
  assert.ok(two[0].memory > memory && two[0].memory === two[1].memory);
  const padded = await DocumentIndex.build([{ id: "large", title: "fraude".padEnd(40_000_000) }]);
  assert.ok(padded.memory !== two[0].memory && padded.memory > 40_000_000);
  assert.deepEqual(ids(padded.search("fraude")), ["large"]);
  for (const index of [...two, padded]) index.free();
});

test("6. memory that cannot be had is asked for again", async () => {
  const wasm = await WebAssembly.compile(await readFile(new URL("../../pkg/dist/empact_priorities.wasm", import.meta.url)));
  const snapshot = await snapshotOf(10);
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = () => Promise.reject(new RangeError("no memory"));
  await assert.rejects(DocumentIndex.load(snapshot, { wasm }), { code: "wasm-load", message: /no memory/u });
  WebAssembly.instantiate = instantiate;
  const index = await DocumentIndex.load(snapshot, { wasm });
  assert.equal(index.size, 10);
  index.free();
});

test("7. a crash", async () => {
  const file = await readFile(new URL("../../pkg/dist/empact_priorities.wasm", import.meta.url));
  for (const isWhole of [true, false]) {
    const snapshot = await snapshotOf(1_000);
    const wasm = await WebAssembly.compile(file);
    const load = () => DocumentIndex.load(snapshot, { wasm });
    // They share one, which is made to trap by giving it memory that is full of nonsense.
    const [[one, two], instances] = await withInstances(async () => [await load(), await load()]);
    assert.equal(instances.length, 1);
    const expected = ids(two.search("fraude"));
    const bytes = Buffer.from(memoryOf(instances[0]).buffer);
    const start = bytes.lastIndexOf(snapshot.subarray(0, 16));
    bytes.fill(0xff, 0, isWhole ? start : bytes.length);
    bytes.fill(0xff, start + snapshot.length);
    assert.throws(() => one.search("fraude"), { name: "EngineError", code: "crashed" });
    assert.throws(() => one.search("fraude"), { name: "EngineError", code: "crashed" });
    if (isWhole) {
      assert.deepEqual(ids(two.search("fraude")), expected);
      assert.deepEqual(two.save(), snapshot);
    } else {
      assert.throws(() => two.search("fraude"), { name: "EngineError", code: "crashed" });
    }
    const three = await DocumentIndex.load(snapshot, { wasm });
    assert.deepEqual(ids(three.search("fraude")), expected);
    if (isWhole) {
      const large = await DocumentIndex.load(await snapshotOf(20_000), { wasm });
      assert.deepEqual([two.memory, three.memory], [large.memory, large.memory], "they share memory again");
      large.free();
    }
    for (const index of [one, two, three]) index.free();
  }
});

test("9. languages, stored texts, values", async () => {
  const english = { id: "en", title: "Policies on firearms", language: "en-GB", kind: "guide" };
  const index = await DocumentIndex.build([...documents, english], { language: ["nl", "en"], stored: ["summary"], facets: ["kind", "topic"] });
  const check = (text, expected) => assert.deepEqual(ids(index.search(text, { prefix: false })), expected, text);
  check("policy", ["en"]);
  check("wapens", ["weapons"]);
  check("title:firearm", ["en"]);
  const reopened = await DocumentIndex.load(index.save());
  for (const searched of [index, reopened]) {
    const [hit] = searched.search("accijnsfraude").hits;
    assert.deepEqual([hit.stored("summary"), hit.stored("body"), hit.values("topic"), hit.values("kind")], ["Voor de douane", "", ["excise", "customs"], ["guide"]]);
    assert.throws(() => hit.stored("colour"), { name: "EngineError", code: "invalid-argument", message: /^`field`/u });
    assert.throws(() => hit.values("colour"), { name: "EngineError", code: "invalid-argument", message: /^`facet` must be one of the facets of the index \(kind, topic\)/u });
    searched.free();
  }
  await assert.rejects(DocumentIndex.build(documents, { stored: ["colour"] }), { code: "invalid-argument", message: /stored/u });
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, place) => [`f${place}`, 1]));
  await assert.rejects(DocumentIndex.build(documents, { fields: many, language: ["nl", "en"] }), { code: "invalid-argument", message: /64/u });
});

const marked = (text, marks) => marks.map(({ start, end }) => text.slice(start, end));
const markedTitles = (answer) => answer.hits.map(({ title, highlights }) => marked(title, highlights));
const STRICT = { prefix: false, typos: false };

test("1, 9. an asterisk behind what is excluded; a language that is not among those of the index; German and French; Greek and Cyrillic as they are written", async () => {
  const excluding = await DocumentIndex.build([{ id: 1, title: "fraude witwassen" }, { id: 2, title: "fraude witwasser" }, { id: 3, title: "fraude" }]);
  assert.deepEqual(ids(excluding.search("fraude -witw*", STRICT)), ["3"]);
  assert.deepEqual(ids(excluding.search("fraude -witw", STRICT)), ["3", "1", "2"]);
  assert.deepEqual(ids(excluding.search("fraude -witwassen -witwasser*", STRICT)), ["3"]);

  const french = await DocumentIndex.build([{ id: 1, language: "fr", title: "netwerken" }, { id: 2, title: "netwerken" }, { id: 3, language: "fi-FI", title: "netwerken" }], { language: ["nl", "fi"] });
  assert.deepEqual(ids(french.search("netwerk", STRICT)), ["1", "2"]);
  // Codes of two letters and of three are the same language.
  const three = await DocumentIndex.build([{ id: 1, language: "deu", title: "Häuser" }, { id: 2, language: "fra", title: "l’organisation des contrôles" }], { language: ["nl", "de", "fr"] });
  for (const [text, expected] of [["Haus", ["1"]], ["organiser", ["2"]]]) assert.deepEqual(ids(three.search(text, STRICT)), expected, text);
  // "Swe" is Swedish, "est" is not Spanish but Estonian, and what is no tag at all is in the first language.
  const tags = ["swe", "sv_SE", "est", "nl_BE", "dut", "Nederlands", "\u212Aa", "spa-Latn"];
  const tagged = await DocumentIndex.build(tags.map((language, id) => ({ id, language, title: "netwerken" })), { language: ["nl", "sv", "es"] });
  assert.deepEqual(ids(tagged.search("netwerk", STRICT)), ["2", "3", "4", "5", "6"]);
  await assert.rejects(DocumentIndex.build([], { language: [] }), { code: "invalid-argument" });

  // German compounds and umlauts, French endings and elisions.
  const german = await DocumentIndex.build(["Bekämpfung der Geldwäsche", "Drogenhandel", "Handel mit Feuerwaffen", "Straße und Verkehr: Straßenverkehrsamt"].map((title, place) => ({ id: place + 1, title })), { language: "de" });
  for (const [text, expected] of [["geldwaesche", ["1"]], ["bekämpfen", ["1"]], ["handel", ["3", "2"]], ["waffe", []], ["feuerwaffe", ["3"]], ["verkehr", ["4"]]]) assert.deepEqual(ids(german.search(text, { ...STRICT, typos: false })), expected, text);
  assert.deepEqual(markedTitles(german.search("strasse", STRICT)), [["Straße", "Straße"]]);
  // "Waren" are goods; "Einfuhr" and "Pass" end as words do that a compound begins with; "Grenz-" is "Grenze".
  const customs = await DocumentIndex.build(["Waren anmelden", "Einfuhrabgaben", "Abgabe", "Passkontrolle", "Kontrolle der Grenze", "Grenzpolizei", "Beispiel", "Spiel"].map((title, place) => ({ id: place + 1, title })), { language: "de" });
  for (const [text, expected] of [["Ware", ["1"]], ["Abgaben", ["3", "2"]], ["Kontrollen", ["5", "4"]], ["Grenze", ["5", "6"]], ["Spiel", ["8"]]]) assert.deepEqual(ids(customs.search(text, STRICT)), expected, text);
  const romance = await DocumentIndex.build(["La lutte contre l’organisation criminelle", "Criminalité organisée", "Saisies d'avoirs"].map((title, place) => ({ id: place + 1, title })), { language: "fr" });
  for (const [text, expected] of [["criminel", ["2", "1"]], ["organiser", ["2", "1"]], ["d'organisation", ["1", "2"]], ["avoirs", ["3"]], ["\"l'organisation criminelle\"", ["1"]]]) assert.deepEqual(ids(romance.search(text, STRICT)), expected, text);
  // The language is in the snapshot.
  assert.deepEqual(ids((await DocumentIndex.load(german.save())).search("handel", STRICT)), ["3", "2"]);
  assert.deepEqual(ids((await DocumentIndex.load(romance.save())).search("organiser", STRICT)), ["2", "1"]);

  const greek = await DocumentIndex.build([{ id: 1, title: "Αστυνομία" }, { id: 2, title: "Европейски съюз" }], { language: "el" });
  for (const [text, id] of [["ΑΣΤΥΝΟΜΙΑ", "1"], ["Αστυνομία".normalize("NFD"), "1"], [`"${"Европейски съюз".normalize("NFD")}"`, "2"]]) assert.deepEqual(ids(greek.search(text, STRICT)), [id], text);
  assert.deepEqual(markedTitles(greek.search("αστυνομια", STRICT)), [["Αστυνομία"]]);
});

test("4, 9. names that come twice, and ids that are given out as others", async () => {
  const twice = await DocumentIndex.build([{ id: "a", title: "aap" }, { id: "b", title: "noot" }, { id: "c", title: "mies" }], { fields: { title: 1 }, stored: ["title", "title"] });
  assert.deepEqual(twice.search("").hits.map((hit) => [hit.id, hit.title, hit.stored("title")]), [["a", "aap", "aap"], ["b", "noot", "noot"], ["c", "mies", "mies"]]);
  await assert.rejects(DocumentIndex.build([{ id: "a\0b" }, { id: "a b" }]), /an id that no other document has/);
});

test("8. a value that nothing has is told", async () => {
  const index = await DocumentIndex.build(documents, { facets: ["kind"] });
  const notices = (text) => index.search(text, STRICT).notices.map(({ code, start, end }) => [code, text.slice(start, end)]);
  assert.match(index.search("fraude kind:nope").notices[0].message, /nothing has/u);
  assert.deepEqual(notices("fraude kind:nope"), [["unknown-filter", "kind:nope"]]);
  assert.deepEqual(notices("fraude -kind:nope"), [["unknown-filter", "-kind:nope"]]);
  assert.deepEqual(notices("fraude KIND:GUIDE"), []);
});

test("3. what is typed narrows what was chosen, and values are chosen to the letter", async () => {
  const index = await DocumentIndex.build(["guide", "policy", "Guide"].map((kind, id) => ({ id, title: "Fraude", kind })), { facets: ["kind"] });
  const found = (text, kind, options) => index.search(text, { filters: { kind }, ...options }).hits.map(({ id }) => id);
  assert.deepEqual(found("fraude kind:policy", ["guide"]), []);
  assert.deepEqual(found("fraude kind:guide", ["guide"]), ["0"]);
  assert.deepEqual(found("fraude kind:guide", ["guide", "Guide", "policy"]), ["0", "2"]);
  assert.deepEqual(found("fraude -kind:guide", ["guide", "policy"]), ["1"]);
  const { facets } = index.search("fraude kind:guide", { filters: { kind: ["guide"] }, facets: ["kind"] });
  assert.deepEqual(facets[0].values, [{ value: "guide", count: 1 }, { value: "Guide", count: 1 }]);
});

test("11. a phrase is marked where it stands, and its words where it does not", async () => {
  const body = `Een hoger salaris, een ander beroep. ${"Deze pagina gaat over tolken. ".repeat(20)}Tegen de afwijzing staat hoger beroep open.`;
  const index = await DocumentIndex.build([{ id: 1, title: "Hoger in beroep", body }], { stored: ["body"] });
  const marked = (text) => {
    const [{ title, highlights, excerpt }] = index.search(text).hits;
    const of = (words, places) => places.map(({ start, end }) => words.slice(start, end));
    return [of(title, highlights), of(excerpt.text, excerpt.highlights)];
  };
  assert.deepEqual(marked('"hoger beroep"'), [["Hoger", "beroep"], ["hoger beroep"]]);
  assert.deepEqual(marked('"hoger beroep ope'), [["Hoger", "beroep"], ["hoger beroep", "ope"]]);
  assert.deepEqual(marked('"de afwijzing" hoger'), [["Hoger"], ["de afwijzing", "hoger"]]);
});

test("10. the explanation of a hit among those that a filter leaves", async () => {
  const many = Array.from({ length: 40 }, (_, id) => ({ id, title: "rode fiets", section: "a" }));
  const index = await DocumentIndex.build([...many, { id: "z", title: "rode lange zin fiets en nog veel meer woorden hier", section: "b" }], { facets: ["section"] });
  const filters = { section: ["b"] };
  const [hit] = index.search("rode fiets", { filters }).hits;
  assert.equal(index.explain("rode fiets", "z", { filters }).value, hit.score);
  assert.notEqual(index.explain("rode fiets", "z").value, hit.score);
});

test("11. what was marked before changes nothing, and what only the index relates is marked as it stands", async () => {
  // "PC's" and "PCs" fold to the same letters, and have stems of their own.
  const plural = await DocumentIndex.build([{ id: 1, title: "PCs" }, { id: 2, title: "The PC's price" }], { language: "en" });
  assert.deepEqual(markedTitles(plural.search("pc", STRICT)), [["PCs"], ["PC's"]]);
  const index = await DocumentIndex.build([
    { id: 1, title: "handel", body: `De autoriteiten automatiseren de autonomie. ${"vulling ".repeat(60)}De handel staat stil.` },
    { id: 2, title: "auto" },
  ], { stored: ["body"] });
  const { excerpt } = index.search("autohandel").hits.find(({ id }) => id === "1");
  assert.deepEqual(marked(excerpt.text, excerpt.highlights), ["handel"]);
});

test("12. suggestions: a word once, with the documents of all languages; none where counting would say nothing", async () => {
  const index = await DocumentIndex.build([
    { id: 1, language: "nl", title: "server" }, { id: 2, language: "nl", title: "de server" }, { id: 3, language: "en", title: "the server" },
    { id: 4, language: "nl", title: "handel en fraude", body: "documented" }, { id: 5, language: "en", title: "fraude" },
  ], { language: ["nl", "en"] });
  const queries = (text) => index.suggest(text, { limit: 10 }).queries.map(({ text, count }) => [text, count]);
  assert.deepEqual(queries("ser"), [["server", 3]]);
  assert.deepEqual(queries("handel fra"), [["handel fraude", 1]]);
  assert.deepEqual(queries("server docu"), []);
  for (const text of ["title:docu", "handel -fra", 'handel -"fra', "-fra handel -fra"]) assert.deepEqual(queries(text), [], text);
});
