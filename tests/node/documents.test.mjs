// A portal's own documents, through the public interface.
//
// 1. What is indexed is found: forms, compounds, typos, beginnings, phrases, exclusions, fields and facets.
// 2. A snapshot answers as the index that it was saved from; damaged or foreign bytes are refused with a reason.
// 3. Counts are those of all matches, and disjunctive; paging cuts the same list.
// 4. What is wrong with a document or an option is said with its place, and nothing else is harmed.
// 5. Building gives back its memory: an index holds little more than its snapshot.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DocumentIndex, EngineError } from "../../pkg/dist/node.js";

const documents = [
  { id: "customs", title: "Handreiking accijnsfraude", summary: "Voor de douane", body: "Sigaretten en alcohol.", url: "/customs", kind: "guide", topic: ["excise", "customs"] },
  { id: "victims", title: "Slachtoffers van mensenhandel herkennen", summary: "Voor de politie", url: "/victims", kind: "guide", topic: "people" },
  { id: "weapons", title: "Jaarbericht vuurwapens", body: "De handel in vuurwapens nam af.", kind: "report" },
  { id: 4, title: "Verslag van de stuurgroep", body: "Over fraude is niet gesproken.", kind: "report", topic: null },
];
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
  check('"handel in vuurwapens"', ["weapons"]);
  check('"vuurwapens in handel"', []);
  check("fraude -sigaretten", ["4"]);
  check("title:fraude", ["customs"]);
  check("kind:report fraude", ["4"]);
  check("-kind:report fraude", ["customs"]);
  check("-kind:report -kind:guide fraude", []);
  check("douane politie", ["customs", "victims"]);
  check("douane politie", [], { prefix: false, match: "all" });
  check("", []);
  check('-"', []);
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
  assert.deepEqual(filtered.facets, { kind: count(odd, ({ kind }) => [kind]), tag: count(chosen, ({ tag }) => tag) });
  assert.equal(filtered.total, odd.filter((document) => chosen.includes(document)).length);
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
  const index = await DocumentIndex.build((async function* () { yield { id: "a\0b", title: "één \ud800 twee" }; })(), { facets: ["kind"] });
  assert.deepEqual(ids(index.search("een")), ["a b"]);
  for (const options of [{ limit: -1 }, { limit: 1001 }, { offset: 0.5 }, { match: "none" }, { facets: ["nope"] }, { filters: { nope: ["x"] } }, { filters: { kind: "x" } }]) {
    assert.throws(() => index.search("een", options), { code: "invalid-argument" });
  }
  assert.throws(() => index.search(5), { code: "invalid-argument" });
  assert.deepEqual(ids(index.search("een", { filters: { kind: ["unknown"] } })), []);
  for (const text of ["x".repeat(1_000_000), "* ".repeat(10_000), '" '.repeat(10_000), "-".repeat(10_000), "kind:".repeat(1_000), "\ud800\0"]) index.search(text);
  index.free();
  index.free();
  assert.throws(() => index.search("een"), { code: "freed" });
  const empty = await DocumentIndex.build([]);
  assert.deepEqual([empty.size, empty.search("fraude", { total: true })], [0, { hits: [], total: 0 }]);
  empty.free();
});

test("5. memory", async () => {
  const words = "fraude handel smokkel netwerk wapen drugs mensen geld milieu cyber".split(" ");
  const many = Array.from({ length: 20_000 }, (_, place) => ({ id: place, title: `${words[place % 10]} ${place}`, body: Array.from({ length: 40 }, (_, word) => words[(place * 7 + word * word) % 10]).join(" ") }));
  let reported = 0;
  const index = await DocumentIndex.build(many, { onProgress: (added) => (reported = added) });
  assert.equal(reported, 20_000);
  const { memory } = index;
  assert.ok(memory < index.save().length * 2 + 3_000_000, `${memory} bytes`);
  index.free();
});
