// The command of the package, as a person runs it.
//
// 1. `index` writes a snapshot from JSON, from an object with documents and from JSON lines, each also through a pipe; `validate` and
//    `search` read it.
// 2. Everything that is wrong is listed with its place, nothing is written, and the exit code says so.
// 3. A dataset that carries documents is checked with them, searched with them, and indexed by itself.
// 4. Documents in the shape of a dataset are understood outside of one; what is not understood is said.
// 5. A query can begin words with a minus. Each option is explained where it is looked for.
// 6. What a file holds, or is called, cannot steer a terminal, write to another file than the one named, or keep the command busy for ever.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DocumentIndex } from "../../pkg/dist/node.js";

const command = fileURLToPath(new URL("../../pkg/bin/empact-priorities.mjs", import.meta.url));
const dataset = fileURLToPath(new URL("../../src/dataset/empact-2022-2025.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "empact-priorities-"));
after(() => rmSync(folder, { recursive: true }));

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** The same with at most so many seconds of a processor: what else the machine does meanwhile does not count. */
function runWithin(seconds, ...args) {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", `ulimit -t ${seconds}; exec "$0" "$@"`, process.execPath, command, ...args], { cwd: folder, encoding: "utf8" });
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
    check(/^damaged\.epx: the snapshot is damaged; [^.]*\. "empact-priorities index" makes one\.\n$/u, name, "damaged.epx", ...words);
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
  // Of zeros, which take no place on the disk.
  for (const [name, size] of [["text.json", 2 ** 29], ["file.json", 2 ** 31]]) {
    writeFileSync(join(folder, name), "[0");
    truncateSync(join(folder, name), size);
    check(new RegExp(`^${name} is too large to be read at once: write its documents on a line each, into a file \\.jsonl`, "u"), "validate", name);
    rmSync(join(folder, name));
  }
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
  check(/^"x{252}\.epx" cannot be written: its name is too long\.\n$/u, "index", "array.json", "-o", `${"x".repeat(252)}.epx`);
  // A snapshot under another name is no text in another encoding.
  writeFileSync(join(folder, "renamed.bin"), kept);
  for (const args of [["validate", "renamed.bin"], ["search", "renamed.bin", "fraude"]]) check(/^renamed\.bin is a snapshot already; "validate" and "search" take it under a name that ends in \.epx\.\n$/u, ...args);
  check(/^array\.json\.epx is a snapshot already;/u, "index", "array.json.epx", "-o", "again.epx");
  mkdirSync(join(folder, "folder.epx"));
  check(/^"folder\.epx" is a folder: name a file in it\.\n$/u, "index", "array.json", "-o", "folder.epx");
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith(".tmp")), []);
});

test("2. what cannot be printed", (t) => {
  if (!existsSync("/dev/full")) return t.skip("there is no device that is full");
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(process.execPath, [command, "--version"], { cwd: folder, encoding: "utf8", stdio: ["ignore", full, "pipe"] });
  closeSync(full);
  assert.equal(status, 1);
  assert.match(stderr, /^The answer cannot be written: ENOSPC/u);
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

test("2. what one may not read, and where one may not write", { skip: process.platform === "win32" }, (t) => {
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
  if (process.getuid() === 0) {
    const { stderr } = spawnSync(process.execPath, [command, "index", "array.json", "-o", "mine.epx"], somebody);
    assert.equal(stderr, '"mine.epx" cannot be written: you have no permission to write in its folder.\n');
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
    "`documents[0].kind[0]` must be a string, a number, true or false, not {}.",
    '`documents[1].id` must be an id that no other document has, not "a".',
  ]);
  for (const part of ["title=3=4", "title:3", "dc:title=3", "title=much", "title="]) {
    const expected = `--fields: "${part}" is no name with a weight, such as title=3.\n`;
    assert.deepEqual(run("validate", "refused.json", "--fields", `body,${part}`), { status: 1, stdout: "", stderr: expected });
  }
  assert.equal(run("validate", "refused.json", "--fields", ",").stderr, '--fields: "," names no property.\n');
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
  writeFileSync(join(folder, "tags.json"), JSON.stringify(["eng", "nld-BE", "swe", "est"].map((language) => ({ id: language, title: "A", language }))));
  assert.match(run("validate", "tags.json", "--language", "nl,en,sv,es").stderr, /^Read as "nl", as --language does not name it: "est"\.\n$/u);
  writeFileSync(join(folder, "names.json"), JSON.stringify([{ id: "a", title: "A", ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`name${n}`, 1])) }]));
  assert.equal(run("validate", "names.json").stderr.match(/"name\d+"/gu).length, 20, "as many as one reads");
  assert.match(run("validate", "more.json", "-o", "more.epx").stderr, /"--output" says nothing here/u);
  assert.match(run("search", "more.json", "a").stderr, /more\.json holds documents: make a snapshot/u);
});

