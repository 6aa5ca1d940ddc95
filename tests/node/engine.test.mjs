// The public interface in Node, on the built package.
//
//  1. The three look-ups of the README give the right answers.
//  2. What the engine counts is what it hands out; the document has 52 units.
//  3. Answers are plain and JSON-safe: copied, or written and read as JSON, they stay equal.
//  4. Every range lies within its text, in UTF-16 code units, in order and without overlap, and a source span holds its quote.
//  5. `limit`, `offset`, `kinds`, `filters` and `facets` do what they say.
//  6. Arguments outside their range throw `invalid-argument`, and the engine goes on working.
//  7. Bad datasets throw a DatasetError with all problems; what is no dataset at all says what to do.
//  8. A freed engine says so; freeing twice is harmless; engines do not share their end.
//  9. A crash ends one engine and no other.
// 10. The WebAssembly is read once for all engines; a failure is forgotten; every way to hand it over works.
// 11. What a caller's own object throws comes through as it is, and the engine goes on working.
// 12. The explanation of a hit has its score at its root; what is no hit has none.
// 13. What is suggested finds something, with what stands before it.
// 14. An error of one entry is one in every other, and is printed under its name.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { DatasetError, DocumentIndex, EngineError, loadEngine } from "../../pkg/dist/node.js";
import * as inline from "../../pkg/dist/inline.js";
import * as search from "../../pkg/dist/search.js";
import { spoil, withInstances } from "./instances.mjs";

const dist = new URL("../../pkg/dist/", import.meta.url);
const wasmUrl = new URL("empact_priorities.wasm", dist);
const dataset = JSON.parse(await readFile(new URL("dataset.json", dist), "utf8"));
const engine = await loadEngine();
const folder = await mkdtemp(join(tmpdir(), "empact-priorities-"));
after(() => rm(folder, { recursive: true }));

/** The thrown error, which must be of the class and code. */
async function failure(action, kind, code) {
  let error;
  try {
    await action();
  } catch (caught) {
    error = caught;
  }
  assert.ok(error instanceof kind, `got ${error?.stack ?? "no error"}`);
  assert.equal(error.name, kind === DatasetError ? "DatasetError" : "EngineError");
  if (code !== undefined) assert.equal(error.code, code, error.message);
  return error;
}

const queries = ["", "witwassen", "money laundering", "OAP", "Cosi verzoekt", "geëvalueerd", "mensenhandel kinderen", "7e", "cyber", "de", "💶 witwassen", "zzzz"];

describe("1. the three look-ups", () => {
  test("search", () => assert.equal(engine.search("witwassen").hits[0]?.id, "P7e"));
  test("get", () => {
    const paragraph = engine.get("O13");
    assert.equal(paragraph?.kind, "operative-paragraph");
    assert.match(paragraph.blocks[0].text, /VERZOEKT Europol/u);
  });
  test("tasks", () => {
    const tasks = engine.tasks({ actor: "A-cosi" });
    assert.ok(tasks.length > 0);
    for (const task of tasks) assert.ok(task.addressees.some(({ actor }) => actor === "A-cosi"), task.id);
  });
  test("tasks of a unit", () => {
    const all = engine.tasks();
    for (const { id } of engine.units()) {
      assert.deepEqual(engine.tasks({ unit: id }), all.filter(({ unit }) => unit === id), id);
    }
    assert.deepEqual(engine.tasks({ unit: "O13" }).map(({ id }) => id), ["TK32", "TK33"]);
    assert.deepEqual(engine.tasks({ unit: "P99" }), []);
  });
  test("tasks before a day", () => {
    const latest = new Map(dataset.dates.map((date) => [date.id, date.latest]));
    const deadlines = new Map(dataset.tasks.map(({ id, deadline }) => [id, latest.get(deadline)]));
    for (const [day, expected] of [["2023-08-31", []], ["2023-09-01", ["TK09"]], ["2024-01-01", ["TK09", "TK32", "TK33"]]]) {
      const found = engine.tasks({ before: day }).map(({ id }) => id);
      assert.deepEqual(found, expected, day);
      assert.deepEqual(found, engine.tasks().map(({ id }) => id).filter((id) => deadlines.get(id) < day), day);
    }
    assert.deepEqual(engine.tasks({ before: "2024-01-01", actor: "A-cosi" }).map(({ id }) => id), ["TK09"]);
  });
});

