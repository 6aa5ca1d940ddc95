// What is made to be slow or large: it is answered or refused, and memory stays under a figure. No clocks: machines differ. Time is
// bounded by what is counted natively (`tests/hostile.rs`) and by everything here ending.
//
//  1. A query of any length costs what its first thousand characters cost, and says where it was cut.
//  2. Marking a text takes the memory of the text and of its marks.
//  3. A dataset that is too deep, too large or has too many values is refused with one problem; problems without number are counted.
//  4. Long words, long texts, many documents with values of their own are indexed in a multiple of their size.
//  5. Foreign bytes and lengths that lie are refused before they are believed.
//  6. Of a file that is too large no more is fetched than it takes to know, and none of it when nobody waits for it any more.
//  7. What is named more than once is answered once; more names and values than anybody chooses are refused.
//
// Memory is that of all instances of the WebAssembly that a test made, in MB (2 ** 20 bytes); it never shrinks.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { memoryOf } from "./instances.mjs";

const instances = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const made = await instantiate(...args);
  instances.push(made.instance ?? made);
  return made;
};
// The package must find the function above.
const { DatasetError, DocumentIndex, EngineError, loadEngine } = await import("../../pkg/dist/node.js");

const megabytes = () => instances.reduce((sum, instance) => sum + memoryOf(instance).buffer.byteLength, 0) / 2 ** 20;

/** Fails when the instances made since the last call hold more. */
function assertMemory(most, what) {
  const held = megabytes();
  assert.ok(held <= most, `${what}: ${held.toFixed(1)} MB, more than ${most}`);
  instances.length = 0;
}

const letters = "abcdefghijklmnopqrstuvwxyz";
const pair = (number) => letters[number % 26] + letters[Math.floor(number / 26) % 26];
const words = "fraude handel smokkel netwerk wapen drugs mensen geld milieu cyber".split(" ");

const queries = {
  "a word of a megabyte": "x".repeat(1_000_000),
  "words of a megabyte": "mensenhandel fraude ".repeat(50_000),
  "10,000 wildcards": "a* ".repeat(10_000),
  "10,000 different wildcards": Array.from({ length: 10_000 }, (_, number) => `${pair(number)}*`).join(" "),
  "10,000 excluded words": Array.from({ length: 10_000 }, (_, number) => `-${pair(number)}${number}`).join(" "),
  "10,000 phrases": '"de handel" '.repeat(10_000),
  "10,000 phrases without an end": '"handel '.repeat(10_000),
  "operators only": '-"*:'.repeat(250_000),
  "hyphens": "a-".repeat(500_000),
  "letters and digits": "1a".repeat(500_000),
  "marks on letters": "e\u0301".repeat(500_000),
  "half characters": "\ud800".repeat(100_000),
  "a compound without end": "mensenhandel".repeat(80_000),
  "32 mistyped words": Array.from({ length: 32 }, (_, number) => `fraud${pair(number)}criminaliteit`).join(" "),
};

beforeEach(() => {
  instances.length = 0;
});

test("1. queries", async () => {
  const bodies = Array.from({ length: 2_000 }, (_, number) => `${words[number % 10]} ${words[(number * 7) % 10]}handel ${pair(number)}${number}`);
  const own = await loadEngine();
  const index = await DocumentIndex.build(bodies.map((body, id) => ({ id, body, kind: `k${id % 5}` })), { facets: ["kind"] });
  for (const [name, text] of Object.entries(queries)) {
    const answer = own.search(text, { limit: 1000, facets: ["kind"], prefix: false });
    const cut = answer.notices.find(({ code, start }) => code === "query-truncated" && start > 0);
    if (text.length > 1_000) assert.ok(answer.notices.some(({ code }) => code === "query-truncated"), name);
    if (cut !== undefined && !name.includes("phrases")) {
      assert.ok(cut.start <= 1_000 && cut.end === text.length, name);
      const read = text.slice(0, cut.start);
      assert.deepEqual(own.search(read, { limit: 1000, facets: ["kind"], prefix: false }).hits, answer.hits, name);
    }
    const found = index.search(text, { limit: 1000, facets: ["kind"] });
    assert.ok(found.hits.length <= 1000 && found.total <= 2_000, name);
    index.search(text, { match: "all", total: true });
  }
  // The texts themselves cross the boundary: at most three bytes a character, twice.
  assertMemory(32, "queries");
  assert.equal(own.search("witwassen").hits[0]?.id, "P7e");
  own.free();
  index.free();
});

