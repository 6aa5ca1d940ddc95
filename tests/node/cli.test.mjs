// The command of the package, as a person runs it.
//
// 1. `index` writes a snapshot from JSON, from an object with documents and from JSON lines, each also through a pipe; `validate` and
//    `search` read it.
// 2. Everything that is wrong is listed with its place, nothing is written, and the exit code says so.
// 3. A dataset that carries documents is checked with them, searched with them, and indexed by itself.
// 4. Documents in the shape of a dataset are understood outside of one; what is not understood is said.
// 5. A query can begin words with a minus. Each option is explained where it is looked for.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
  const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
  assert.deepEqual(run("--version"), { status: 0, stdout: `${version}\n`, stderr: "" });
});

test("3. the documents of a dataset", () => {
  const own = { ...JSON.parse(readFileSync(dataset, "utf8")), documents: [{ id: "guide", title: "Handreiking accijnsfraude", summary: "Voor de douane", url: "/guide", priorities: ["P7e"] }] };
  writeFileSync(join(folder, "own.json"), JSON.stringify(own));
  assert.match(run("validate", "own.json").stdout, /good dataset of 52 units and 1 document\n$/u);
  assert.match(run("search", "own.json", "accijnsfraude").stdout, /found\n\d\.\d+ {2}guide {2}Handreiking accijnsfraude {2}\/guide\n1 document found\n$/u);
  assert.match(run("index", "own.json", "-o", "own.epx").stdout, /own\.epx: 1 document in /u);
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
  mkdirSync(join(folder, "folder"));
  const check = (pattern, ...args) => {
    const { status, stderr } = run(...args);
    assert.equal(status, 1, args.join(" "));
    assert.match(stderr, pattern);
    assert.ok(!stderr.includes("    at "), stderr);
  };
  check(/broken\.jsonl:2 is not JSON/u, "index", "broken.jsonl", "-o", "broken.epx");
  const damaged = readFileSync(join(folder, "array.json.epx"));
  damaged[damaged.length - 1] ^= 1;
  writeFileSync(join(folder, "damaged.epx"), damaged);
  for (const [name, ...words] of [["validate"], ["search", "fraude"]]) {
    check(/^false\.epx: this is no snapshot of documents\. "empact-priorities index" makes one\.\n$/u, name, "false.epx", ...words);
    check(/^damaged\.epx: the snapshot is damaged: [^.]*\. "empact-priorities index" makes one\.\n$/u, name, "damaged.epx", ...words);
  }
  check(/expected/u, "validate", "dataset.json");
  check(/^"absent\.json": there is no such file\.\n$/u, "validate", "absent.json");
  check(/^"absent\.epx": there is no such file\.\n$/u, "search", "absent.epx", "fraude");
  check(/no command "find"/u, "find");
  check(/into which/u, "index", "array.json");
  check(/one file/u, "index", "array.json", "object.json", "-o", "both.epx");
  check(/one file/u, "validate", "array.json.epx", "false.epx");
  check(/does not end in \.epx/u, "index", "array.json", "-o", "array.json");
  check(/"--facets" says nothing here/u, "search", "array.json.epx", "fraude", "--facets", "kind");
  check(/^"--facets" is given 2 times: write all in one, --facets kind,year\.\n$/u, "index", "array.json", "-o", "twice.epx", "--facets", "kind", "--facets=year");
  check(/^"--fields" is given 3 times: write all in one, --fields title=3,summary,body=1\.\n$/u, "validate", "array.json", "--fields", "title=3", "--fields", "summary", "--fields", "body=1");
  check(/^"--output" is given 2 times: name one file\.\n$/u, "index", "array.json", "-o", "twice.epx", "--output", "thrice.epx");
  check(/^"folder" is a folder/u, "index", "folder", "-o", "folder-of.epx");
  check(/^"folder" is a folder/u, "validate", "folder");
  check(/^"folder" is a folder/u, "search", "folder", "fraude");
  // What stands there stays whole until there is something to take its place.
  writeFileSync(join(folder, "none.jsonl"), "");
  const kept = readFileSync(join(folder, "array.json.epx"));
  check(/^none\.jsonl holds no documents/u, "index", "none.jsonl", "-o", "array.json.epx");
  // What `index` refuses, `validate` does not call good.
  writeFileSync(join(folder, "none.json"), "[]");
  for (const file of ["none.jsonl", "none.json"]) check(/ holds no documents\.\n$/u, "validate", file);
  check(/^"absent\/deep\/x\.epx" cannot be written: there is no folder "absent\/deep"\.\n$/u, "index", "array.json", "-o", "absent/deep/x.epx");
  assert.deepEqual(readFileSync(join(folder, "array.json.epx")), kept);
  mkdirSync(join(folder, "folder.epx"));
  check(/EISDIR|ENOTEMPTY|EPERM/u, "index", "array.json", "-o", "folder.epx");
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith(".tmp")), []);
});