describe("2. counts", () => {
  const { counts } = engine.framework;
  test("units", () => {
    assert.equal(counts.units, 52);
    assert.equal(engine.units().length, 52);
    assert.equal(engine.search("", { limit: 1000 }).total, 52);
  });
  test("each kind of unit", () => {
    const found = {};
    for (const { kind } of engine.units()) found[kind] = (found[kind] ?? 0) + 1;
    for (const [kind, count] of Object.entries(found)) assert.equal(count, counts[kind], kind);
    assert.deepEqual(found, { document: 1, recital: 16, "operative-paragraph": 13, "guiding-principle": 4, priority: 10, "sub-priority": 7, "horizontal-threat": 1 });
  });
  test("priorities and instruments", () => {
    const priorities = engine.priorities();
    assert.equal(priorities.length, 10);
    assert.deepEqual(priorities.map(({ subPriorities }) => subPriorities.length), [0, 0, 0, 0, 0, 2, 5, 0, 0, 0]);
    const areas = [...priorities, ...priorities.flatMap(({ subPriorities }) => subPriorities), ...engine.horizontalThreats()];
    assert.equal(areas.length, 18);
    const instruments = areas.flatMap((area) => area.instruments);
    assert.equal(instruments.filter(({ type }) => type === "OAP").length, 15);
    assert.equal(counts.oaps, 15);
    assert.equal(instruments.filter(({ type }) => type === "CHSG").length, 3);
    assert.equal(counts.chsgs, 3);
  });
  test("tasks", () => assert.equal(engine.tasks().length, counts.task));
  test("tasks of each modality", () => {
    const modalities = ["decision", "mandate", "request", "must", "should", "will", "may"];
    assert.equal(modalities.map((modality) => engine.tasks({ modality }).length).reduce((sum, n) => sum + n), counts.task);
  });
  test("version", async () => {
    const { version } = JSON.parse(await readFile(new URL("../../pkg/package.json", import.meta.url), "utf8"));
    assert.equal(engine.version, version);
  });
});

describe("13. suggestions", () => {
  const shown = ({ text, typed }) => `${text.slice(typed.start, typed.end)}|${text.slice(typed.end)}`;
  test("the last word is completed", () => {
    assert.ok(engine.suggest("witw").queries.map(shown).includes("witw|assen"));
    const { queries } = engine.suggest("Criminele net", { limit: 3 });
    assert.equal(queries.map(shown)[0], "Criminele net|werken");
  });
  test("titles", () => {
    const { titles } = engine.suggest("money laun", { lang: "en" });
    assert.equal(titles[0].id, "P7e");
    assert.deepEqual(titles[0].highlights.map(({ start, end }) => titles[0].title.text.slice(start, end)), ["money", "laun"]);
    assert.equal(engine.suggest("7e").titles[0].id, "P7e");
  });
  test("whatever is typed, each query finds something and has what was typed in it", () => {
    for (const query of queries) {
      for (let end = 1; end <= query.length; end += 1) {
        const typed = query.slice(0, end);
        const suggested = engine.suggest(typed);
        assert.ok(suggested.queries.length <= 5 && suggested.titles.length <= 5);
        assert.deepEqual(structuredClone(suggested), suggested);
        const texts = suggested.queries.map(({ text }) => text);
        assert.equal(new Set(texts).size, texts.length, `${typed} -> ${texts.join(", ")}`);
        for (const { text, count } of suggested.queries) {
          const { notices, total } = engine.search(text, { prefix: false });
          assert.ok(total >= count && count > 0 && !notices.some(({ code }) => code === "words-ignored" || code === "words-unknown"), `${typed} -> ${text}`);
        }
      }
    }
  });
  test("each once, although it stands in several languages", () => {
    for (const typed of ["eur", "co", "e", "de"]) {
      const texts = engine.suggest(typed, { limit: 20 }).queries.map(({ text }) => text);
      assert.equal(new Set(texts).size, texts.length, texts.join(", "));
    }
  });
  test("all words count, and what is excluded is not suggested", () => {
    for (const typed of ["xyz drugs", "drugs mensenhandel"]) assert.deepEqual(engine.suggest(typed).titles, [], typed);
    assert.deepEqual(engine.suggest("cannabis terrorisme vuurwapens wit").queries, []);
    assert.deepEqual(engine.suggest("-dru"), { queries: [], titles: [] });
  });
  test("stop words and what is excluded narrow them as they narrow the search", () => {
    const texts = (typed) => engine.suggest(typed).queries.map(({ text }) => text);
    assert.equal(texts("wat zijn witw")[0], "wat zijn witwassen");
    assert.equal(texts("are there fire")[0], "are there firearms");
    assert.ok(!texts("-witwassen witw").includes("-witwassen witwassen"));
  });
  test("bad arguments", () => {
    for (const options of [{ limit: 21 }, { limit: 1.5 }, { lang: "xx" }]) assert.throws(() => engine.suggest("a", options), { code: "invalid-argument" });
  });
});

describe("12. explanations", () => {
  for (const query of [...queries, "MTIC fraud astrology", "prioriteit 7e", "fruade"]) {
    test(query, () => {
      const { hits } = engine.search(query, { limit: 1000 });
      for (const { id } of engine.units()) assert.equal(engine.explain(query, id)?.value, hits.find((hit) => hit.id === id)?.score, id);
      for (const { id } of hits.slice(0, 3)) assert.deepEqual(structuredClone(engine.explain(query, id)), engine.explain(query, id));
    });
  }
});

