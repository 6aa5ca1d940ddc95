// The WebAssembly gives what the native crate gives, to the last bit of every score.
//
// 1. The golden answers, which a native test writes, are those of the package.
// 2. So is what all typed words find, in the units and among themselves as documents, and so is their snapshot, byte by byte.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DocumentIndex, loadEngine } from "../../pkg/dist/node.js";

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

/** FNV-1a over 64 bits, of bytes. */
class Digest {
  #value = 0xcbf29ce484222325n;

  add(bytes) {
    for (const byte of bytes) this.#value = BigInt.asUintN(64, (this.#value ^ BigInt(byte)) * 0x100000001b3n);
  }

  toString() {
    return this.#value.toString(16).padStart(16, "0");
  }
}

test("2. all typed words", async () => {
  const lines = (await readFile(new URL("../data/typed-words.tsv", import.meta.url), "utf8")).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const words = lines.map((line) => line.split("\t"));
  assert.ok(words.length > 900);
  const found = [];

  const engine = await loadEngine();
  for (const [name, prefix] of [["units", false], ["units, while typed", true]]) {
    const digest = new Digest();
    for (const [, word] of words) {
      for (const { id, score } of engine.search(word, { limit: 1000, prefix }).hits) {
        digest.add(Buffer.from(id));
        digest.add(new Uint8Array(Float64Array.of(score).buffer));
      }
    }
    found.push(`${name}: ${digest}`);
  }
  engine.free();

  const documents = words.map(([unit, title], id) => ({ id, title, unit }));
  const index = await DocumentIndex.build(documents, { fields: { title: 3, unit: 1 }, stored: ["title"], facets: ["unit"] });
  const snapshot = new Digest();
  snapshot.add(index.save());
  found.push(`snapshot: ${snapshot}`);
  const digest = new Digest();
  for (const [, word] of words) {
    for (const { id, score } of index.search(word, { limit: 1000 }).hits) {
      digest.add(new Uint8Array(Uint32Array.of(Number(id)).buffer));
      digest.add(new Uint8Array(Float32Array.of(score).buffer));
    }
  }
  found.push(`documents: ${digest}`);
  index.free();

  assert.equal(`${found.join("\n")}\n`, await readFile(new URL("../golden/digests.txt", import.meta.url), "utf8"));
});
