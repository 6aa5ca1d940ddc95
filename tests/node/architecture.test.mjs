// The modules of the package stand in one direction.
//
// 1. Each layer of pkg/src imports only layers before it, in the order that ARCHITECTURE.md gives.
// 2. Inside the element only `pool.ts` knows how an engine is loaded; all others are handed one.
// 3. No module imports itself in a roundabout way.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { posix } from "node:path";
import { test } from "node:test";

const source = new URL("../../pkg/src/", import.meta.url);
const modules = (await readdir(source, { recursive: true })).map((name) => name.replaceAll("\\", "/")).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts")).map((name) => name.slice(0, -3)).sort();

/** What each module imports; without the imports that only name types. */
const imports = new Map();
/** With them. */
const mentions = new Map();
for (const module of modules) {
  const text = await readFile(new URL(`${module}.ts`, source), "utf8");
  const found = [...text.matchAll(/^(?:import|export)\s+(?<type>type\s)?(?:[^;"]*?\sfrom\s)?"(?<path>\.[^"]+)\.js"/gmu)];
  const resolved = (matches) => matches.map(({ groups }) => posix.join(posix.dirname(module), groups.path));
  mentions.set(module, resolved(found));
  imports.set(module, resolved(found.filter(({ groups }) => groups.type === undefined)));
}

const page = await readFile(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8");
const order = /`pkg\/src`, in this order: (?<list>[^.]+)\./u.exec(page.replaceAll("\n", " "))?.groups.list.match(/`[^`]+`/gu)?.map((name) => name.slice(1, -1)) ?? [];
/** Made by the build, with types beside the sources. */
const generated = new Set(["glue", "packed", "empact_priorities.nowasm"]);
const layerOf = (module) => order.indexOf(module.startsWith("element/") ? "element/" : module);

test("1. layers import only layers before them", () => {
  assert.ok(order.length >= 8, `ARCHITECTURE.md names the layers: ${order}`);
  const broken = [];
  for (const [module, names] of mentions) {
    assert.notEqual(layerOf(module), -1, `${module} is in no layer`);
    for (const name of names) {
      if (generated.has(name) || (module.startsWith("element/") && name.startsWith("element/"))) continue;
      if (layerOf(name) === -1 || layerOf(name) >= layerOf(module)) broken.push(`pkg/src/${module}.ts may not import ${name}`);
    }
  }
  assert.deepEqual(broken, []);
});

test("2. only the pool loads engines", () => {
  const inside = modules.filter((module) => module.startsWith("element/"));
  const outward = inside.flatMap((module) => mentions.get(module).filter((name) => !name.startsWith("element/") && name !== "types").map((name) => `${module} -> ${name}`));
  assert.deepEqual(outward, ["element/pool -> browser"]);
});

test("3. no cycles", () => {
  const done = new Set();
  const visit = (module, path) => {
    assert.ok(!path.includes(module), `a cycle: ${[...path, module].join(" -> ")}`);
    if (done.has(module)) return;
    for (const name of imports.get(module) ?? []) visit(name, [...path, module]);
    done.add(module);
  };
  for (const module of modules) visit(module, []);
  assert.equal(done.size, modules.length + [...new Set([...imports.values()].flat())].filter((name) => !modules.includes(name)).length);
});