/** All entities that can be reached by an id in the dataset file. */
function everyId() {
  const ids = new Set();
  const visit = (value) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      if (typeof value.id === "string") ids.add(value.id);
      Object.values(value).forEach(visit);
    }
  };
  visit({ ...dataset, id: undefined });
  for (const { kind, tag } of dataset.facets) ids.add(`${kind}:${tag}`);
  return [...ids];
}

const everyAnswer = () => [
  ["framework", engine.framework],
  ["units", engine.units()],
  ["priorities", engine.priorities()],
  ["horizontalThreats", engine.horizontalThreats()],
  ["tasks", engine.tasks()],
  ...everyId().map((id) => [`get ${id}`, engine.get(id)]),
  ...everyId().map((id) => [`relations ${id}`, engine.relations(id)]),
  ...queries.flatMap((query) => ["nl", "en"].map((lang) => [`search ${query} (${lang})`, engine.search(query, { lang, limit: 1000, facets: engine.framework.facets })])),
];

describe("3. plain, JSON-safe answers", () => {
  test("every id of the dataset leads to its entity", () => {
    assert.ok(everyId().length > 150);
    for (const id of everyId()) assert.equal(engine.get(id)?.id, id);
  });
  test("structuredClone and JSON keep them", () => {
    for (const [name, answer] of everyAnswer()) {
      assert.notEqual(answer, undefined, name);
      assert.deepEqual(structuredClone(answer), answer, name);
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer, name);
    }
  });
  test("no property is null or undefined", () => {
    const visit = (value, path) => {
      assert.ok(value !== null && value !== undefined, path);
      if (typeof value === "object") {
        assert.ok(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype, path);
        for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
      }
    };
    for (const [name, answer] of everyAnswer()) visit(answer, name);
  });
  test("what is not there is undefined", () => {
    assert.equal(engine.get("P99"), undefined);
    assert.deepEqual(engine.relations("P99"), []);
  });
  test("the framework is frozen, because it is shared", () => {
    assert.equal(engine.framework, engine.framework);
    assert.throws(() => engine.framework.languages.push("xx"), TypeError);
  });
});

function checkMarks(marks, text, what) {
  let end = 0;
  for (const mark of marks) {
    assert.ok(Number.isInteger(mark.start) && Number.isInteger(mark.end), what);
    assert.ok(end <= mark.start && mark.start < mark.end && mark.end <= text.length, `${what}: ${JSON.stringify(mark)} in ${text.length}`);
    // Never between the two halves of a character.
    assert.ok(!/^[\uDC00-\uDFFF]/u.test(text.slice(mark.start)) && !/[\uD800-\uDBFF]$/u.test(text.slice(mark.start, mark.end)), what);
    end = mark.end;
  }
}

describe("4. ranges", () => {
  for (const query of queries) {
    test(`in the answer to "${query}"`, () => {
      for (const lang of ["nl", "en"]) {
        const { hits, notices } = engine.search(query, { lang, limit: 1000 });
        for (const hit of hits) {
          checkMarks(hit.highlights, hit.title.text, hit.id);
          if (hit.excerpt !== undefined) checkMarks(hit.excerpt.highlights, hit.excerpt.text, hit.id);
        }
        for (const notice of notices) assert.ok(0 <= notice.start && notice.start <= notice.end && notice.end <= query.length, notice.code);
      }
    });
  }
  test("highlights mark what was asked for", () => {
    const [hit] = engine.search("witwassen").hits;
    const { text, highlights } = hit.highlights.length > 0 ? { text: hit.title.text, highlights: hit.highlights } : hit.excerpt;
    assert.match(text.slice(highlights[0].start, highlights[0].end), /witwas/iu);
  });
  test("highlight, after a character of two code units", () => {
    const text = "💶💶 Witwassen van geld";
    const marks = engine.highlight("witwassen", text, "nl");
    checkMarks(marks, text, "highlight");
    assert.deepEqual(marks.map(({ start, end }) => text.slice(start, end)), ["Witwassen"]);
  });
  test("every source span holds its quote", () => {
    const blocks = new Map(engine.units().map((unit) => [unit.id, unit.blocks]));
    let spans = 0;
    const visit = (value) => {
      if (Array.isArray(value)) return value.forEach(visit);
      if (typeof value !== "object" || value === null) return;
      if (typeof value.quote === "string") {
        spans += 1;
        const text = blocks.get(value.unit)?.[value.block]?.text;
        assert.equal(text?.slice(value.start, value.end), value.quote, JSON.stringify(value));
      }
      Object.values(value).forEach(visit);
    };
    everyId().forEach((id) => visit(engine.get(id)));
    assert.ok(spans > 500, `${spans} spans`);
  });
});

