// The dataset and its JSON Schema.
//
// 1. The schema is a valid schema of its own draft, and strict: no keyword is unknown.
// 2. The dataset is valid under it.
// 3. The schema refuses what the format forbids: every object is closed and every value typed.
// 4. Documents of a portal are optional, and what the reader refuses about them the schema refuses too.
// 5. No text is so long or so odd that a pattern of the schema takes long to say whether it fits.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv07 from "ajv/dist/ajv.js";

const read = async (name) => JSON.parse(await readFile(new URL(`../../src/dataset/${name}`, import.meta.url), "utf8"));
const schema = await read("dataset.schema.json");
const dataset = await read("empact-2022-2025.json");

const Ajv = String(schema.$schema).includes("2020-12") ? Ajv2020.default : Ajv07.default;
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
// Checked in the loader; here it is only a note to editors.
for (const format of ["date", "uri"]) ajv.addFormat(format, { type: "string", validate: (value) => (format === "date" ? !Number.isNaN(Date.parse(value)) : URL.canParse(value)) });

const validate = ajv.compile(schema);

test("1. the schema is one", () => assert.equal(ajv.validateSchema(schema), true, ajv.errorsText()));

test("2. the dataset is valid", () => {
  validate(dataset);
  assert.deepEqual(validate.errors ?? [], []);
});

describe("3. the schema refuses", () => {
  /** Every place in the dataset that holds an object, one for each shape of path. */
  const objects = new Map();
  const visit = (value, path) => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) {
      // Maps by language and by id have free keys.
      const shape = path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
      if (!/^ownWords(?:\.[^.]+)?$/u.test(shape) && !objects.has(shape)) objects.set(shape, path);
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(dataset, []);

  const objectAt = (path) => path.reduce((value, key) => value[key], dataset);
  // The first error is enough here, and found sooner.
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  /** Whether the dataset is valid with a property of an object set to a value. */
  const isValidWith = (object, key, value) => {
    const had = Object.hasOwn(object, key);
    const before = object[key];
    object[key] = value;
    try {
      return isValid(dataset);
    } finally {
      if (had) object[key] = before;
      else delete object[key];
    }
  };

  test("a property that the format does not have, anywhere", () => {
    assert.ok(objects.size > 40);
    for (const [shape, path] of objects) assert.equal(isValidWith(objectAt(path), "surplus", true), false, `${shape === "" ? "the file" : shape} takes any property`);
  });
  test("null, anywhere", () => {
    for (const [shape, path] of objects) {
      for (const key of Object.keys(objectAt(path))) assert.equal(isValidWith(objectAt(path), key, null), false, `${shape}.${key} takes null`);
    }
  });
  test("and is content again afterwards", () => assert.equal(isValid(dataset), true));
  test("another version of the format", () => assert.equal(isValid({ ...dataset, formatVersion: 2 }), false));
  test("a missing list", () => {
    const { tasks, ...rest } = dataset;
    assert.ok(tasks.length > 0);
    assert.equal(isValid(rest), false);
  });
});

test("4. documents of a portal: optional, and checked as the reader checks them", () => {
  const good = { id: "guide", title: "Handreiking", summary: "Kort", body: "Lang", url: "gids?x=a:b", language: "nl-NL", priorities: ["P7e"], facets: { kind: ["guide"] } };
  const isGood = (document) => validate({ ...dataset, documents: [document] });
  assert.ok(isGood(good) && isGood({ id: "a", title: "b" }) && validate({ ...dataset, documents: [] }), ajv.errorsText(validate.errors));
  const bad = [
    { url: "javascript:alert(1)" }, { url: "java\nscript:alert(1)" }, { url: "a b" }, { url: "mailto:a@b.eu" }, { url: "" },
    { language: "Dutch" }, { title: "" }, { title: "a\nb" }, { id: "a\u0000b" }, { colour: "red" }, { priorities: "P7e" },
    { facets: { kind: "guide" } }, { facets: { kind: [""] } }, { facets: { kind: ["a\nb"] } }, { facets: { title: ["a"] } },
  ];
  for (const part of bad) assert.equal(isGood({ ...good, ...part }), false, JSON.stringify(part));
  for (const url of ["https://x.eu/a:b", "//x.eu/", "/a", "#a:b", "./", "é"]) assert.ok(isGood({ ...good, url }), url);
});

test("4. a line of text and the name of a facet, as one would say it in words", () => {
  const { id, title, facets } = schema.properties.documents.items.properties;
  const isLine = (text) => !/[\u0000-\u001f\u007f]/u.test(text) && text.trim() !== "";
  const taken = ["id", "title", "summary", "body", "url", "language", "priorities", "facets"];
  const letters = ["a", "id", " ", "\u00a0", "\u2028", "\ufeff", "\t", "\n", "\u0000", "\u001f", "\u007f", "\u0080", "é", "😀", "\ud800"];
  const texts = ["", ...taken, ...letters];
  for (const first of letters) for (const second of letters) for (const third of ["", ...letters]) texts.push(first + second + third);
  for (const text of texts) {
    for (const { pattern } of [id, title, facets.additionalProperties.items]) assert.equal(new RegExp(pattern, "u").test(text), isLine(text), JSON.stringify(text));
    assert.equal(new RegExp(facets.propertyNames.pattern, "u").test(text), isLine(text) && !taken.includes(text), JSON.stringify(text));
  }
});

test("5. a long text", () => {
  const patterns = new Set();
  JSON.stringify(schema, (name, value) => {
    if (name === "pattern" && typeof value === "string") patterns.add(value);
    return value;
  });
  assert.ok(patterns.size > 5);
  const long = ["a", "0", " ", "\u00a0", "-a", "a ", "-", ":", "/", "."].flatMap((part) => ["", "\n", "\u007f", ":", "-"].map((end) => `${part.repeat(50_000)}${end}`));
  for (const pattern of patterns) {
    // What else the machine does meanwhile does not count.
    const start = process.cpuUsage();
    for (const text of long) new RegExp(pattern, "u").test(text);
    const milliseconds = process.cpuUsage(start).user / 1000;
    assert.ok(milliseconds < 1000, `${pattern}: ${Math.round(milliseconds)} ms`);
  }
});