test("2. highlights", async () => {
  const own = await loadEngine();
  for (const [name, text] of Object.entries(queries)) {
    const marks = own.highlight("mensenhandel fraude a* 1*", text, "nl");
    assert.ok(marks.every(({ start, end }, place) => start < end && end <= text.length && (place === 0 || marks[place - 1].end <= start)), name);
  }
  // Each word goes on with as many phrases as have begun before it.
  const phrase = `"${"zz ".repeat(31)}"`;
  assert.deepEqual(own.highlight(phrase, "zz ".repeat(300_000), "nl"), [{ start: 0, end: 899_999 }]);
  assertMemory(96, "highlights in texts of a megabyte");
  own.free();
});

test("3. datasets", async () => {
  const text = await readFile(new URL("../../pkg/dist/dataset.json", import.meta.url), "utf8");
  const file = (recitals) => `{"format":"empact-priorities","formatVersion":1,"recitals":[${recitals}0]}`;
  const refused = async (dataset, code, nProblems, most) => {
    const error = await loadEngine({ dataset }).then(
      () => assert.fail("it was accepted"),
      (thrown) => thrown,
    );
    assert.ok(error instanceof DatasetError, error.stack);
    assert.ok(error.problems.some((problem) => problem.code === code), `${code}: ${error.message.slice(0, 300)}`);
    assert.equal(error.problems.length, nProblems);
    assert.ok(error.message.length < 400_000);
    assertMemory(most, code);
  };
  await refused(`{"format":${"[".repeat(900_000)}`, "syntax", 1, 8);
  await refused(`${" ".repeat(33_000_000)}${file("")}`.padEnd(34_000_000), "too-large", 1, 3);
  await refused(file("0,".repeat(15_000_000)), "too-large", 1, 40);
  await refused(file('{"":[]},'.repeat(4_000_000)), "too-large", 1, 40);
  await refused(file("0,".repeat(200_000)), "more", 1_001, 40);
  await refused(`{${Array.from({ length: 200_000 }, (_, number) => `"k${number}":0`).join(",")}}`, "more", 1_001, 40);

  // What is allowed, in a size that nobody wants: it is searched, and answers stay short.
  const dataset = JSON.parse(text);
  const [alias] = dataset.aliases;
  dataset.aliases.push({ ...alias, text: "x".repeat(1_000_000) }, { ...alias, text: "smokkelroute ".repeat(80_000).trim() });
  dataset.aliases.push(...Array.from({ length: 20_000 }, (_, number) => ({ ...alias, text: `bijnaam ${number}` })));
  const own = await loadEngine({ dataset: JSON.stringify(dataset) });
  const { hits } = own.search("smokkelroute bijnaam", { limit: 1000 });
  assert.ok(hits.length > 0 && hits.every(({ excerpt }) => excerpt === undefined || excerpt.text.length <= 1_000));
  assertMemory(64, "aliases");
  own.free();
});

