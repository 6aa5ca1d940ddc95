#!/usr/bin/env node
// `empact-priorities`: makes, checks and searches snapshots and datasets. Nothing leaves the machine.

import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { access, constants, lstat, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { inspect, parseArgs } from "node:util";
import { DatasetError, DocumentIndex, EngineError, loadEngine } from "../dist/node.js";
import { Refusal, contentOf, counted, indexDocuments, isDataset, isDocuments } from "./documents.mjs";

const USAGE = `empact-priorities index FILE -o FILE.epx [OPTIONS]
    indexes documents: a JSON array, an object with "documents", or JSON lines (an object on each line; a file .jsonl or .ndjson is read line
    by line); or those that a dataset carries, which need no options. FILE can be /dev/stdin. If anything is wrong, all of it is listed and
    nothing is written.
      --language nl,en    languages of the texts; each document says in "language" in which of them it is. Default: nl
      --fields title=3,summary=2,body=1
                          properties that are searched, with their weights. Default: these
      --facets NAME,NAME  properties that documents are filtered by; "priorities" (ids of crime areas), "language" and what
                          stands in the property "facets" of a document always are
      --stored summary    those of the fields whose texts are kept, to be shown. Default: summary
empact-priorities validate FILE [OPTIONS]
    checks a dataset, documents (with the options of index) or a snapshot (.epx) and lists everything that is wrong
empact-priorities search FILE WORDS...
    searches a dataset or a snapshot; what holds -WORD is left out
empact-priorities --version
    says of which release it is`.split("\n");

/** What a terminal would obey, reorder or take for the end of a line, instead of showing it: control characters, marks of direction and breaks. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** A line as a terminal shows it, whatever stands in a file or its name: an escape is `\u{1b}`. */
const visible = (line) => line.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);

// Who is told nothing, since the disk is full or the reader has gone, is told so by the code. (`console` itself ignores it.)
process.stdout.on("error", (error) => {
  process.exitCode = 1;
  if (error.code !== "EPIPE") complain(`The answer cannot be written: ${error.message}.`);
});

/** All that is printed, one line each. */
const say = (...lines) => lines.forEach((line) => console.log(visible(line)));
const complain = (...lines) => lines.forEach((line) => console.error(visible(line)));

const isSnapshot = (file) => file.toLowerCase().endsWith(".epx");

/** Options belong to documents that are indexed. */
function withoutOptions(options) {
  const [name] = Object.keys(options);
  if (name !== undefined) throw new Refusal(`"--${name}" says nothing here: it is an option of "index".`);
}

/** Refuses an option that is given again, of which only the last would count. */
function refuseRepeated(tokens) {
  const given = new Map();
  for (const { kind, name, value } of tokens) {
    if (kind === "option" && value !== undefined) given.set(name, [...(given.get(name) ?? []), value]);
  }
  for (const [name, values] of given) {
    if (values.length === 1) continue;
    const instead = name === "output" ? "name one file" : `write all in one, --${name} ${values.join(",")}`;
    throw new Refusal(`"--${name}" is given ${values.length} times: ${instead}.`);
  }
}

/** What the system knows of a file, or nothing if there is none. */
const factsOf = (file) => stat(file, { bigint: true }).catch(() => undefined);

/** Where a snapshot is written to. A link stays one; what is replaced is the file to which it leads, which must be a snapshot by its name as well. */
async function targetOf(file, output) {
  if (!isSnapshot(output)) throw new Refusal(`"${output}" does not end in .epx, the extension of snapshots.`);
  const folder = dirname(output);
  if (!(await factsOf(folder))?.isDirectory()) throw new Refusal(`"${output}" cannot be written: there is no folder "${folder}".`);
  const [source, replaced] = [await factsOf(file), await factsOf(output)];
  if (replaced !== undefined && replaced.ino === source?.ino && replaced.dev === source.dev) throw new Refusal(`"${file}" would be overwritten by its own index.`);
  if (replaced?.isDirectory()) throw new Refusal(`"${output}" is a folder: name a file in it.`);
  if (replaced === undefined && (await lstat(output).catch(() => undefined))?.isSymbolicLink()) throw new Refusal(`"${output}" is a link to a file that does not exist.`);
  const target = await realpath(output).catch(() => output);
  if (!isSnapshot(target)) throw new Refusal(`"${output}" is a link to a file whose name does not end in .epx, the extension of snapshots.`);
  return target;
}