test("2. where JSON breaks off, and what is no UTF-8", () => {
  const says = (file, text, expected, ...args) => {
    writeFileSync(join(folder, file), text);
    assert.deepEqual(run(...(args.length > 0 ? args : ["validate", file])), { status: 1, stdout: "", stderr: expected });
  };
  says("comma.json", '[{"id":"a"\n "title": 1}]', "comma.json is not JSON: expected `,` or `}` at line 2 column 2.\n");
  says("comma.json", '{"format":"empact-priorities",\n}', "comma.json is not JSON: trailing comma at line 2 column 1.\n", "search", "comma.json", "a");
  says("comma.jsonl", '{"id":1,"title":"a"}\n{"id": 2 "x"}\n', "comma.jsonl has 1 problem:\ncomma.jsonl:2 is not JSON: expected `,` or `}` at column 10.\n");
  for (const mark of ["", "\uFEFF"]) {
    says("utf16.json", Buffer.from(`${mark}[{"id": 1}]`, "utf16le"), "utf16.json is UTF-16: save the file in UTF-8.\n");
    says("utf16.jsonl", Buffer.from(`${mark}{"id": 1}\n{"id": 2}`, "utf16le").swap16(), "utf16.jsonl is UTF-16: save the file in UTF-8.\n");
  }
});

test("2. a pipe to which nobody writes", { skip: process.platform === "win32" }, () => {
  spawnSync("mkfifo", ["pipe.json", "pipe.jsonl", "pipe.epx"], { cwd: folder });
  for (const args of [["validate", "pipe.json"], ["index", "pipe.jsonl", "-o", "of-pipe.epx"], ["search", "pipe.epx", "a"]]) {
    const { status, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8", timeout: 20_000 });
    assert.deepEqual([status, stderr], [1, `"${args[1]}" is a pipe: name a file, or send its contents to /dev/stdin.\n`]);
  }
});

test("2. what one may not read", { skip: process.platform === "win32" }, (t) => {
  // The superuser may read everything: somebody else is asked, if the command is where others may read it.
  const somebody = { cwd: folder, encoding: "utf8", ...(process.getuid() === 0 ? { uid: 65_534 } : {}) };
  if (spawnSync(process.execPath, [command, "--version"], somebody).status !== 0) return t.skip("others may not run the command");
  mkdirSync(join(folder, "others"));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "secret.json"), JSON.stringify(documents));
  const opened = openSync(join(folder, "secret.json"));
  chmodSync(join(folder, "secret.json"), 0);
  writeFileSync(join(folder, "others", "a.json"), "[]");
  chmodSync(join(folder, "others"), 0);
  for (const file of ["secret.json", "others/a.json"]) {
    const { status, stderr } = spawnSync(process.execPath, [command, "validate", file], somebody);
    assert.deepEqual([status, stderr], [1, `"${file}": you have no permission to read it.\n`]);
  }
  const { stdout } = spawnSync(process.execPath, [command, "validate", "/dev/stdin"], { ...somebody, stdio: [opened, "pipe", "pipe"] });
  assert.equal(stdout, "/dev/stdin: 2 good documents\n");
  closeSync(opened);
  // Or it could not be removed.
  chmodSync(join(folder, "others"), 0o755);
});