describe("5. options of a search", () => {
  const all = engine.search("criminele netwerken", { limit: 1000 });
  test("limit and offset cut the same list", () => {
    assert.ok(all.total > 5 && all.hits.length === all.total);
    const page = engine.search("criminele netwerken", { limit: 3, offset: 2 });
    assert.deepEqual(page.hits, all.hits.slice(2, 5));
    assert.equal(page.total, all.total);
    assert.deepEqual(engine.search("criminele netwerken", { limit: 0 }).hits, []);
    assert.equal(engine.search("criminele netwerken").hits.length, Math.min(20, all.total));
    assert.deepEqual(engine.search("criminele netwerken", { offset: 4_000_000_000 }).hits, []);
  });
  test("sort", () => {
    const inOrder = engine.search("criminele netwerken", { limit: 1000, sort: "document" });
    const place = new Map(engine.units().map(({ id }, at) => [id, at]));
    assert.deepEqual(inOrder.hits, all.hits.toSorted((one, other) => place.get(one.id) - place.get(other.id)));
    assert.notDeepEqual(inOrder.hits, all.hits);
    assert.deepEqual(engine.search("criminele netwerken", { limit: 1000, sort: "relevance" }), all);
  });
  test("a list without words: no score, and only the number is there to match", () => {
    for (const text of ["", "kind:priority", "-fraude"]) {
      for (const { id, score, matched } of engine.search(text).hits) assert.deepEqual([score, matched], [0, [{ field: "number", lang: "nl" }]], `${text} ${id}`);
    }
  });
  test("kinds", () => {
    const { hits } = engine.search("criminele netwerken", { kinds: ["recital"], limit: 1000 });
    assert.deepEqual(hits.map(({ id }) => id), all.hits.filter(({ kind }) => kind === "recital").map(({ id }) => id));
  });
  test("filters and counts agree", () => {
    const { facets } = engine.search("", { facets: ["instrument", "kind"], limit: 0 });
    assert.deepEqual(facets.map(({ facet }) => facet).sort(), ["instrument", "kind"]);
    for (const { facet, values } of facets) {
      assert.ok(values.length > 0, facet);
      for (const { value, count } of values) assert.equal(engine.search("", { filters: { [facet]: [value] }, limit: 0 }).total, count, `${facet}=${value}`);
    }
  });
  test("two values of a filter mean either, two filters mean both", () => {
    const found = (filters) => engine.search("", { filters, limit: 1000 }).hits.map(({ id }) => id);
    const has = (type) => (id) => dataset.instruments.some((instrument) => instrument.type === type && instrument.implements === id);
    const launders = (id) => dataset.facets.some(({ tag, areas }) => tag === "money-laundering" && areas.some(({ area }) => area === id));
    const ids = engine.units().map(({ id }) => id);
    const either = ids.filter((id) => has("OAP")(id) || has("CHSG")(id));
    assert.equal(either.length, 16);
    assert.deepEqual(found({ instrument: ["OAP", "CHSG"] }), either);
    assert.deepEqual(found({ instrument: ["CHSG"] }), ["P1", "P7e", "HT1"]);
    assert.deepEqual(found({ instrument: ["CHSG"], offence: ["money-laundering"] }), ["P1", "P7e"]);
    assert.deepEqual(found({ instrument: ["OAP", "CHSG"], offence: ["money-laundering"] }), either.filter(launders));
    assert.deepEqual(found({ instrument: [] }), ids);
  });
  test("lang", () => {
    const nl = engine.search("witwassen", { lang: "nl" });
    const en = engine.search("witwassen", { lang: "en" });
    assert.equal(nl.hits[0].title.lang, "nl");
    assert.equal(en.hits[0].title.lang, "en");
    assert.deepEqual(engine.search("witwassen"), nl);
    assert.deepEqual(engine.search("witwassen", { lang: "nl-BE" }), nl);
    assert.deepEqual(engine.search("witwassen", { lang: "en-GB" }), en);
    assert.throws(() => engine.search("witwassen", { lang: "fr" }), { name: "EngineError", code: "invalid-argument", message: /"fr".*only in nl, en/u });
  });
  test("highlight respects the language", () => {
    // Only Dutch glues words together.
    const text = "fraude, testfraude";
    const marked = (lang) => engine.highlight("fraude ", text, lang).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(marked("nl"), ["fraude", "fraude"]);
    assert.deepEqual(marked("en"), ["fraude"]);
    assert.deepEqual(marked(undefined), marked("nl"));
    assert.deepEqual(marked("nl-BE"), marked("nl"));
    assert.throws(() => marked("fr"), { name: "EngineError", code: "invalid-argument" });
  });
  test("prefix", () => {
    assert.ok(engine.search("eur").hits.some(({ id }) => id === "O13"));
    assert.ok(!engine.search("eur", { prefix: false, limit: 1000 }).hits.some(({ id }) => id === "O13"));
  });
});