/** Why a file cannot be written, by the code of the system. Node names the unfinished one. */
const UNWRITABLE = { EACCES: "you have no permission to write in its folder", EROFS: "its folder is on a disk that is read only", ENOSPC: "the disk is full", ENAMETOOLONG: "its name is too long" };

/** Writes a file that is whole under its name or not there at all. One that it replaces hands on who may read and write it. */
async function replace(target, output, bytes) {
  const replaced = await factsOf(target);
  const mode = replaced && Number(replaced.mode & 0o777n);
  // Nobody can guess the name, and what might be there already is not opened.
  const unfinished = `${target}.${randomBytes(8).toString("hex")}.tmp`;
  const file = await open(unfinished, "wx", mode).catch(({ code, message }) => {
    throw new Refusal(`"${output}" cannot be written: ${UNWRITABLE[code] ?? message}.`);
  });
  const stop = () => {
    rmSync(unfinished, { force: true });
    process.exit(130);
  };
  process.once("SIGINT", stop);
  try {
    try {
      await file.writeFile(bytes);
      // What the system took away when it was made (umask).
      if (mode !== undefined) await file.chmod(mode);
    } finally {
      await file.close();
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    process.off("SIGINT", stop);
  }
}

/** Writes the snapshot of an index to where {@link targetOf} says, and tells so. */
async function write(built, output, target) {
  const snapshot = built.save();
  await replace(target, output, snapshot);
  say(`${output}: ${counted(built.size)} in ${snapshot.length.toLocaleString("en")} bytes`);
}

/** The documents of a dataset, which says all about them itself. */
async function indexDataset(data, file, { output, ...options }, target) {
  if (Object.keys(options).length > 0) throw new Refusal(`${file} is a dataset, which takes no options: its documents are described in it.`);
  const engine = await loadEngine({ dataset: data });
  try {
    if (engine.documents === undefined) throw new Refusal(`${file} is a dataset without documents.`);
    await write(engine.documents, output, target);
  } finally {
    engine.free();
  }
}

async function index([file, ...more], options) {
  const { output } = options;
  if (file === undefined || output === undefined || more.length > 0) throw new Refusal("Name one file to index, and into which file (-o).", "", ...USAGE);
  const target = await targetOf(file, output);
  const content = await contentOf(file);
  if (isDataset(content.data)) {
    await indexDataset(content.data, file, options, target);
    return;
  }
  const { built, notes } = await indexDocuments(file, content, options);
  try {
    await write(built, output, target);
    complain(...notes);
  } finally {
    built.free();
  }
}

/** The index in a snapshot. What is wrong with it names the file, and the way to make one that a terminal has. */
async function opened(file, bytes) {
  try {
    return await DocumentIndex.load(bytes);
  } catch (error) {
    if (!(error instanceof EngineError && error.code === "snapshot")) throw error;
    const what = error.message.replace("; make one with `DocumentIndex.build`", "");
    throw new Refusal(`${file}: ${what}. "empact-priorities index" makes one.`);
  }
}

async function validate([file, ...more], options) {
  if (file === undefined || more.length > 0) throw new Refusal("Name one file to check.", "", ...USAGE);
  const content = isSnapshot(file) ? { bytes: await readFile(file) } : await contentOf(file);
  if (isDocuments(content)) {
    const { output, ...reading } = options;
    if (output !== undefined) withoutOptions({ output });
    const { built, notes } = await indexDocuments(file, content, reading);
    say(`${file}: ${counted(built.size).replace(" ", " good ")}`);
    complain(...notes);
    built.free();
    return;
  }
  withoutOptions(options);
  if (isSnapshot(file)) {
    const loaded = await opened(file, content.bytes);
    say(`${file}: a good snapshot of ${counted(loaded.size)}`);
    loaded.free();
  } else {
    const engine = await loadEngine({ dataset: content.bytes });
    const documents = engine.documents === undefined ? "" : ` and ${counted(engine.documents.size)}`;
    say(`${file}: a good dataset of ${engine.units().length} units${documents}`);
    engine.free();
  }
}

function print(documents) {
  for (const { id, score, title, url } of documents) say([score.toFixed(3), id, title, url].filter((part) => part !== "").join("  "));
}

async function search([file, ...words], options) {
  withoutOptions(options);
  if (file === undefined || words.length === 0) throw new Refusal("Name a file to search, and the words to search for.", "", ...USAGE);
  const content = isSnapshot(file) ? { bytes: await readFile(file) } : await contentOf(file);
  if (isDocuments(content)) throw new Refusal(`${file} holds documents: make a snapshot of them with "index", and search that.`);
  const text = words.join(" ");
  if (isSnapshot(file)) {
    const loaded = await opened(file, content.bytes);
    const { hits, total } = loaded.search(text, { prefix: false, total: true });
    print(hits);
    say(`${total} found`);
    loaded.free();
  } else {
    const engine = await loadEngine({ dataset: content.bytes });
    const { hits, total, documents } = engine.search(text, { prefix: false, limit: 10 });
    for (const { id, score, title } of hits) say(`${score.toFixed(3)}  ${id}  ${title.text}`);
    say(`${total} found`);
    if (documents !== undefined) {
      print(documents.hits);
      say(`${counted(documents.total)} found`);
    }
    engine.free();
  }
}

const commands = { index, validate, search };

/** Why a file cannot be read, by the code of the system. */
const UNREADABLE = { ENOENT: "there is no such file", EACCES: "you have no permission to read it" };

/** Refuses what cannot be read, or would wait for ever. */
async function checkInput(file) {
  let found;
  try {
    found = await stat(file);
    // Standard input is open already, whoever may open it.
    if (file !== "/dev/stdin") await access(file, constants.R_OK);
  } catch (error) {
    if (!Object.hasOwn(UNREADABLE, error.code)) throw error;
    throw new Refusal(`"${file}": ${UNREADABLE[error.code]}.`);
  }
  if (found.isDirectory()) throw new Refusal(`"${file}" is a folder: name a file in it.`);
  // What a shell hands over (`/dev/stdin`, `<(…)`) has somebody who writes, and can be read once.
  if (found.isFIFO() && !/^\/(?:dev|proc)\//u.test(file)) throw new Refusal(`"${file}" is a pipe: name a file, or send its contents to /dev/stdin.`);
  // A device has no end, and a socket nothing to read.
  if (!found.isFile() && !found.isFIFO() && file !== "/dev/stdin") throw new Refusal(`"${file}" is neither a file nor a pipe: name a file, or send its contents to /dev/stdin.`);
}

/** What is said of an error, line by line. */
function reported(error) {
  if (error instanceof DatasetError) return error.problems.map(({ path, expected, found, fix }) => `${path || "dataset"}: expected ${expected}, found ${found}. ${fix}`);
  if (error instanceof Refusal) return error.lines;
  // What Node says of it would have a misspelt option taken for the name of a file.
  const unknown = error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && /'(.+?)'/su.exec(error.message)?.[1];
  if (unknown) return [`There is no option "${unknown}".`, "", ...USAGE];
  // Lines of Node, which repeat nothing that was typed.
  if (error.code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return error.message.split("\n");
  if (error instanceof EngineError || error.code?.startsWith?.("E")) return [error.message];
  // A mistake of ours: where it was made is said as well.
  return inspect(error).split("\n");
}

/** `-douane`; not `-o`, `-h` and `--help`. */
const isLeftOut = (arg) => /^-[^-]/u.test(arg) && arg !== "-o" && arg !== "-h";

try {
  const args = process.argv.slice(2);
  const { values, tokens } = parseArgs({
    // What a search leaves out looks like options: its place is kept for it.
    args: args.map((arg) => (args[0] === "search" && isLeftOut(arg) ? "" : arg)),
    tokens: true,
    allowPositionals: true,
    options: {
      output: { type: "string", short: "o" },
      language: { type: "string" },
      fields: { type: "string" },
      facets: { type: "string" },
      stored: { type: "string" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean" },
    },
  });
  const [name, ...rest] = tokens.filter(({ kind }) => kind === "positional").map(({ index }) => args[index]);
  if (values.version) say(JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version);
  else if (values.help || name === undefined) say(...USAGE);
  else if (!Object.hasOwn(commands, name)) throw new Refusal(`There is no command "${name}".`, "", ...USAGE);
  else {
    refuseRepeated(tokens);
    if (rest.length > 0) await checkInput(rest[0]);
    await commands[name](rest, values);
  }
} catch (error) {
  process.exitCode = 1;
  complain(...reported(error));
}
