#!/usr/bin/env node
// `empact-priorities`: makes, checks and tries what the component searches. Nothing leaves the machine.

import { createReadStream } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { DatasetError, DocumentIndex, EngineError, loadEngine } from "../dist/node.js";

const USAGE = `empact-priorities index FILE -o FILE.epx [--language nl,en] [--fields title=3,summary=2,body=1] [--facets NAME,NAME] [--stored summary]
    indexes documents: a JSON array, an object with "documents", or JSON lines (.jsonl, .ndjson: read line by line); or those that a dataset
    carries, which need no options. The facets "priorities" (ids of crime areas) and "language" are always there; what is stored is shown.
empact-priorities validate FILE
    checks a dataset (.json) or a snapshot of documents (.epx) and lists everything that is wrong
empact-priorities search FILE WORDS...
    searches a dataset or a snapshot`;

/** What went wrong is the caller's, and the message says all. */
class Refusal extends Error {}

const isSnapshot = (file) => file.endsWith(".epx");

/** Editors on Windows put a byte order mark before the text. */
const withoutMark = (text) => (text.startsWith("\uFEFF") ? text.slice(1) : text);

function parsed(text, where) {
  try {
    return JSON.parse(withoutMark(text));
  } catch (error) {
    throw new Refusal(`${where} is not JSON: ${error.message}`);
  }
}

async function* linesOf(file) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (withoutMark(line).trim() !== "") yield parsed(line, `${file}:${number}`);
  }
}

const isLines = (file) => /\.(?:jsonl|ndjson)$/u.test(file);

function documentsIn(data, file) {
  const documents = Array.isArray(data) ? data : data?.documents;
  if (!Array.isArray(documents)) throw new Refusal(`${file} holds no array, and no object with an array "documents".`);
  return documents;
}

/** `title=3,body=1` as an object. */
function fieldsOf(text) {
  return Object.fromEntries(
    text.split(",").map((part) => {
      const [name, weight = "1"] = part.split("=");
      return [name.trim(), Number(weight)];
    }),
  );
}

/** Only `index` takes options. */
function withoutOptions(options) {
  const [name] = Object.keys(options);
  if (name !== undefined) throw new Refusal(`"--${name}" says nothing here: it belongs to "index".`);
}

const namesOf = (text) => text.split(",").map((name) => name.trim()).filter((name) => name !== "");

