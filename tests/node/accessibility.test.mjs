// ACCESSIBILITY.md and the tests say the same.
//
// 1. Each criterion that names a test file is held by a test in it whose name has the criterion's number; each number in a test's name is a
//    criterion that names the file.
// 2. The numbers run from A1 without a gap, and no row is without a way to hold it.
// 3. The conformance table has every success criterion of WCAG 2.2 A and AA once, with the clause of EN 301 549 that belongs to it; what it
//    names as a reason (A7) is a criterion, and that names the success criterion too.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const page = await readFile(new URL("ACCESSIBILITY.md", root), "utf8");

/** The rows of the tables that begin with something like `A7` or `1.4.10`, as cells. */
const rows = (first) => page.split("\n").filter((line) => first.test(line)).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
const criteria = rows(/^\| A\d+ \|/u).map(([number, , serves, held]) => ({ number, serves, files: [...held.matchAll(/`([\w-]+)`/gu)].map(([, name]) => name), byHand: /by hand/u.test(held) }));
const conformance = rows(/^\| \d\.\d\.\d+ /u).map(([criterion, level, clause, result, remarks]) => ({ number: criterion.split(" ")[0], level, clause, result, remarks }));

/** Which numbers the names of the tests of a file carry. */
const carried = [];
for (const file of (await readdir(new URL("tests/page/", root))).filter((name) => name.endsWith(".test.mjs"))) {
  const text = await readFile(new URL(`tests/page/${file}`, root), "utf8");
  for (const [, name] of text.matchAll(/\btest\(\s*([`"][^\n]*?[`"]),/gu)) {
    const numbers = /^[`"](?:\d+[.:, ]+)*((?:A\d+(?:, )?)+)/u.exec(name)?.[1].match(/A\d+/gu) ?? [];
    carried.push(...numbers.map((number) => `${number} ${file.slice(0, -".test.mjs".length)}`));
  }
}
const sorted = (pairs) => [...new Set(pairs)].sort();

test("1. criteria and tests", () => {
  assert.ok(carried.length > 20, "tests carry numbers");
  assert.deepEqual(sorted(criteria.flatMap(({ number, files }) => files.map((file) => `${number} ${file}`))), sorted(carried));
});

test("2. numbers without a gap, each held", () => {
  assert.deepEqual(criteria.map(({ number }) => number), criteria.map((_, at) => `A${at + 1}`));
  assert.deepEqual(criteria.filter(({ files, byHand }) => files.length === 0 && !byHand).map(({ number }) => number), []);
});

/** WCAG 2.2, levels A and AA. */
const SUCCESS_CRITERIA = {
  A: "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
  AA: "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
};
/** New in WCAG 2.2: EN 301 549 V3.2.1 is built on 2.1. */
const NEW = new Set(["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"]);

test("3. the conformance table", () => {
  for (const [level, list] of Object.entries(SUCCESS_CRITERIA)) {
    assert.deepEqual(conformance.filter((row) => row.level === level).map(({ number }) => number).sort(), list.split(" ").sort(), level);
  }
  const byNumber = new Map(criteria.map((criterion) => [criterion.number, criterion]));
  for (const { number, clause, result, remarks } of conformance) {
    assert.equal(clause, NEW.has(number) ? "–" : `9.${number}`, number);
    assert.match(result, /^(?:Supports|Not applicable|Page)$/u, number);
    const reasons = remarks.match(/\bA\d+\b/gu) ?? [];
    for (const reason of reasons) assert.ok(byNumber.get(reason)?.serves.split(/[ ,;]+/u).includes(number), `${number}: ${reason} does not say that it serves it`);
    if (result === "Supports") assert.ok(reasons.length > 0 || /by hand/iu.test(remarks), `${number}: says what shows it`);
  }
  const shown = new Map(conformance.map(({ number, remarks }) => [number, remarks]));
  for (const { number, serves } of criteria) {
    for (const served of serves.match(/(?<![\d.])[1-4]\.\d\.\d+/gu) ?? []) assert.match(shown.get(served) ?? "", new RegExp(`\\b${number}\\b`, "u"), `${number} serves ${served}: the table does not say so`);
  }
});
