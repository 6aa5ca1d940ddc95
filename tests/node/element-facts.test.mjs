// What editors and frameworks are told of the element is what it has: nothing less, nothing else.
//
// 1. Attributes: those that the class observes and those that only the style sheet knows; each has its property, with a setter.
// 2. Properties and methods: all accessors of the class, and what it can do.
// 3. Events: those of `EmpactPrioritiesEventMap`, and each is sent somewhere.
// 4. Slots, parts, states and custom properties: those of the views, of the class and of the style sheet.
// 5. The files of the package say all of it: the manifest, the data for VS Code and JetBrains, the types for frameworks, the declaration of the class.
// 6. So does the README, in its tables.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import * as facts from "../../pkg/tools/element-facts.mjs";
import { EmpactPrioritiesElement } from "../../pkg/dist/element.js";

const source = new URL("../../pkg/src/", import.meta.url);
const read = (path) => readFile(new URL(path, source), "utf8");
const element = await read("element.ts");
const css = await read("element/styles.css");
const views = (await Promise.all((await readdir(new URL("element/", source))).filter((name) => name.endsWith(".ts")).map((name) => read(`element/${name}`)))).join("\n");

const unique = (names) => [...new Set(names)].sort();
const found = (text, pattern) => unique([...text.matchAll(pattern)].map(({ 1: name }) => name));
const named = (list) => list.map(({ name }) => name).sort();
const accessors = Object.entries(Object.getOwnPropertyDescriptors(EmpactPrioritiesElement.prototype)).filter(([, { get }]) => get !== undefined);

test("1. attributes", () => {
  const styled = found(css, /:host\(\[([a-z-]+)/gu).filter((name) => name !== "hidden");
  assert.deepEqual(named(facts.attributes), unique([...EmpactPrioritiesElement.observedAttributes, ...styled]));
  const writable = accessors.filter(([, { set }]) => set !== undefined).map(([name]) => name);
  // `lang` is every element's.
  for (const { property } of facts.attributes) assert.ok(property === "lang" || writable.includes(property), property);
});

test("2. properties and methods", () => {
  const documented = facts.attributes.map(({ property }) => property).filter((name) => name !== "lang");
  assert.deepEqual(documented.sort(), accessors.map(([name]) => name).filter((name) => name !== "lang").sort());
  const own = Object.getOwnPropertyNames(EmpactPrioritiesElement.prototype).filter((name) => !/^constructor$|Callback$/u.test(name) && name !== "lang" && !documented.includes(name));
  assert.deepEqual(named(facts.methods), own.sort());
});

test("3. events", () => {
  const declared = /interface EmpactPrioritiesEventMap \{(?<body>[\s\S]*?)\n\}/u.exec(element).groups.body;
  assert.deepEqual(named(facts.events), found(declared, /"([\w-]+)": CustomEvent/gu));
  assert.deepEqual(named(facts.events), found(element, /this\.#emit\("([\w-]+)"/gu));
});

test("4. slots, parts, states, custom properties", () => {
  assert.equal(views.match(/h\("slot"/gu)?.length > 0, true);
  const slots = [...found(views, /h\("slot", \{[^}]*\bname: "([\w-]+)"/gu), ...found(views, /h\("slot", \{ name: `([\w-]+)\$\{id\}`/gu).map((name) => `${name}P7e`)];
  assert.deepEqual(named(facts.slots), unique(["", ...slots]));
  assert.deepEqual(named(facts.parts), found(views, /\bpart: "([\w-]+)"/gu));
  assert.deepEqual(named(facts.states), found(/const STATES = \[(?<names>[^\]]*)\]/u.exec(element).groups.names, /"(\w+)"/gu));
  assert.deepEqual(named(facts.cssProperties), found(css, /var\((--empact-[\w-]+)/gu));
});

test("5. the files", async () => {
  const dist = new URL("../../pkg/dist/", import.meta.url);
  const json = async (path) => JSON.parse(await readFile(new URL(path, dist), "utf8"));
  const { modules } = await json("custom-elements.json");
  for (const { path } of modules) await readFile(new URL(`../${path}`, dist));
  const [declaration] = modules[0].declarations;
  assert.equal(declaration.tagName, facts.tag);
  assert.deepEqual(named(declaration.attributes), named(facts.attributes));
  assert.deepEqual(named(declaration.members), unique([...facts.attributes.map(({ property }) => property), ...named(facts.methods), "version"]));
  for (const kind of ["events", "slots"]) assert.deepEqual(named(declaration[kind]), named(facts[kind]));
  assert.deepEqual(named(declaration.cssParts), named(facts.parts));
  assert.deepEqual(named(declaration.cssStates), named(facts.states));
  assert.deepEqual(named(declaration.cssProperties), named(facts.cssProperties));
  for (const { name, default: fallback } of declaration.cssProperties) {
    const theme = /^var\((?<name>--empact-[\w-]+)\)$/u.exec(fallback)?.groups.name;
    assert.ok(theme === undefined ? css.includes(`var(${name}, ${fallback})`) : named(facts.cssProperties).includes(theme), name);
  }
  const [tag] = (await json("editors/html.html-data.json")).tags;
  assert.deepEqual([tag.name, named(tag.attributes)], [facts.tag, named(facts.attributes)]);
  assert.deepEqual(named((await json("editors/css.css-data.json")).properties), named(facts.cssProperties));
  const [contribution] = (await json("editors/web-types.json")).contributions.html.elements;
  assert.deepEqual([named(contribution.attributes), named(contribution.js.events), named(contribution.css.parts)], [named(facts.attributes), named(facts.events), named(facts.parts)]);
  const props = await readFile(new URL("types/props.d.ts", dist), "utf8");
  for (const { name, property } of facts.attributes) assert.ok(props.includes(`"${name}"?: `) && (name === property || props.includes(`  ${property}?: `)), name);
  assert.deepEqual(found(props, /"on([\w-]+)"\?:/gu), named(facts.events));
  const declared = await readFile(new URL("element.d.ts", dist), "utf8");
  for (const { property } of facts.attributes) assert.match(declared, new RegExp(`\\*/\n    get ${property}\\(\\):`, "u"));
});

test("6. the tables of the README", async () => {
  const readme = await readFile(new URL("../../pkg/README.md", import.meta.url), "utf8");
  const described = (list) => list.map(({ name, description }) => `| ${name === "" ? "(none)" : `\`${name}\``} | ${description} |`);
  const lines = [
    ...facts.attributes.map(({ name, property, values = [], description }) =>
      `| ${[...new Set([name, property])].map((text) => `\`${text}\``).join(", ")} | ${values.map((value) => `\`${value}\``).join(", ")} | ${description} |`),
    ...facts.methods.map(({ name, type, description }) => `| \`${name}${type.split(" => ")[0].replaceAll("|", "\\|")}\` | ${description} |`),
    ...[facts.events, facts.slots, facts.parts, facts.states, facts.cssProperties].flatMap(described),
  ];
  assert.deepEqual(lines.filter((line) => !readme.split("\n").includes(line)), []);
  const [details] = readme.split("\n").filter((line) => line.startsWith("Their `detail`: "));
  for (const { name, detail } of facts.events) {
    const names = [...detail.matchAll(/(\w+): /gu)].map(({ 1: property }) => property).join(", ");
    assert.ok(details.includes(` ${name.replace("empact-priorities-", "")} \`{ ${names} }\``), name);
  }
});