test("4. documents", async () => {
  const built = async (documents, options, most, check) => {
    const index = await DocumentIndex.build(documents, options);
    check(index);
    index.free();
    assertMemory(most, JSON.stringify(options) + documents.length);
  };
  const million = "x".repeat(1_000_000);
  await built([{ id: "a", title: million, body: million, url: million, kind: million }, { id: million, title: "fraude" }], { facets: ["kind"] }, 40, (index) => {
    assert.equal(index.search(million, { prefix: false }).hits.length, 0);
    const [hit] = index.search("fraude", { facets: ["kind"] }).hits;
    assert.equal(hit.id, million);
  });
  // Words that are too long for an index are counted and left out.
  await built([{ id: 1, title: "fraude", body: "x".repeat(50_000_000) }], {}, 150, (index) => {
    assert.equal(index.search("fraude").hits.length, 1);
  });
  const text = Array.from({ length: 400_000 }, (_, number) => `${words[number % 10]}${pair(number)} en `).join("");
  await built([{ id: 1, body: text }], {}, 80, (index) => assert.equal(index.search("cyberja", { prefix: false }).hits.length, 1));
  // As many values in one document as there are in many.
  await built([{ id: 1, title: "fraude", kind: Array.from({ length: 50_000 }, (_, number) => `v${number}`) }], { facets: ["kind"] }, 40, (index) => {
    assert.equal(index.search("fraude", { facets: ["kind"] }).facets[0].values.length, 50_000);
  });
  // A word with as many relatives as a vocabulary has room for.
  const relatives = Array.from({ length: 15_000 }, (_, number) => `handel${pair(number)}${pair(Math.floor(number / 676))}`).join(" ");
  await built([{ id: 1, body: relatives }], {}, 48, (index) => assert.equal(index.search("handel").hits.length, 1));
  const named = { id: "__proto__", title: "fraude", __proto__: null, constructor: ["__proto__", "toString"] };
  await built([named], { facets: ["constructor"] }, 8, (index) => {
    const answer = index.search("fraude constructor:tostring", { facets: ["constructor"] });
    const [{ facet, values }] = answer.facets;
    assert.deepEqual([answer.hits[0].id, facet, values.map(({ value }) => value)], ["__proto__", "constructor", ["__proto__", "toString"]]);
    assert.equal({}.toString, Object.prototype.toString);
  });
  await assert.rejects(DocumentIndex.build([{ id: 1, body: "x".repeat(2 ** 26 + 1) }]), { code: "invalid-argument" });
});

test("5. snapshots", async () => {
  const index = await DocumentIndex.build([{ id: 1, title: "fraude" }]);
  const snapshot = index.save();
  index.free();
  const refused = async (bytes) =>
    assert.rejects(DocumentIndex.load(bytes), (error) => error instanceof EngineError && error.code === "snapshot" && error.message.length < 200);
  for (let at = 8; at < snapshot.length; at += 1) {
    const lying = snapshot.slice();
    lying.fill(0xff, at, at + 4);
    await refused(lying);
  }
  for (const length of [0, 7, 8, 15, 16, 17, snapshot.length - 1]) await refused(snapshot.slice(0, length));
  await refused(new Uint8Array(30_000_000));
  instances.splice(0, instances.length - 1);
  assertMemory(36, "30 MB of nothing");
});

/**
 * A server on this machine, of files with a `body` and of files without end, of which it sends `most` megabytes. `sent` counts these, `left` says
 * whether who asked has gone.
 */