/** Writes the snapshot of an index, and says so. What is there already is whole until the new one is. */
async function write(built, output) {
  const snapshot = built.save();
  const unfinished = `${output}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, snapshot);
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  console.log(`${output}: ${built.size.toLocaleString("en")} documents in ${snapshot.length.toLocaleString("en")} bytes`);
}

/** The documents of a dataset, which says all about them itself. */
async function indexDataset(data, file, { output, ...options }) {
  if (Object.keys(options).length > 0) throw new Refusal(`${file} is a dataset, which takes no options: it says itself what its documents are.`);
  const engine = await loadEngine({ dataset: data });
  try {
    if (engine.documents === undefined) throw new Refusal(`${file} is a dataset without documents.`);
    await write(engine.documents, output);
  } finally {
    engine.free();
  }
}

/** The documents as they are, noting which of these names any of them has. */
async function* noting(documents, names, seen) {
  for await (const document of documents) {
    for (const name of names) if (document?.[name] !== undefined) seen.add(name);
    yield document;
  }
}

async function index([file, ...more], options) {
  const { output, language = "nl", fields = "title=3,summary=2,body=1", facets = "" } = options;
  if (file === undefined || output === undefined || more.length > 0) throw new Refusal(`Which one file is indexed, and into which?\n\n${USAGE}`);
  if (!isSnapshot(output)) throw new Refusal(`"${output}" does not end in .epx, by which a snapshot is known.`);
  if (resolve(output) === resolve(file)) throw new Refusal(`"${file}" would be overwritten by its own index.`);
  const data = isLines(file) ? undefined : parsed(await readFile(file, "utf8"), file);
  if (data?.format === "empact-priorities") {
    await indexDataset(data, file, options);
    return;
  }
  const weights = fieldsOf(fields);
  const problems = [];
  const [named, seen] = [[...(options.fields === undefined ? [] : Object.keys(weights)), ...namesOf(facets)], new Set()];
  const isShown = process.stderr.isTTY;
  const built = await DocumentIndex.build(noting(data === undefined ? linesOf(file) : documentsIn(data, file), named, seen), {
    language: namesOf(language),
    fields: weights,
    facets: [...new Set(["priorities", "language", ...namesOf(facets)])],
    stored: options.stored === undefined ? Object.keys(weights).filter((name) => name === "summary") : namesOf(options.stored),
    onProblem: (problem) => problems.push(problem.message),
    onProgress: (added) => isShown && process.stderr.write(`\r${added.toLocaleString("en")} documents`),
  });
  if (isShown) process.stderr.write("\r\u001B[K");
  try {
    if (problems.length > 0) throw new Refusal(`${file} has ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}; nothing was written:\n${problems.join("\n")}`);
    await write(built, output);
    for (const name of named.filter((name) => !seen.has(name))) console.error(`No document has "${name}".`);
  } finally {
    built.free();
  }
}

async function validate([file, ...more], options) {
  if (file === undefined || more.length > 0) throw new Refusal(`Which one file is checked?\n\n${USAGE}`);
  withoutOptions(options);
  const bytes = await readFile(file);
  if (isSnapshot(file)) {
    const loaded = await DocumentIndex.load(bytes);
    console.log(`${file}: a good snapshot of ${loaded.size.toLocaleString("en")} documents`);
    loaded.free();
  } else {
    const engine = await loadEngine({ dataset: bytes });
    const documents = engine.documents === undefined ? "" : ` and ${engine.documents.size.toLocaleString("en")} documents`;
    console.log(`${file}: a good dataset of ${engine.units().length} units${documents}`);
    engine.free();
  }
}

function print(documents) {
  for (const { id, score, title, url } of documents) console.log([score.toFixed(3), id, title, url].filter((part) => part !== "").join("  "));
}

async function search([file, ...words], options) {
  withoutOptions(options);
  if (file === undefined || words.length === 0) throw new Refusal(`Where is searched, and for what?\n\n${USAGE}`);
  const bytes = await readFile(file);
  const text = words.join(" ");
  if (isSnapshot(file)) {
    const loaded = await DocumentIndex.load(bytes);
    const { hits, total } = loaded.search(text, { prefix: false, total: true });
    print(hits);
    console.log(`${total} found`);
    loaded.free();
  } else {
    const engine = await loadEngine({ dataset: bytes });
    const { hits, total, documents } = engine.search(text, { prefix: false, limit: 10 });
    for (const { id, score, title } of hits) console.log(`${score.toFixed(3)}  ${id}  ${title.text}`);
    console.log(`${total} found`);
    if (documents !== undefined) {
      print(documents.hits);
      console.log(`${documents.total} documents found`);
    }
    engine.free();
  }
}

const commands = { index, validate, search };

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      output: { type: "string", short: "o" },
      language: { type: "string" },
      fields: { type: "string" },
      facets: { type: "string" },
      stored: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [name, ...rest] = positionals;
  if (values.help || name === undefined) console.log(USAGE);
  else if (Object.hasOwn(commands, name)) await commands[name](rest, values);
  else throw new Refusal(`There is no command "${name}".\n\n${USAGE}`);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof DatasetError) {
    for (const { path, expected, found, fix } of error.problems) console.error(`${path || "dataset"}: expected ${expected}, found ${found}. ${fix}`);
  } else if (error instanceof Refusal || error instanceof EngineError || error.code?.startsWith?.("E")) {
    console.error(error.message);
  } else throw error;
}