test("4. what the options ask for", async () => {
  writeFileSync(join(folder, "options.json"), JSON.stringify([
    { id: "a", title: "Firearms studies", summary: "Over grenzen", body: "Regels", language: "en" },
    { id: "b", title: "Regels", summary: "Over wapens", body: "Study" },
  ]));
  const found = async (text, ...options) => {
    assert.deepEqual(run("index", "options.json", "-o", "options.epx", ...options).status, 0);
    const index = await DocumentIndex.load(readFileSync(join(folder, "options.epx")));
    const hits = index.search(text, { prefix: false }).hits.map((hit) => [hit.id, ...index.fields.map((name) => hit.stored(name))]);
    index.free();
    return hits;
  };
  assert.deepEqual(await found("regels"), [["b", "", "Over wapens", ""], ["a", "", "Over grenzen", ""]]);
  assert.deepEqual(await found("regels", "--fields", "title,body=9"), [["a", "", ""], ["b", "", ""]]);
  assert.deepEqual(await found("regels", "--fields", "title,body=9", "--stored", "title,body"), [["a", "Firearms studies", "Regels"], ["b", "Regels", "Study"]]);
  assert.deepEqual((await found("study", "--fields", "title", "--language", "nl,en")).map(([id]) => id), ["a"], "the words of its language have their forms");
  assert.deepEqual(await found("study", "--fields", "title"), []);
  assert.match(run("validate", "options.json", "--fields", "a:b=2").stderr, /^--fields: "a:b=2" is no name with a weight, such as title=3\.\n$/u);
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
  assert.match(run("index", "minus.json", "-douane").stderr, /^There is no option "-d"\.\n\nempact-priorities index/u);
  assert.match(run("index", "minus.json", "-o", "minus.epx", "--facet", "kind").stderr, /^There is no option "--facet"\.\n\nempact-priorities index/u);
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

test("6. what a terminal would obey is shown instead", () => {
  const bidi = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
  const evil = `\u001B[2J\u0007\r\u007F\u0080\u009B31m\u009F\u2028\u2029${bidi}`;
  const seen =
    "\\u{1b}[2J\\u{7}\\u{d}\\u{7f}\\u{80}\\u{9b}31m\\u{9f}\\u{2028}\\u{2029}" +
    "\\u{61c}\\u{200e}\\u{200f}\\u{202a}\\u{202b}\\u{202c}\\u{202d}\\u{202e}\\u{2066}\\u{2067}\\u{2068}\\u{2069}";
  const check = (expected, ...args) => {
    const { stdout, stderr } = run(...args);
    const said = stdout + stderr;
    // Lines end where the command ends them, and nowhere else.
    assert.doesNotMatch(said.replaceAll("\n", ""), /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
    for (const line of said.split("\n")) assert.ok(!line.startsWith("FORGED"), said);
    assert.ok(said.includes(expected), said);
  };
  // Titles of a dataset, and places and values of what is wrong in one.
  const own = { ...JSON.parse(readFileSync(dataset, "utf8")), documents: [{ id: "d", title: `Gids\u009B31m${bidi}` }] };
  writeFileSync(join(folder, "steer-own.json"), JSON.stringify(own));
  check("  d  Gids\\u{9b}31m\\u{61c}", "search", "steer-own.json", "gids");
  own.tasks[0].id = evil;
  own.tasks[1].unit = `${evil}\nFORGED: ok`;
  own[`${evil}\nFORGED: ok`] = 1;
  writeFileSync(join(folder, "steer-wrong.json"), JSON.stringify(own));
  check(`${seen}\\u{a}FORGED: ok`, "validate", "steer-wrong.json");
  // Names and values of documents, and of what is wrong in them.
  const steering = { id: "a", title: `A${bidi}\u2028`, url: `/${bidi}`, [`${evil}\nFORGED`]: 1, language: "xx", priorities: [`${evil}\nFORGED`] };
  writeFileSync(join(folder, "steer.json"), JSON.stringify([steering]));
  check("\\u{9b}31m", "index", "steer.json", "-o", "steer.epx");
  check("  A\\u{61c}\\u{200e}", "search", "steer.epx", "a");
  writeFileSync(join(folder, "steer-bad.json"), JSON.stringify([{ ...steering, language: evil }]));
  check("\\u{9b}31m", "validate", "steer-bad.json");
  // Names of files, options and commands.
  check(`"${seen}\\u{a}FORGED.json": there is no such file.\n`, "validate", `${evil}\nFORGED.json`);
  check(`${seen}\\u{a}FORGED`, "validate", "steer.json", "--fields", `title=3=${evil}\nFORGED`);
  check(`There is no command "${seen}\\u{a}FORGED".\n\nempact-priorities index FILE`, `${evil}\nFORGED`);
  check('There is no option "--x\\u{a}FORGED".', "validate", "steer.json", "--x\nFORGED");
  check("is ambiguous.\nDid you", "index", "steer.json", "-o", "-x");
  if (process.platform === "win32") return;
  const name = `${evil}\nFORGED.jsonl`;
  writeFileSync(join(folder, name), "{}\nx\n");
  check(`${seen}\\u{a}FORGED.jsonl has 3 problems:\n`, "validate", name);
});

test("6. a title and an address are one line", () => {
  const one = (more) => ({ id: "a", title: "A", url: "/a", ...more });
  const wrong = ["\u0000", "\u001B", "\u007F", "\u0080", "\u0085", "\u009B", "\u009F"].flatMap((control) => [{ title: `A${control}` }, { url: `/a${control}` }]);
  writeFileSync(join(folder, "one-line.json"), JSON.stringify(wrong.map((more, place) => ({ ...one(more), id: place }))));
  const places = problemsOf(run("validate", "one-line.json")).map((line) => /`(?<place>documents\[\d+\]\.\w+)/u.exec(line)?.groups.place);
  assert.deepEqual(places, wrong.map((more, place) => `documents[${place}].${Object.keys(more)[0]}`));
});

test("6. a link that lies where a snapshot is being made", { skip: process.platform === "win32" }, () => {
  writeFileSync(join(folder, "precious.txt"), "precious");
  mkdirSync(join(folder, "shared"));
  // The shell has the number that the command has after it.
  const args = ["-c", `ln -s ../precious.txt "shared/out.epx.$$.tmp" && exec "${process.execPath}" "${command}" index array.json -o shared/out.epx`];
  assert.match(spawnSync("sh", args, { cwd: folder, encoding: "utf8" }).stdout, /^shared\/out\.epx: 2 documents/u);
  assert.equal(readFileSync(join(folder, "precious.txt"), "utf8"), "precious");
  assert.ok(lstatSync(join(folder, "shared", "out.epx")).isFile());
  // Even one whose name was guessed: here nothing is random.
  const sure = 'import crypto from "node:crypto"; import { syncBuiltinESMExports } from "node:module"; crypto.randomBytes = (n) => Buffer.alloc(n); syncBuiltinESMExports();';
  rmSync(join(folder, "shared"), { recursive: true });
  mkdirSync(join(folder, "shared"));
  const guessed = join(folder, "shared", `out.epx.${"0".repeat(16)}.tmp`);
  symlinkSync("../precious.txt", guessed);
  const program = ["--import", `data:text/javascript,${encodeURIComponent(sure)}`, command, "index", "array.json", "-o", "shared/out.epx"];
  const { status, stderr } = spawnSync(process.execPath, program, { cwd: folder, encoding: "utf8" });
  assert.deepEqual([status, /^"shared\/out\.epx" cannot be written: EEXIST/u.test(stderr), existsSync(join(folder, "shared", "out.epx"))], [1, true, false], stderr);
  assert.equal(readFileSync(join(folder, "precious.txt"), "utf8"), "precious");
  // It is not ours to remove.
  assert.ok(lstatSync(guessed).isSymbolicLink());
});

test("6. a snapshot under the name of a link", { skip: process.platform === "win32" }, () => {
  const text = JSON.stringify(documents);
  for (const file of ["source.json", "source.epx"]) writeFileSync(join(folder, file), text);
  const check = (target, expected, source = target) => {
    rmSync(join(folder, "link.epx"), { force: true });
    symlinkSync(target, join(folder, "link.epx"));
    const { status, stderr } = run("index", source, "-o", "link.epx");
    assert.deepEqual([status, stderr, readFileSync(join(folder, target), "utf8")], [1, expected, text]);
  };
  check("source.json", '"source.json" would be overwritten by its own index.\n');
  check("source.epx", '"source.epx" would be overwritten by its own index.\n');
  check("source.json", '"link.epx" is a link to a file whose name does not end in .epx, the extension of snapshots.\n', "array.json");
  symlinkSync("next.epx", join(folder, "dangling.epx"));
  assert.equal(run("index", "source.json", "-o", "dangling.epx").stderr, '"dangling.epx" is a link to a file that does not exist.\n');
  // A link to a snapshot stays one.
  writeFileSync(join(folder, "current.epx"), "old");
  rmSync(join(folder, "link.epx"));
  symlinkSync("current.epx", join(folder, "link.epx"));
  assert.equal(run("index", "source.json", "-o", "link.epx").status, 0);
  assert.ok(lstatSync(join(folder, "link.epx")).isSymbolicLink());
  assert.match(run("validate", "current.epx").stdout, /good snapshot of 2 documents/u);
});

test("6. who may read a snapshot may read the next one, and nobody else", { skip: process.platform === "win32" }, () => {
  for (const mode of [0o600, 0o664]) {
    rmSync(join(folder, "private.epx"), { force: true });
    writeFileSync(join(folder, "private.epx"), "old");
    chmodSync(join(folder, "private.epx"), mode);
    assert.equal(run("index", "array.json", "-o", "private.epx").status, 0);
    assert.equal(statSync(join(folder, "private.epx")).mode & 0o777, mode);
    assert.match(run("validate", "private.epx").stdout, /good snapshot/u);
  }
});

test("6. who stops it while it writes finds what was there before", { skip: process.platform === "win32" }, () => {
  mkdirSync(join(folder, "stopped"));
  writeFileSync(join(folder, "stopped", "old.epx"), "old");
  // Whoever writes is interrupted, and would never get on.
  const interrupted = `import fs from "node:fs/promises"; import { syncBuiltinESMExports } from "node:module";
    const { open } = fs;
    fs.open = async (...args) => Object.assign(await open(...args), { writeFile: () => new Promise(() => { setInterval(() => {}, 1000); process.kill(process.pid, "SIGINT"); }) });
    syncBuiltinESMExports();`;
  const program = ["--import", `data:text/javascript,${encodeURIComponent(interrupted)}`, command, "index", "array.json", "-o", "stopped/old.epx"];
  const { status } = spawnSync(process.execPath, program, { cwd: folder, encoding: "utf8", timeout: 60_000 });
  assert.equal(status, 130);
  assert.deepEqual(readdirSync(join(folder, "stopped")), ["old.epx"]);
  assert.equal(readFileSync(join(folder, "stopped", "old.epx"), "utf8"), "old");
});

test("6. very many broken lines", { skip: process.platform === "win32" }, () => {
  writeFileSync(join(folder, "broken-lines.jsonl"), "x\n".repeat(60_000));
  const { status, stderr } = runWithin(20, "validate", "broken-lines.jsonl");
  assert.deepEqual([status, stderr.trimEnd().split("\n").length], [1, 1_002]);
  assert.match(stderr, /\nbroken-lines\.jsonl:1000 is not JSON: expected value at column 1\.\n… and 59000 more\n$/u);
});

test("6. a value in very many brackets", () => {
  const [list, object] = [`${"[".repeat(200_000)}${"]".repeat(200_000)}`, `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`];
  writeFileSync(join(folder, "brackets.json"), `[{"id":"a","title":${list}},{"id":"b","title":"B","summary":${object}},{"id":"c","title":"C","facets":${list}}]`);
  assert.deepEqual(problemsOf(run("validate", "brackets.json")), [
    "`documents[0].title` must be a string, not object.",
    "`documents[1].summary` must be a string, not object.",
    "`documents[2].facets` must be an object: names with a list of values each, not object.",
  ]);
});

test("6. what is no file", { skip: process.platform === "win32" }, () => {
  for (const name of ["device.jsonl", "device.json", "device.epx"]) {
    symlinkSync("/dev/null", join(folder, name));
    assert.deepEqual(run("validate", name), { status: 1, stdout: "", stderr: `"${name}" is neither a file nor a pipe: name a file, or send its contents to /dev/stdin.\n` });
  }
});

test("6. a facet with a very long name", { skip: process.platform === "win32" }, () => {
  writeFileSync(join(folder, "long-name.json"), JSON.stringify([{ id: "a", title: "A", facets: { [`${"x".repeat(200_000)}\n`]: ["v"] } }]));
  const { status, stderr } = runWithin(20, "validate", "long-name.json");
  assert.equal(status, 1);
  assert.match(stderr, /^long-name\.json has 1 problem:\n`documents\[0\]\.facets` must be an object whose names no property of a document has/u);
});
