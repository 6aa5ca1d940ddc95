// How a place becomes a link, and a link a place (`element/router.ts`).
//
// 1. A place is written as a fragment or as parameters, and read again as the same place.
// 2. A link says no more than it has to: the view only where the card is not at home, the language only where it is not the usual one.
// 3. Fragments of the page, also those that look like ours, and routes of an application are none of ours; a half character and broken percent signs harm
//    nothing.
// 4. What others have in the address stays as it is.
// 5. A query is cut where the engine stops reading or a server would refuse its address, a facet where no facet has more values; each value counts once, and only where it means something.
// 6. The place that a page begins with has no address; then nothing at all has one.
// 7. A link that somebody keeps says all that it can, and all of the address where a part would lead elsewhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const { outputFiles } = await esbuild.build({
  entryPoints: [fileURLToPath(new URL("../../pkg/src/element/router.ts", import.meta.url))], bundle: true, format: "esm", write: false, logLevel: "silent",
});
const { PARTS, addressOf, readable, written } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const PLAIN = { query: "", filters: {}, view: "priorities", open: "", lang: "nl" };
const place = (part) => ({ ...PLAIN, ...part });
const { hash, query } = PARTS;

/** The page is at an address, below a base, and has elements with some ids: of its own, or inside ours. */
function at(address, base = address, own = [], inside = []) {
  globalThis.location = new URL(address);
  const element = (id) => ({ closest: () => (inside.includes(id) ? {} : null) });
  globalThis.document = { baseURI: base, getElementById: (id) => ([...own, ...inside].includes(id) ? element(id) : null) };
}

at("https://portal.example/");

/** Each with its fragment and its parameters. */
const LINKS = [
  [{}, "", ""],
  [{ open: "P7e" }, "#P7e", "empact-open=P7e"],
  [{ query: "geld & goed" }, "#?q=geld+%26+goed", "empact-q=geld+%26+goed"],
  [{ open: "P7e", query: "wit", filters: { offence: ["fraud", "x"], instrument: ["OAP"] } }, "#P7e?q=wit&offence=fraud&offence=x&instrument=OAP", "empact-q=wit&empact-offence=fraud&empact-offence=x&empact-instrument=OAP&empact-open=P7e"],
  [{ view: "text", open: "O13" }, "#O13", "empact-open=O13"],
  [{ view: "text", open: "P7e" }, "#P7e?view=text", "empact-view=text&empact-open=P7e"],
  [{ view: "tasks" }, "#?view=tasks", "empact-view=tasks"],
  [{ lang: "en" }, "#?lang=en", "empact-lang=en"],
  [{ view: "text", open: "4/a b?" }, "#4%2Fa%20b%3F?view=text", "empact-view=text&empact-open=4%2Fa+b%3F"],
];

test("1, 2. there and back", () => {
  for (const [part, fragment, parameters] of LINKS) {
    const state = place(part);
    assert.deepEqual([hash.write(state, "nl"), query.write(state, "nl")], [fragment, parameters]);
    const lang = state.lang === "nl" ? undefined : state.lang;
    for (const read of [hash.read(fragment), query.read(`?${parameters}`)]) assert.deepEqual(read, { ...state, lang });
  }
  assert.equal(hash.write(place({ view: "text", open: "\uD800" }), "nl"), "#?view=text");
});

test("3. fragments of others", () => {
  for (const fragment of ["#inhoud", "#/search", "#/search?view=tasks", "#orders?view=tasks&page=2", "#?page=2", "#?q=a&page=2", "#own-id?q=a", "#P7e%", "#%50%37", "#4/a?view=text", "#%?view=tasks", "#own-id?view=map"]) {
    assert.equal(hash.read(fragment), undefined, fragment);
  }
  assert.equal(hash.read("#P7e?page=2").open, "P7e", "what looks like an id of ours");
  assert.deepEqual([query.read("?empact-open=own-id").open, query.read("?empact-open=own-id&empact-view=text").open], ["", "own-id"]);
  at("https://portal.example/?q=a&open=P7e&webshopq=a");
  assert.equal(query.now(), "");
  assert.deepEqual([hash.read("#?view=map").view, query.read("?empact-view=map").view, query.read("?empact-lang=xx").lang], ["priorities", "priorities", undefined]);
});