describe("6. arguments outside their range", () => {
  const wrong = {
    "text that is no string": () => engine.search(7),
    "no text": () => engine.search(undefined),
    "options that are no object": () => engine.search("x", "y"),
    "options null": () => engine.search("x", null),
    "limit negative": () => engine.search("x", { limit: -1 }),
    "limit too large": () => engine.search("x", { limit: 1001 }),
    "limit broken": () => engine.search("x", { limit: 1.5 }),
    "limit NaN": () => engine.search("x", { limit: Number.NaN }),
    "limit a string": () => engine.search("x", { limit: "5" }),
    "offset negative": () => engine.search("x", { offset: -1 }),
    "offset beyond any document": () => engine.search("x", { offset: 2 ** 32 }),
    "an unknown order": () => engine.search("x", { sort: "date" }),
    "offset infinite": () => engine.search("x", { offset: Infinity }),
    "kinds a string": () => engine.search("x", { kinds: "priority" }),
    "an unknown kind": () => engine.search("x", { kinds: ["prioriteit"] }),
    "an empty kind": () => engine.search("x", { kinds: [""] }),
    "an empty kind after a right one": () => engine.search("x", { kinds: ["priority", ""] }),
    "an empty facet": () => engine.search("x", { facets: [""] }),
    "kinds with a hole": () => engine.search("x", { kinds: ["priority", , "recital"] }),
    "facets that are all holes": () => engine.search("x", { facets: new Array(2) }),
    "kinds in one text": () => engine.search("x", { kinds: ["priority\nrecital"] }),
    "an unknown facet": () => engine.search("x", { facets: ["colour"] }),
    "filters a map": () => engine.search("x", { filters: new Map([["kind", ["priority"]]]) }),
    "documents that are no object": () => engine.search("x", { documents: "y" }),
    "filters an array": () => engine.search("x", { filters: ["a"] }),
    "filter values a string": () => engine.search("x", { filters: { kind: "recital" } }),
    "lang a number": () => engine.search("x", { lang: 3 }),
    "prefix a string": () => engine.search("x", { prefix: "yes" }),
    "id a number": () => engine.get(13),
    "id missing": () => engine.relations(),
    "an unknown modality": () => engine.tasks({ modality: "perhaps" }),
    "before no date": () => engine.tasks({ before: "next summer" }),
    "a filter that is no object": () => engine.tasks("A-cosi"),
    "a text to highlight that is none": () => engine.highlight("x", undefined),
  };
  for (const [name, action] of Object.entries(wrong)) {
    test(name, async () => {
      const { message } = await failure(action, EngineError, "invalid-argument");
      assert.ok(message.length > 20, message);
    });
  }
  test("an array for the options says what they are", async () => {
    assert.equal((await failure(() => engine.search("x", []), EngineError, "invalid-argument")).message, "`options` must be an object ({ … }), not [].");
  });
  test("the engine goes on working", () => assert.equal(engine.search("witwassen").hits[0].id, "P7e"));
  test("undefined options count as not given", () => {
    assert.deepEqual(engine.search("witwassen", { limit: undefined, kinds: undefined, filters: undefined, lang: undefined }), engine.search("witwassen"));
  });
});

