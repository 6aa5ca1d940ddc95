// The dataset that the package offers as a beginning, and the rules that its README states.
//
// 1. It is valid under the schema and for the engine, has its texts found, and is as short as an example should be.
// 2. Each rule of the README holds: a dataset that breaks it is refused, at the place that breaks it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { DatasetError, loadEngine } from "../../pkg/dist/node.js";
import { renderToStaticHtml } from "../../pkg/dist/static.js";

const read = (path) => readFile(new URL(path, import.meta.url), "utf8");
const text = await read("../../pkg/example.dataset.json");
const schema = JSON.parse(await read("../../src/dataset/dataset.schema.json"));

test("1. schema", () => {
  const ajv = new Ajv.default({ allErrors: true, allowUnionTypes: true, validateFormats: false });
  assert.ok(ajv.validate(schema, JSON.parse(text)), ajv.errorsText());
});

test("1. engine", async () => {
  assert.ok(text.split("\n").length < 60);
  const engine = await loadEngine({ dataset: text });
  const first = (query, options) => engine.search(query, options).hits[0]?.id;
  assert.deepEqual([first("skimmen"), first("schuren"), first("burglary", { lang: "en" }), first("", { filters: { offence: ["fraud"] } })], ["P2b", "P1", "P2a", "P2b"]);
  assert.deepEqual(engine.tasks({ actor: "A-college" }).map(({ deadline }) => deadline.latest), ["2025-06-30"]);
  assert.equal(engine.search("woninginbraak").documents.hits[0].title, "Zo voorkomt u woninginbraak");
  assert.match(await renderToStaticHtml(engine, { lang: "nl" }), /Drugsproductie in het buitengebied/u);
  // Whatever has a title in the embedded dataset has one here.
  for (const kind of ["task", "actor", "term", "date", "facet", "priority", "document"]) for (const { id, titles } of engine.entities(kind)) assert.ok(titles.length > 0, id);
  engine.free();
});

const oap = (unit) => ({ type: "OAP", count: 1, source: { unit, quote: "1 OAP" } });
const footnote = { id: "F1", number: 1, marker: { unit: "P1", quote: "1" }, source: { unit: "P1", quote: "drugs" }, references: [] };
const cycle = (id, from, to, more) => ({ id, from, to, origin: "document", sources: [{ unit: "doc", quote: "2024" }], references: [], ...more });
const task = (dataset, id, deadline) => ({ ...dataset.tasks[0], id, deadline });
const fact = { id: "X1", topic: "title", about: ["P1"], statement: { nl: "Zo heet het." }, items: [], sources: ["https://example.org/"], confidence: "high" };