test("3. ids that the page has too", () => {
  at("https://portal.example/", undefined, ["R1", "P1", "inhoud"], ["P2"]);
  assert.deepEqual(["#R1", "#P1", "#inhoud", "#P2", "#R2"].map((fragment) => hash.read(fragment)?.open), [undefined, undefined, undefined, "P2", "R2"]);
  // With anything behind it, it is ours, and so we write it.
  for (const [part, fragment] of [[{ open: "P1" }, "#P1?view=priorities"], [{ open: "R1", view: "text" }, "#R1?view=text"], [{ open: "P1", query: "wit" }, "#P1?q=wit"], [{ open: "P2" }, "#P2"]]) {
    assert.equal(hash.write(place(part), "nl"), fragment);
    assert.deepEqual(hash.read(fragment), { ...place(part), lang: undefined });
  }
  assert.equal(query.write(place({ open: "P1" }), "nl"), "empact-open=P1");
  at("https://portal.example/");
});

test("4. the rest of the address", () => {
  at("https://portal.example//a/b?pagina=a%20b&vlag&empact-q=x&&empact-open=P7e#kop");
  assert.deepEqual([hash.now(), query.now()], ["#kop", "empact-q=x&empact-open=P7e"]);
  assert.equal(hash.address("#P1"), "https://portal.example//a/b?pagina=a%20b&vlag&empact-q=x&&empact-open=P7e#P1");
  assert.equal(query.address("empact-open=P1"), "https://portal.example//a/b?pagina=a%20b&vlag&empact-open=P1#kop");
  at("https://portal.example/?empact-q=x#/a?b");
  assert.equal(query.address(""), "https://portal.example/#/a?b");
});

test("5. how much", () => {
  const many = Array.from({ length: 300 }, (_, n) => `offence=v${n}&offence=v${n}`).join("&");
  const { query: text, filters } = hash.read(`#?q=${"x".repeat(2000)}&${many}`);
  assert.deepEqual([text.length, filters.offence.length, new Set(filters.offence).size], [1000, 200, 200]);
  // What is searched for is what the address holds, and what it is read as.
  for (const [long, least] of [["wit ".repeat(500), 1000], ["é".repeat(500), 290], ["ξέπλυμα ".repeat(200), 300], ["\u{1F4B0}".repeat(600), 290]]) {
    const searched = readable(long);
    const written = query.write(place({ query: searched }), "nl");
    assert.ok(long.startsWith(searched) && searched.length >= least && searched.length <= 1000, `${searched.length} characters`);
    assert.ok(searched.isWellFormed?.() ?? true);
    assert.ok(written.length < 2_000, `${written.length} characters in an address`);
    assert.equal(query.read(`?${written}`).query, searched);
    assert.equal(readable(searched), searched);
  }
  assert.deepEqual(hash.read("#?view=tasks&actor=A-cosi&offence=fraud&modality=request").filters, { actor: ["A-cosi"], modality: ["request"] });
  assert.equal(hash.write(place({ filters: { offence: "fraud", actor: undefined } }), "nl"), "#?offence=fraud", "a value alone, from a page without types");
});

test("6. what the page begins with", () => {
  const start = place({ query: "wapens", open: "P10" });
  for (const kind of ["hash", "query"]) {
    assert.equal(written(kind, start, "nl", start), "");
    assert.equal(written(kind, { ...start, lang: "en" }, "en", start), "", "in whatever language");
    assert.equal(written(kind, { ...start, lang: "en" }, "nl", start), PARTS[kind].write({ ...start, lang: "en" }, "nl"));
    assert.equal(written(kind, PLAIN, "nl", start), PARTS[kind].plain);
    assert.deepEqual(PARTS[kind].read(PARTS[kind].plain), { ...PLAIN, lang: undefined });
    assert.equal(written(kind, PLAIN, "nl", PLAIN), "");
  }
});

test("7. links to keep", () => {
  const start = place({ query: "wapens" });
  at("https://portal.example/a?b#c");
  const card = place({ open: "P1" });
  assert.deepEqual([addressOf("hash", card, "nl", PLAIN), addressOf("query", card, "nl", PLAIN)], ["#P1", "https://portal.example/a?b&empact-open=P1#c"]);
  assert.equal(addressOf("hash", start, "nl", start), "#?q=wapens", "however the page begins");
  assert.deepEqual([addressOf("hash", PLAIN, "nl", start), addressOf("hash", PLAIN, "nl", PLAIN)], ["#?view=priorities", "#"]);
  assert.equal(addressOf("query", PLAIN, "nl", PLAIN), "https://portal.example/a?b#c");
  at("https://portal.example/a?b#c", "https://portal.example/elsewhere/");
  assert.equal(addressOf("hash", card, "nl", PLAIN), "https://portal.example/a?b#P1");
  assert.equal(addressOf("hash", PLAIN, "nl", PLAIN), "https://portal.example/a?b#");
});