describe("7. other datasets", () => {
  const changed = structuredClone(dataset);
  changed.version = "9.8.7";

  for (const [name, value] of Object.entries({
    object: () => changed,
    text: () => JSON.stringify(changed),
    "text with a byte order mark": () => `\uFEFF${JSON.stringify(changed)}`,
    bytes: () => new TextEncoder().encode(JSON.stringify(changed)),
    "bytes with a byte order mark": () => new TextEncoder().encode(`\uFEFF${JSON.stringify(changed)}`),
    Buffer: () => Buffer.from(JSON.stringify(changed)),
    ArrayBuffer: () => new TextEncoder().encode(JSON.stringify(changed)).buffer,
  })) {
    test(`as ${name}`, async () => {
      const other = await loadEngine({ dataset: value() });
      assert.equal(other.framework.dataset.version, "9.8.7");
      other.free();
    });
  }
  test("as URL", async () => {
    const file = join(folder, "other.json");
    await writeFile(file, JSON.stringify(changed));
    const other = await loadEngine({ dataset: pathToFileURL(file) });
    assert.equal(other.framework.dataset.version, "9.8.7");
    other.free();
  });
  test("the embedded one is the published one", async () => {
    const other = await loadEngine({ dataset });
    assert.deepEqual(other.framework, engine.framework);
    assert.deepEqual(other.units(), engine.units());
    other.free();
  });
  test("several problems come at once, each with all it needs", async () => {
    const bad = structuredClone(dataset);
    bad.priorities[3].number = 3;
    bad.tasks[0].addressees = [{ actor: "A-nobody", source: bad.tasks[0].action }];
    bad.document.title.quote = "Words that nobody wrote";
    const { problems, message } = await failure(() => loadEngine({ dataset: bad }), DatasetError);
    for (const place of ["priorities[3]", "tasks[0]", "document.title"]) {
      assert.ok(problems.some(({ path }) => path.startsWith(place)), `${place} in ${JSON.stringify(problems)}`);
    }
    for (const problem of problems) {
      assert.deepEqual(Object.keys(problem).sort(), ["code", "expected", "fix", "found", "path"]);
      for (const value of Object.values(problem)) assert.equal(typeof value, "string");
    }
    assert.ok(message.includes(`${problems.length} problems`) && message.includes(problems[0].path), message);
  });
  test("more problems than anybody reads", async () => {
    const { problems, message } = await failure(() => loadEngine({ dataset: { ...dataset, aliases: new Array(3_000).fill(7) } }), DatasetError);
    assert.deepEqual([problems.length, problems.at(-1).code], [1_001, "more"]);
    assert.match(message, /^The dataset has more than 1000 problems:\n/u);
    assert.match(message, /\n… and more: see the property `problems`\.$/u);
  });
  test("a cycle", async () => {
    const cyclic = { ...dataset };
    cyclic.self = cyclic;
    const { problems, cause } = await failure(() => loadEngine({ dataset: cyclic }), DatasetError);
    assert.deepEqual([problems.length, cause instanceof TypeError], [1, true]);
    assert.match(problems[0].fix, /cycles/u);
    const nothing = await failure(() => loadEngine({ dataset: { toJSON: () => undefined } }), DatasetError);
    assert.match(nothing.problems[0].found, /toJSON gives nothing/u);
  });
  test("a string is never an address, and says so", async () => {
    const { problems } = await failure(() => loadEngine({ dataset: "https://example.org/dataset.json" }), DatasetError);
    // There is no `document` here.
    assert.match(problems[0].fix, /URL object: `new URL\(address, import\.meta\.url\)`/u);
    assert.match(problems[0].found, /example\.org/u);
  });
  test("a page in place of a dataset or a snapshot is named, with what may have sent it", async () => {
    const page = '\uFEFF\n<!doctype html><h1>Log in</h1>';
    const file = pathToFileURL(join(folder, "page.json"));
    await writeFile(file, page);
    // Not what stands on it: a page can say who is logged in.
    const start = "HTML or XML";
    const hint = "A server that answers with a page when a file is missing or a login is needed does this.";
    const { problems } = await failure(() => loadEngine({ dataset: file }), DatasetError);
    assert.deepEqual(problems, [{ path: "", code: "syntax", expected: "JSON", found: `${start} at ${file.href}`, fix: hint }]);
    for (const load of [() => loadEngine({ snapshot: file }), () => engine.attach(file)]) {
      const { message } = await failure(load, EngineError, "snapshot-load");
      assert.ok(message.startsWith(`${file.href} is no snapshot: it is ${start}. ${hint}`) && message.includes("`npx empact-priorities index`") && message.includes("`DocumentIndex.build`"), message);
    }
    for (const given of [page, Buffer.from(page)]) assert.match((await failure(() => loadEngine({ dataset: given }), DatasetError)).problems[0].fix, /answers with a page/u);
  });
  test("a file that is no snapshot is named", async () => {
    const file = pathToFileURL(join(folder, "none.epx"));
    await writeFile(file, "nonsense");
    for (const load of [() => loadEngine({ snapshot: file }), () => engine.attach(file)]) {
      const { message } = await failure(load, EngineError, "snapshot");
      assert.ok(message.startsWith(`${file.href}: `) && message.includes("`npx empact-priorities index`"), message);
    }
  });
  test("documents or a snapshot in place of a dataset: where they belong", async () => {
    const documents = [{ id: "a", title: "Handreiking" }];
    const path = join(folder, "documents.json");
    await writeFile(path, JSON.stringify(documents));
    const where = /`documents` of a dataset, or in a snapshot: `npx empact-priorities index`/u;
    for (const given of [documents, [], JSON.stringify(documents), `\uFEFF\n ${JSON.stringify(documents)}`, Buffer.from(JSON.stringify(documents)), pathToFileURL(path)]) {
      const { problems } = await failure(() => loadEngine({ dataset: given }), DatasetError);
      const [problem] = problems;
      assert.deepEqual([problems.length, problem.path, problem.expected, /^a list of [01]$/u.test(problem.found)], [1, "", "an object", true], JSON.stringify(problems));
      assert.match(problem.fix, where);
    }
    for (const given of [{ documents }, { format: "other", documents }]) {
      const { problems } = await failure(() => loadEngine({ dataset: given }), DatasetError);
      assert.match(problems.find(({ path }) => path === "format").fix, where);
    }
    const index = await DocumentIndex.build(documents);
    const { problems } = await failure(() => loadEngine({ dataset: index.save() }), DatasetError);
    index.free();
    assert.deepEqual([problems.length, problems[0].found], [1, "a snapshot of documents"]);
    assert.match(problems[0].fix, /`snapshot`/u);
  });
  test("UTF-16 is called by its name", async () => {
    const text = JSON.stringify(dataset);
    for (const bytes of [Buffer.from(`\uFEFF${text}`, "utf16le"), Buffer.from(text, "utf16le"), Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), Buffer.from(text, "utf16le").swap16()]) {
      const { problems } = await failure(() => loadEngine({ dataset: bytes }), DatasetError);
      assert.deepEqual(problems, [{ path: "", code: "syntax", expected: "JSON in UTF-8", found: "UTF-16", fix: "Save the file in UTF-8." }]);
    }
  });
  test("text that breaks off", () => failure(() => loadEngine({ dataset: JSON.stringify(dataset).slice(0, 1000) }), DatasetError));
  test("an empty string, empty bytes, an array", async () => {
    for (const empty of ["", new Uint8Array(), []]) await failure(() => loadEngine({ dataset: empty }), DatasetError);
  });
  test("bytes that are no UTF-8", () => failure(() => loadEngine({ dataset: Uint8Array.of(0x7b, 0xff, 0x7d) }), DatasetError));
  test("a file that is not there", async () => {
    const { message } = await failure(() => loadEngine({ dataset: pathToFileURL(join(folder, "none.json")) }), EngineError, "dataset-load");
    assert.match(message, /none\.json/u);
  });
  for (const [name, value] of Object.entries({
    "a number": 3,
    null: null,
    true: true,
    "a function": () => dataset,
    "a Map": new Map(),
    "a Promise": Promise.resolve(dataset),
  })) {
    test(name, async () => {
      const { message } = await failure(() => loadEngine({ dataset: value }), EngineError, "invalid-argument");
      assert.match(message, /`dataset` must be .*, not /u);
    });
  }
  for (const [name, options] of Object.entries({ null: null, "a string": "x", "a number": 3 })) {
    test(`${name} for the options`, async () => {
      const promise = loadEngine(options);
      assert.ok(promise instanceof Promise, "it rejects, it does not throw");
      await failure(() => promise, EngineError, "invalid-argument");
    });
  }
});

