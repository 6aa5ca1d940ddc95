// The WebAssembly gives what the native crate gives, to the last bit of every score.
//
// 1. The golden answers, which a native test writes, are those of the package.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { loadEngine } from "../../pkg/dist/node.js";

const golden = await readFile(new URL("../golden/answers.ts", import.meta.url), "utf8");

/** The answer that stands under a name: JSON, apart from its type. */
function answer(name) {
  const [, text] = new RegExp(`^export const ${name}: [^=]+ = ([\\s\\S]*?);$`, "mu").exec(golden);
  return JSON.parse(text);
}

test("1. golden answers", async () => {
  const engine = await loadEngine();
  const found = engine.search("MTIC fraud astrology", { limit: 3, lang: "en" });
  assert.ok(found.hits.length > 0 && found.hits[0].score % 1 !== 0);
  assert.deepEqual(found, answer("found"));
  assert.deepEqual(engine.search("mensenhandel fruade", { limit: 3, lang: "en" }), answer("corrected"));
  const filters = { instrument: ["CHSG"], offence: ["astrology"] };
  assert.deepEqual(engine.search("witwassen", { limit: 3, filters, facets: ["kind", "offence"] }), answer("filtered"));
  assert.deepEqual(engine.framework, answer("framework"));
  assert.deepEqual(engine.relations("P10"), answer("relations"));
  assert.deepEqual(engine.tasks({ before: "2024-01-01" }), answer("tasks"));
  for (const name of ["documentUnit", "recital", "operativeParagraph", "priority", "subPriority", "horizontalThreat", "task", "actor", "date", "outsideFact"]) {
    const entity = answer(name);
    assert.deepEqual(engine.get(entity.id), entity, name);
  }
  engine.free();
});