async function serving(t, headersOf) {
  const seen = { sent: 0, left: false };
  const server = createServer(async (request, response) => {
    const { body, most = 200, ...headers } = headersOf(request.url);
    response.writeHead(200, headers);
    if (body !== undefined) return response.end(body);
    const left = once(response, "close").then(() => {
      seen.left = true;
    });
    for (; !seen.left && seen.sent < most; seen.sent += 1) if (!response.write(Buffer.alloc(2 ** 20, " "))) await Promise.race([once(response, "drain"), left]);
    return undefined;
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, at: (path) => new URL(path, `http://127.0.0.1:${server.address().port}/`) };
}

async function until(isSo) {
  while (!isSo()) await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
}

test("6. files without end", async (t) => {
  const { seen, at } = await serving(t, (url) => ({
    "/long.json": { "Content-Length": 2 ** 25 + 1 },
    "/long.epx": { "Content-Length": 2 ** 30 + 1 },
    "/packed.json": { "Content-Encoding": "gzip", body: gzipSync(Buffer.alloc(2 ** 25 + 1, " ")) },
    "/full.json": { body: Buffer.alloc(2 ** 25, " ") },
    "/empty.json": { body: "" },
  })[url] ?? {});
  const failure = (options) => loadEngine(options).then(() => assert.fail("it was accepted"), (error) => error);
  /** How much was sent until who asked had gone. */
  const gone = async () => {
    await until(() => seen.left);
    const { sent } = seen;
    Object.assign(seen, { sent: 0, left: false });
    return sent;
  };
  const known = await failure({ dataset: " ".repeat(2 ** 25).concat("{}") });
  for (const path of ["long.json", "endless.json", "packed.json"]) {
    const error = await failure({ dataset: at(path) });
    assert.ok(error instanceof DatasetError, error.stack);
    assert.deepEqual(error.problems, [{ ...known.problems[0], found: "more" }]);
    if (path !== "packed.json") assert.ok((await gone()) < 100, path);
  }
  // As large as can be, and nothing at all: the engine says what is wrong.
  for (const path of ["full.json", "empty.json"]) assert.deepEqual((await failure({ dataset: at(path) })).problems.map(({ code }) => code), ["syntax"], path);
  const engine = await loadEngine();
  for (const load of [() => loadEngine({ snapshot: at("long.epx") }), () => engine.attach(at("long.epx"))]) {
    const { code, message } = await load().then(() => assert.fail("it was accepted"), (error) => error);
    assert.equal(code, "snapshot-load");
    assert.match(message, /1 GB/u);
    assert.ok((await gone()) < 100);
  }
  engine.free();
});

test("6. nobody waits any more", async (t) => {
  const { seen, at } = await serving(t, () => ({ most: 1 }));
  for (const name of ["dataset", "snapshot"]) {
    const controller = new AbortController();
    const loading = loadEngine({ [name]: at("stalled"), signal: controller.signal });
    await until(() => seen.sent === 1);
    controller.abort();
    await assert.rejects(loading, { name: "AbortError" });
    await until(() => seen.left);
    Object.assign(seen, { sent: 0, left: false });
  }
  await assert.rejects(loadEngine({ signal: AbortSignal.abort() }), { name: "AbortError" });
  await assert.rejects(loadEngine({ signal: {} }), { code: "invalid-argument" });
});

test("7. names and values without end", async () => {
  const own = await loadEngine();
  const index = await DocumentIndex.build(Array.from({ length: 20_000 }, (_, id) => ({ id, title: "x", tag: `t${id}` })), { facets: ["tag"] });
  const times = (value, n = 10_000) => Array.from({ length: n }, () => value);
  const numbered = (n) => Array.from({ length: n }, (_, number) => `t${number}`);
  assert.deepEqual(own.search("", { facets: times("offence") }), own.search("", { facets: ["offence"] }));
  assert.deepEqual(own.search("", { kinds: times("recital"), filters: { offence: times("fraud") } }), own.search("", { kinds: ["recital"], filters: { offence: ["fraud"] } }));
  assert.deepEqual(index.search("", { facets: times("tag", 1_000) }).facets, index.search("", { facets: ["tag"] }).facets);
  assert.equal(index.search("", { filters: { tag: times("t7") }, total: true }).total, 1);
  assert.equal(index.search("", { filters: { tag: numbered(1_000) }, total: true }).total, 1_000);
  own.search("", { filters: { offence: numbered(1_000) } });
  for (const refused of [
    () => own.search("", { filters: { offence: numbered(1_001) } }),
    () => own.search("", { kinds: numbered(1_001) }),
    () => own.search("", { facets: numbered(1_001) }),
    () => index.search("", { filters: { tag: numbered(1_001) } }),
    () => index.explain("x", "7", { filters: { tag: numbered(1_001) } }),
  ]) assert.throws(refused, { code: "invalid-argument", message: /at most 1000 different values, not 1001/u });
  assertMemory(32, "names and values");
  own.free();
  index.free();
});