describe("8. the end of an engine", () => {
  const methods = [(e) => e.framework, (e) => e.units(), (e) => e.priorities(), (e) => e.horizontalThreats(), (e) => e.get("P1"), (e) => e.relations("P1"), (e) => e.tasks(), (e) => e.search("x"), (e) => e.highlight("x", "x")];
  test("free", async () => {
    const [one, two] = await Promise.all([loadEngine(), loadEngine()]);
    one.free();
    one.free();
    for (const method of methods) await failure(() => method(one), EngineError, "freed");
    assert.equal(two.search("witwassen").hits[0].id, "P7e");
    two.free();
  });
  test("Symbol.dispose", async () => {
    const one = await loadEngine();
    one[Symbol.dispose]();
    one[Symbol.dispose]();
    await failure(() => one.units(), EngineError, "freed");
  });
});

describe("9. a crash", () => {
  test("ends one engine, and the next one works", async () => {
    const [[one, two], instances] = await withInstances(async () => [await loadEngine(), await loadEngine()]);
    assert.equal(instances.length, 2);
    spoil(instances[0]);
    const { cause } = await failure(() => one.search("witwassen"), EngineError, "crashed");
    assert.ok(cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError, String(cause));
    await failure(() => one.search("witwassen"), EngineError, "crashed");
    await failure(() => one.framework, EngineError, "crashed");
    one.free();
    assert.equal(two.search("witwassen").hits[0].id, "P7e");
    const three = await loadEngine();
    assert.equal(three.search("witwassen").hits[0].id, "P7e");
    two.free();
    three.free();
  });
});