/** The lines of what went wrong, without the first one. */
const problemsOf = ({ status, stderr }) => {
  assert.equal(status, 1);
  return stderr.trimEnd().split("\n").slice(1);
};

test("2. all lines that are wrong", () => {
  const lines = ['{"id": 1, "title": "Ä"}', '{"id": 2', "", '{"id": 1, "title": "A"}', "none"];
  const expected = [/^lines-wrong\.jsonl?:2 is not JSON/u, /^lines-wrong\.jsonl?:4: `documents\[1\]\.id` must be/u, /^lines-wrong\.jsonl?:5 is not JSON/u, /^lines-wrong\.jsonl?:6 is not UTF-8/u];
  for (const file of ["lines-wrong.jsonl", "lines-wrong.json"]) {
    writeFileSync(join(folder, file), Buffer.concat([Buffer.from(`${lines.join("\n")}\n`), Buffer.from('{"id": 3, "title": "Ä"}\n', "latin1")]));
    for (const args of [["index", file, "-o", "lines-wrong.epx"], ["validate", file]]) {
      const found = problemsOf(run(...args));
      assert.equal(found.length, expected.length, found.join("\n"));
      for (const [place, pattern] of expected.entries()) assert.match(found[place], pattern);
    }
  }
  writeFileSync(join(folder, "many.jsonl"), "{\n".repeat(1_002));
  const many = problemsOf(run("validate", "many.jsonl"));
  assert.deepEqual([many.length, many.at(-1)], [1_001, "… and 2 more"]);
  writeFileSync(join(folder, "latin.json"), Buffer.from('[\n{"id": 1, "title": "Ä"}]', "latin1"));
  for (const args of [["index", "latin.json", "-o", "latin.epx"], ["validate", "latin.json"], ["search", "latin.json", "a"]]) {
    assert.deepEqual(run(...args), { status: 1, stdout: "", stderr: "latin.json:2 is not UTF-8: save the file in that encoding.\n" });
  }
});