/** What breaks a rule, and where. */
const broken = {
  "a unit without a block": ["subPriorities[1]", (d) => { d.text = d.text.filter(({ unit }) => unit !== "P2b"); }],
  "a quote that differs": ["document.subject.quote", (d) => { d.document.subject.quote = "Openbare orde"; }],
  "a title quoted from elsewhere": ["priorities[0].title", (d) => { d.priorities[0].title = { unit: "P2a", quote: "Woninginbraak" }; }],
  "an objective quoted from elsewhere": ["objectives[0].source", (d) => { d.objectives[0].source = { unit: "P2a", quote: "Woninginbraak" }; }],
  "an action quoted from elsewhere": ["tasks[0].action", (d) => { d.tasks[0].action = { unit: "P2a", quote: "Woninginbraak" }; }],
  "a date without sources": ["dates[0].sources", (d) => { d.dates[0].sources = []; }],
  "an actor without mentions": ["actors[0].mentions", (d) => { d.actors[0].mentions = []; }],
  "a gap in the numbers": ["priorities[1].number", (d) => { d.priorities[1].number = 3; }],
  "a gap in the letters": ["subPriorities[1].letter", (d) => { d.subPriorities[1].letter = "c"; }],
  "a wrong number of sub-priorities": ["priorities[1].declaredSubPriorities.count", (d) => { d.priorities[1].declaredSubPriorities = { count: 3, source: { unit: "P2", quote: "2" } }; }],
  "an id that is used twice": ["tasks[0].id", (d) => { d.tasks[0].id = "P1"; }],
  "an id of a document that is used": ["documents[0].id", (d) => { d.documents[0].id = "P1"; }],
  "a priority without an OAP": ["priorities[0]", (d) => { d.instruments.shift(); d.priorities[0].declared = []; }],
  "an OAP above sub-priorities": ["priorities[1]", (d) => { d.instruments.push({ ...d.instruments[0], id: "OAP-2", implements: "P2", source: { unit: "P2", quote: "OAP" } }); }],
  "a declared number that is wrong": ["priorities[0].declared", (d) => { d.priorities[0].declared.push(oap("P1")); }],
  "a declared number of the sub-priorities that is wrong": ["priorities[1].declared", (d) => { d.priorities[1].declared[0].count = 3; }],
  "two objectives": ["objectives[1].area", (d) => { d.objectives.push({ ...d.objectives[0], id: "OBJ-2" }); }],
  "no session": ["document.session", (d) => { delete d.document.session; }],
  "adopted too late": ["document.adopted", (d) => { d.dates[0].latest = "2024-01-01"; }],
  "bounds the wrong way round": ["dates[2].precision", (d) => { d.dates[2].earliest = "2025-07-01"; }],
  "one bound alone": ["dates[2].precision", (d) => { delete d.dates[2].earliest; }],
  "bounds without precision": ["dates[2].precision", (d) => { d.dates[2].precision = "none"; }],
  "a date relative to itself": ["dates[2].relativeTo", (d) => { d.dates[2].relativeTo = "D-report"; }],
  "cycles that overlap": ["cycles[1].from", (d) => { d.cycles = [cycle("CY-1", 2020, 2024), cycle("CY-2", 2024, 2027)]; }],
  "a previous cycle that comes later": ["cycles[0].previous", (d) => { d.cycles = [cycle("CY-1", 2020, 2023, { previous: "CY-2" }), cycle("CY-2", 2024, 2027)]; }],
  "a task that precedes an earlier one": ["relations[0].from", (d) => {
    d.tasks.push(task(d, "TK-2", "D-adopted"));
    d.relations = [{ id: "REL-1", type: "precedes", from: "TK-1", to: "TK-2", origin: "document", sources: [{ unit: "O1", quote: "verslag" }], facts: [] }];
  }],
  "an abbreviation without a term": ["terms", (d) => { d.terms = []; }],
  "a footnote without its digit": ["footnotes[0].marker", (d) => { d.footnotes = [{ ...footnote, marker: { unit: "P1", quote: "drugs" } }]; }],
  "a footnote whose marker stands there twice": ["footnotes[0].marker", (d) => { d.footnotes = [footnote]; }],
  "a title of ours in the language of the text": ["ownWords.nl.P1.title", (d) => { d.ownWords.nl.P1 = { title: "Drugs" }; }],
  "an objective of ours in the language of the text": ["ownWords.nl.P1.objective", (d) => { d.ownWords.nl.P1 = { objective: "Drugs" }; }],
  "an alias twice": ["aliases[1]", (d) => { d.aliases.push({ ...d.aliases[0], text: "Skimmen", kind: "synonym" }); }],
  "sixteen languages": ["ownWords", (d) => { for (const letter of "abcdefghijklmn") d.ownWords[`x${letter}`] = { P1: { title: "x" } }; }],
  "a relation of the document without quotes": ["relations[0].origin", (d) => { d.relations = [{ id: "REL-1", type: "complements", from: "P1", to: "P2", origin: "document", sources: [], facts: [] }]; }],
  "a relation from outside without a fact": ["relations[0].facts", (d) => { d.relations = [{ id: "REL-1", type: "complements", from: "P1", to: "P2", origin: "outside", sources: [], facts: [] }]; }],
  "a relation that the engine adds": ["relations[0].origin", (d) => { d.relations = [{ id: "REL-1", type: "complements", from: "P1", to: "P2", origin: "derived", sources: [], facts: [] }]; }],
  "a cycle from outside with quotes": ["cycles[0].origin", (d) => { d.cycles = [cycle("CY-1", 2020, 2023, { origin: "outside" })]; }],
  "an outside fact without pages": ["outside.facts[0].sources", (d) => { d.outside.facts = [{ ...fact, sources: [] }]; }],
  "an outside fact that is about nothing": ["outside.facts[0].about", (d) => { d.outside.facts = [{ ...fact, about: [] }]; }],
  "an outside fact from no web page": ["outside.facts[0].sources[0]", (d) => { d.outside.facts = [{ ...fact, sources: ["ftp://example.org/"] }]; }],
};

for (const [name, [place, change]] of Object.entries(broken)) {
  test(`2. ${name}`, async () => {
    const dataset = JSON.parse(text);
    change(dataset);
    const error = await loadEngine({ dataset }).then((engine) => engine.free(), (caught) => caught);
    assert.ok(error instanceof DatasetError, "it is accepted");
    assert.ok(error.problems.some(({ path }) => path === place), error.message);
  });
}

test("2. what is allowed", async () => {
  const allowed = [
    (d) => { d.priorities[1].declared = []; },
    (d) => { d.outside.facts = [fact]; },
    (d) => { d.footnotes = [{ ...footnote, marker: { unit: "P1", quote: "drugs1" } }]; d.text[4].text += " Zie drugs1."; },
    (d) => { d.cycles = [cycle("CY-1", 2020, 2023), cycle("CY-2", 2024, 2027, { previous: "CY-1" })]; },
    (d) => { d.instruments.push({ ...d.instruments[0], id: "CHSG-1", type: "CHSG" }); d.priorities[0].declared.push({ ...oap("P1"), type: "CHSG" }); },
    (d) => { delete d.documents; },
    (d) => { d.$schema = "./node_modules/empact-priorities/dist/dataset.schema.json"; },
  ];
  for (const change of allowed) {
    const dataset = JSON.parse(text);
    change(dataset);
    (await loadEngine({ dataset })).free();
  }
});
