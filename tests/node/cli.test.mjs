// The command of the package, as a person runs it.
//
// 1. `index` writes a snapshot from JSON, from an object with documents and from JSON lines; `validate` and `search` read it.
// 3. A dataset that carries documents is checked with them, searched with them, and indexed by itself.
// 2. Everything that is wrong is listed, nothing is written, and the exit code says so.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../pkg/bin/empact-priorities.mjs", import.meta.url));
const dataset = fileURLToPath(new URL("../../src/dataset/empact-2022-2025.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "empact-priorities-"));
after(() => rmSync(folder, { recursive: true }));

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

const documents = [
  { id: "a", title: "Handreiking accijnsfraude", kind: "guide" },
  { id: "b", title: "Mensenhandel", body: "Herkennen van slachtoffers", kind: "report" },
];

test("1. index, validate, search", () => {
  writeFileSync(join(folder, "array.json"), JSON.stringify(documents));
  writeFileSync(join(folder, "object.json"), JSON.stringify({ documents }));
  writeFileSync(join(folder, "lines.jsonl"), `${documents.map((document) => JSON.stringify(document)).join("\n")}\n\n`);
  for (const file of ["array.json", "object.json", "lines.jsonl"]) {
    const indexed = run("index", file, "-o", `${file}.epx`, "--facets", "kind", "--fields", "title=3,body");
    assert.deepEqual([indexed.status, indexed.stderr], [0, ""]);
    assert.match(indexed.stdout, /: 2 documents in [\d,]+ bytes/u);
    assert.match(run("validate", `${file}.epx`).stdout, /good snapshot of 2 documents/u);
    const found = run("search", `${file}.epx`, "slachtoffer", "kind:report");
    assert.match(found.stdout, /^\d\.\d+ {2}b {2}Mensenhandel\n1 found\n$/u);
  }
  assert.match(run("validate", dataset).stdout, /good dataset of 52 units/u);
  assert.match(run("search", dataset, "witwassen").stdout, /^\d\.\d+ {2}P7e {2}/u);
  assert.match(run("--help").stdout, /empact-priorities index/u);
});

test("3. the documents of a dataset", () => {
  const own = { ...JSON.parse(readFileSync(dataset, "utf8")), documents: [{ id: "guide", title: "Handreiking accijnsfraude", summary: "Voor de douane", url: "/guide", priorities: ["P7e"] }] };
  writeFileSync(join(folder, "own.json"), JSON.stringify(own));
  assert.match(run("validate", "own.json").stdout, /good dataset of 52 units and 1 documents/u);
  assert.match(run("search", "own.json", "accijnsfraude").stdout, /found\n\d\.\d+ {2}guide {2}Handreiking accijnsfraude {2}\/guide\n1 documents found\n$/u);
  assert.match(run("index", "own.json", "-o", "own.epx").stdout, /own\.epx: 1 documents/u);
  assert.match(run("search", "own.epx", "priorities:P7e").stdout, /guide[^]*\n1 found\n$/u);
  const refused = run("index", "own.json", "-o", "other.epx", "--facets", "kind");
  assert.deepEqual([refused.status, /takes no options/u.test(refused.stderr)], [1, true]);
  assert.match(run("index", dataset, "-o", "none.epx").stderr, /dataset without documents/u);
  own.documents.push({ id: "P7e", title: "", url: "javascript:alert(1)" });
  writeFileSync(join(folder, "wrong.json"), JSON.stringify(own));
  for (const command of [["validate", "wrong.json"], ["index", "wrong.json", "-o", "wrong.epx"]]) {
    const wrong = run(...command);
    assert.equal(wrong.status, 1);
    for (const place of ["documents[1].id", "documents[1].title", "documents[1].url"]) assert.ok(wrong.stderr.includes(place), wrong.stderr);
  }
});

test("2. what is wrong", () => {
  writeFileSync(join(folder, "bad.json"), JSON.stringify([{ title: "no id" }, ...documents, { id: "a" }, { id: "c", body: 1 }]));
  const bad = run("index", "bad.json", "-o", "bad.epx");
  assert.equal(bad.status, 1);
  for (const place of ["documents[0].id", "documents[3].id", "documents[4].body"]) assert.ok(bad.stderr.includes(place), bad.stderr);
  assert.ok(!existsSync(join(folder, "bad.epx")));
  writeFileSync(join(folder, "broken.jsonl"), '{"id": 1}\n{"id": ');
  writeFileSync(join(folder, "false.epx"), "no snapshot");
  writeFileSync(join(folder, "dataset.json"), "{}");
  const check = (pattern, ...args) => {
    const { status, stderr } = run(...args);
    assert.equal(status, 1, args.join(" "));
    assert.match(stderr, pattern);
    assert.ok(!stderr.includes("    at "), stderr);
  };
  check(/broken\.jsonl:2 is not JSON/u, "index", "broken.jsonl", "-o", "broken.epx");
  check(/no snapshot/u, "validate", "false.epx");
  check(/expected/u, "validate", "dataset.json");
  check(/ENOENT/u, "validate", "absent.json");
  check(/no command "find"/u, "find");
  check(/into which/u, "index", "array.json");
  check(/one file/u, "index", "array.json", "object.json", "-o", "both.epx");
  check(/one file/u, "validate", "array.json.epx", "false.epx");
  check(/does not end in \.epx/u, "index", "array.json", "-o", "array.json");
  check(/"--facets" says nothing here/u, "search", "array.json.epx", "fraude", "--facets", "kind");
  // What stands there stays whole until there is something to take its place.
  mkdirSync(join(folder, "folder.epx"));
  check(/EISDIR|ENOTEMPTY|EPERM/u, "index", "array.json", "-o", "folder.epx");
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith(".tmp")), []);
});

test("2. what may be meant otherwise", () => {
  writeFileSync(join(folder, "mark.json"), `\uFEFF${JSON.stringify(documents)}`);
  writeFileSync(join(folder, "mark.jsonl"), `\uFEFF${documents.map((document) => JSON.stringify(document)).join("\r\n")}`);
  for (const file of ["mark.json", "mark.jsonl"]) assert.match(run("index", file, "-o", "mark.epx").stdout, /mark\.epx: 2 documents/u);
  const odd = run("index", "mark.json", "-o", "odd.epx", "--fields", "titel=3,body", "--facets", "kind,nosuch");
  assert.deepEqual([odd.status, odd.stderr], [0, 'No document has "titel".\nNo document has "nosuch".\n']);
});