test("2. what a dataset refuses", () => {
  const right = { id: "a", title: "A", url: "b?c=d:e", language: "nl-BE", facets: { kind: [] } };
  const wrong = [{ url: "javascript:alert(1)" }, { url: "a b" }, { language: "Dutch" }, { title: undefined }, { title: " " }, { facets: ["guide"] }, { facets: { title: ["A"] } }, { facets: { kind: [{}] } }, { kind: "guide" }];
  writeFileSync(join(folder, "refused.json"), JSON.stringify([right, ...wrong.map((more, place) => ({ ...right, id: place, ...more }))]));
  const places = problemsOf(run("validate", "refused.json")).map((line) => /`documents\[(?<place>\d+)\]\.(?<name>\w+)/u.exec(line)?.groups);
  assert.deepEqual(places.map(({ place, name }) => `${place} ${name}`), ["1 url", "2 url", "3 language", "4 title", "5 title", "6 facets", "7 facets", "8 kind", "9 facets"]);
  // All of one document, and an id that one has which was refused as well.
  writeFileSync(join(folder, "more-refused.json"), JSON.stringify([{ id: "a", title: "A\nB", summary: 5, body: ["x"], facets: { kind: [{}, 1] } }, { id: "a", title: "A" }]));
  assert.deepEqual(problemsOf(run("validate", "more-refused.json")), [
    "`documents[0].title` must be one line of text, not \"A\\nB\".",
    "`documents[0].summary` must be a string, not 5.",
    '`documents[0].body` must be a string, not ["x"].',
    "`documents[0].kind[0]` must be a string or a number, not {}.",
    '`documents[1].id` must be an id that no other document has, not "a".',
  ]);
  for (const part of ["title=3=4", "title:3", "dc:title=3"]) {
    const expected = `--fields: "${part}" is no name with a weight, such as title=3.\n`;
    assert.deepEqual(run("validate", "refused.json", "--fields", `body,${part}`), { status: 1, stdout: "", stderr: expected });
  }
});

test("2. crime areas that there are not", () => {
  writeFileSync(join(folder, "areas.json"), JSON.stringify([{ id: "a", title: "A", priorities: ["P7e", "P99", "7e"] }]));
  assert.deepEqual(run("validate", "areas.json"), { status: 0, stdout: "areas.json: 1 good document\n", stderr: 'On no card of the embedded dataset, which has no such crime areas: "P99", "7e".\n' });
});

test("1. a dataset through a pipe", { skip: process.platform === "win32" }, () => {
  const { status, stdout } = spawnSync("sh", ["-c", `cat "${dataset}" | "${process.execPath}" "${command}" validate /dev/stdin`], { encoding: "utf8" });
  assert.deepEqual([status, stdout], [0, "/dev/stdin: a good dataset of 52 units\n"]);
});

test("1. JSON lines through a pipe, and under any name", { skip: process.platform === "win32" }, () => {
  const lines = documents.map((document) => JSON.stringify(document));
  const check = (file, text) => {
    writeFileSync(join(folder, file), text);
    const shell = (from, name) => ["sh", ["-c", `${from} "${process.execPath}" "${command}" index ${name} -o piped.epx --facets kind`]];
    // What Node hands over is a socket.
    const socket = [process.execPath, [command, "index", "/dev/stdin", "-o", "piped.epx", "--facets", "kind"], { input: text }];
    for (const [program, args, given] of [shell("", file), shell(`cat ${file} |`, "/dev/stdin"), shell(`cat ${file} |`, "/dev/fd/0"), socket]) {
      const { stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8", ...given });
      assert.match(`${stdout}${stderr}`, /^piped\.epx: 2 documents in [\d,]+ bytes\n$/u);
      assert.match(run("search", "piped.epx", "slachtoffer", "kind:report").stdout, /^\d\.\d+ {2}b {2}Mensenhandel\n1 found\n$/u);
    }
  };
  check("piped.ndjson", `${lines.join("\n")}\n`);
  check("PIPED.NDJSON", lines.join("\n"));
  check("piped.json", `\uFEFF\r\n${lines.join("\r\n\r\n")}\r\n`);
  check("piped.txt", JSON.stringify(documents, undefined, 1));
  // By its extension one line is enough; a file with another one is the JSON that it is, or is not.
  writeFileSync(join(folder, "ONE.JSONL"), lines[0]);
  assert.match(run("index", "ONE.JSONL", "-o", "ONE.EPX", "--facets", "kind").stdout, /^ONE\.EPX: 1 document in /u);
  assert.match(run("validate", "ONE.EPX").stdout, /good snapshot of 1 document\n$/u);
  writeFileSync(join(folder, "one.json"), `${lines[0]}\n\n`);
  assert.match(run("index", "one.json", "-o", "one.epx").stderr, /^one\.json holds no array/u);
  writeFileSync(join(folder, "array-lines.json"), "[1]\n[2]\n");
  assert.match(run("validate", "array-lines.json").stderr, /^array-lines\.json is not JSON: trailing characters at line 2/u);
  assert.match(run("search", "piped.json", "a").stderr, /piped\.json holds documents: make a snapshot/u);
});

test("4. documents in the shape of a dataset", () => {
  const own = [{ id: "a", title: "Gids", summary: "Voor de douane", url: "/a", language: "nl", priorities: ["P7e"], facets: { kind: ["guide"], year: ["2024"] } }, { id: "b", title: "Gids" }];
  writeFileSync(join(folder, "shape.json"), JSON.stringify({ documents: own }));
  writeFileSync(join(folder, "shape.jsonl"), own.map((document) => JSON.stringify(document)).join("\n"));
  writeFileSync(join(folder, "both.json"), JSON.stringify([...own, { id: "c", title: "Gids", kind: "guide" }]));
  const check = (expected, file, ...options) => {
    assert.equal(run("validate", file, ...options).stdout, `${file}: ${file === "both.json" ? 3 : 2} good documents\n`);
    assert.equal(run("index", file, "-o", "shape.epx", ...options).stderr, "");
    for (const value of ["kind:guide", "year:2024", "priorities:P7e"]) {
      const ids = run("search", "shape.epx", value).stdout.match(/(?<= {2})[a-c](?= {2})/gu);
      assert.deepEqual(ids, value === "kind:guide" ? expected : ["a"], `${file} ${value}`);
    }
  };
  for (const file of ["shape.json", "shape.jsonl"]) {
    check(["a"], file);
    check(["a"], file, "--facets", "kind");
  }
  check(["a", "c"], "both.json", "--facets", "kind");
});

test("4. what is not understood", () => {
  writeFileSync(join(folder, "more.json"), JSON.stringify([{ id: "a", title: "A", colour: "red", language: "en-GB" }]));
  const said = 'Not indexed, as neither --fields nor --facets names it: "colour".\nRead as "nl", as --language does not name it: "en-GB".\n';
  assert.equal(run("index", "more.json", "-o", "more.epx").stderr, said);
  assert.deepEqual(run("validate", "more.json"), { status: 0, stdout: "more.json: 1 good document\n", stderr: said });
  assert.equal(run("validate", "more.json", "--fields", "title,colour", "--language", "nl,en").stderr, "");
  assert.match(run("validate", "more.json", "-o", "more.epx").stderr, /"--output" says nothing here/u);
  assert.match(run("search", "more.json", "a").stderr, /more\.json holds documents: make a snapshot/u);
});

test("5. what looks like an option", () => {
  writeFileSync(join(folder, "minus.json"), JSON.stringify([{ id: "a", title: "Fraude bij de overheid" }, { id: "b", title: "Fraude bij de douane" }]));
  run("index", "minus.json", "-o", "minus.epx");
  const check = (expected, ...words) => {
    const { stdout, stderr } = run("search", "minus.epx", ...words);
    assert.deepEqual([stdout.match(/(?<= {2})[ab](?= {2})/gu), stderr], [expected, ""], words.join(" "));
  };
  check(["a"], "fraude", "-douane");
  check(["b"], "-overheid", "fraude");
  assert.match(run("search", "minus.epx", "fraude", "-h").stdout, /^empact-priorities index/u);
  assert.match(run("search", "minus.epx", "-o", "x").stderr, /"--output" says nothing here/u);
  assert.match(run("index", "minus.json", "-douane").stderr, /Unknown option/u);
});

test("5. where options are explained", () => {
  const readme = readFileSync(new URL("../../pkg/README.md", import.meta.url), "utf8");
  for (const name of ["language", "fields", "facets", "stored"]) {
    assert.match(run("--help").stdout, new RegExp(`^ +--${name} \\S+`, "mu"));
    assert.ok(readme.includes(`\n| \`--${name} `), name);
  }
});

test("2. what may be meant otherwise", () => {
  writeFileSync(join(folder, "mark.json"), `\uFEFF${JSON.stringify(documents)}`);
  writeFileSync(join(folder, "mark.jsonl"), `\uFEFF${documents.map((document) => JSON.stringify(document)).join("\r\n")}`);
  for (const file of ["mark.json", "mark.jsonl"]) assert.match(run("index", file, "-o", "mark.epx").stdout, /mark\.epx: 2 documents/u);
  const odd = run("index", "mark.json", "-o", "odd.epx", "--fields", "titel=3,body", "--facets", "kind,nosuch");
  assert.deepEqual([odd.status, odd.stderr], [0, 'No document has "titel".\nNo document has "nosuch".\n']);
});