describe("10. where the WebAssembly comes from", () => {
  test("every way works", async () => {
    const bytes = await readFile(wasmUrl);
    const response = (headers) => new Response(bytes, { headers });
    const ways = {
      URL: wasmUrl,
      address: wasmUrl.href,
      path: relative(process.cwd(), new URL(wasmUrl).pathname),
      Buffer: bytes,
      ArrayBuffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
      Module: await WebAssembly.compile(bytes),
      "streamed response": response({ "Content-Type": "application/wasm" }),
      "response of another type": response({ "Content-Type": "application/octet-stream" }),
      "promise of a response": Promise.resolve(response({})),
    };
    for (const [name, wasm] of Object.entries(ways)) {
      const other = await loadEngine({ wasm });
      assert.equal(other.search("witwassen").hits[0].id, "P7e", name);
      other.free();
    }
  });
  test("it is compiled once", async () => {
    const file = join(folder, "once.wasm");
    await writeFile(file, await readFile(wasmUrl));
    let compiled = 0;
    const { compile } = WebAssembly;
    WebAssembly.compile = (...args) => {
      compiled += 1;
      return compile.apply(WebAssembly, args);
    };
    const engines = await Promise.all([1, 2, 3].map(() => loadEngine({ wasm: pathToFileURL(file) })));
    WebAssembly.compile = compile;
    assert.equal(compiled, 1);
    for (const other of engines) other.free();
  });
  test("a failure is forgotten", async () => {
    const file = join(folder, "later.wasm");
    const { message } = await failure(() => loadEngine({ wasm: pathToFileURL(file) }), EngineError, "wasm-load");
    assert.match(message, /later\.wasm/u);
    await writeFile(file, await readFile(wasmUrl));
    (await loadEngine({ wasm: pathToFileURL(file) })).free();
  });
  test("what is no WebAssembly, or another one", async () => {
    const html = await failure(() => loadEngine({ wasm: new TextEncoder().encode("<!doctype html>") }), EngineError, "wasm-load");
    assert.match(html.message, /it is HTML or XML/u);
    const other = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    await failure(() => loadEngine({ wasm: other }), EngineError, "wasm-load");
    await failure(() => loadEngine({ wasm: new Response("no", { status: 404 }) }), EngineError, "wasm-load");
    assert.match((await failure(() => loadEngine({ wasm: "" }), EngineError, "invalid-argument")).message, /`wasm` is not an address: it is empty/u);
    // Node says why only in the cause of its error.
    assert.match((await failure(() => loadEngine({ wasm: new URL("http://127.0.0.1:1/x.wasm") }), EngineError, "wasm-load")).message, /could not be loaded: (?!fetch failed)/u);
    await failure(() => loadEngine({ wasm: Promise.reject(new TypeError("Failed to fetch")) }), EngineError, "wasm-load");
    await failure(() => loadEngine({ wasm: {} }), EngineError, "invalid-argument");
  });
  test("one of another release", async () => {
    const { version } = engine;
    const foreign = version.replace(/.$/u, version.endsWith("9") ? "8" : "9");
    const wasm = await readFile(wasmUrl);
    // As long as ours, so that nothing else in the file moves.
    for (let at = wasm.indexOf(version); at !== -1; at = wasm.indexOf(version, at + 1)) wasm.write(foreign, at);
    const { message } = await failure(() => loadEngine({ wasm }), EngineError, "wasm-load");
    assert.ok(message.includes(foreign) && message.includes(version), message);
  });
  test("`integrity`: the file, or an error", async () => {
    const bytes = await readFile(wasmUrl);
    const hash = (algorithm) => `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
    const wrong = `sha384-${createHash("sha384").update("another").digest("base64")}`;
    for (const integrity of [hash("sha384"), ` ${hash("sha256")}\n`, `${wrong} ${hash("sha384")}`]) (await loadEngine({ integrity })).free();
    for (const integrity of [wrong, `${hash("sha256")} ${wrong}`]) {
      const { message } = await failure(() => loadEngine({ integrity }), EngineError, "wasm-load");
      assert.match(message, /its hash is sha384-/u);
    }
    for (const integrity of [1, "", "md5-x", `${hash("sha384")} md5-x`]) await failure(() => loadEngine({ integrity }), EngineError, "invalid-argument");
    await failure(() => loadEngine({ wasm: bytes, integrity: hash("sha384") }), EngineError, "invalid-argument");
  });
});

describe("11. objects that throw", () => {
  const mine = new RangeError("a getter of mine");
  const throwing = (name) => Object.defineProperty({}, name, { enumerable: true, get: () => { throw mine; } });
  const list = (value) => Object.assign([value], { [Symbol.iterator]: () => { throw mine; } });
  for (const [name, action] of Object.entries({
    "a getter in the options of a search": (e) => e.search("witwassen", throwing("limit")),
    "a getter in the filters of a search": (e) => e.search("witwassen", { filters: throwing("kind") }),
    "a getter in a filter of tasks": (e) => e.tasks(throwing("actor")),
    "a list of one's own kind": (e) => e.search("witwassen", { kinds: list("priority") }),
    "a proxy": (e) => e.search("witwassen", new Proxy({}, { get: () => { throw mine; } })),
  })) {
    test(name, async () => {
      const one = await loadEngine();
      let caught;
      try {
        action(one);
      } catch (error) {
        caught = error;
      }
      assert.equal(caught, mine);
      assert.equal(one.search("witwassen").hits[0].id, "P7e");
      one.free();
    });
  }
});

describe("14. one kind of error", () => {
  test("in every entry", async () => {
    const thrown = await Promise.all([engine, search.DocumentIndex, inline, DocumentIndex].map(async (entry) => {
      try {
        await (entry.attach ?? entry.loadEngine ?? entry.build).call(entry, 3, 3);
      } catch (error) {
        return error;
      }
    }));
    for (const error of thrown) for (const entry of [EngineError, search.EngineError, inline.EngineError]) assert.ok(error instanceof entry, String(error));
  });
  test("other errors are none, nor are others of a class made from it", () => {
    class Own extends EngineError {}
    const own = new Own("freed", "x");
    assert.deepEqual([own instanceof Own, own instanceof EngineError, new EngineError("freed", "x") instanceof Own], [true, true, false]);
    for (const other of [new Error("x"), new DatasetError([]), { code: "freed" }, null, undefined, "x"]) assert.ok(!(other instanceof EngineError));
  });
  test("under its own name", () => {
    for (const error of [new EngineError("freed", "x"), new search.EngineError("freed", "x")]) assert.match(inspect(error), /^EngineError: x\n/u);
    assert.match(inspect(new DatasetError([])), /^DatasetError: The dataset/u);
  });
});
