// Which documents does a file hold, and what is wrong with them? It is a JSON array, an object with `documents`, or JSON lines.

import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { DatasetError, DocumentIndex, loadEngine } from "../dist/node.js";

/** What went wrong is the caller's, and the message says all; its lines are kept apart, as what it repeats of a file may hold line breaks. */
export class Refusal extends Error {
  constructor(...lines) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

/** So many problems are listed, as of a dataset: more than a person reads at once. */
const MAX_PROBLEMS = 1000;
/** So many names are listed of what was not asked for. */
const MAX_NAMES = 20;
/** Longest piece of a file that is repeated in a message, in characters. */
const MAX_SHOWN = 120;

const LINE_BREAK = 10;

/** How a snapshot begins. */
const SNAPSHOT = Buffer.from("EPXDOCS");

/** What a document has besides its fields and facets: texts, and lists. */
const TEXTS = ["id", "title", "url", "language"];
const PROPERTIES = [...TEXTS, "priorities", "facets"];

/** The rules of a dataset that hold for any document: those of its schema. */
const rules = await (async () => {
  const { $defs, properties } = JSON.parse(await readFile(new URL("../dist/dataset.schema.json", import.meta.url), "utf8"));
  const { url, facets } = properties.documents.items.properties;
  const [isUrl, isLanguage, isFacet] = [url.pattern, $defs.lang.pattern, facets.propertyNames.pattern].map((pattern) => new RegExp(pattern, "u"));
  return { isUrl, isLanguage, isFacet };
})();

const isLines = (file) => /\.(?:jsonl|ndjson)$/iu.test(file);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a message repeats it. */
function shown(value) {
  let text;
  try {
    text = JSON.stringify(value);
  } catch {
    // So many brackets that the stack does not hold them: what the engine says of it as well.
    text = typeof value;
  }
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** `title,body` as a list. */
const namesOf = (text) => text.split(",").map((name) => name.trim()).filter((name) => name !== "");

/** `title=3,body` as an object. */
function weightsOf(text) {
  const parts = namesOf(text);
  if (parts.length === 0) throw new Refusal(`--fields: "${text}" names no property.`);
  return Object.fromEntries(
    parts.map((part) => {
      const [name, weight = "1", ...more] = part.split("=");
      // A query takes what stands before a colon for the name.
      if (name.includes(":") || more.length > 0 || weight.trim() === "" || Number.isNaN(Number(weight))) throw new Refusal(`--fields: "${part}" is no name with a weight, such as title=3.`);
      return [name.trim(), Number(weight)];
    }),
  );
}

/** The first line that is not UTF-8: a line break is no part of any other character. */
function brokenLine(bytes) {
  let line = 1;
  for (let start = 0, end; (end = bytes.indexOf(LINE_BREAK, start)) !== -1 && isUtf8(bytes.subarray(start, end)); start = end + 1) line += 1;
  return line;
}

/** Refuses UTF-16, as some editors on Windows save: every JSON text begins with two characters that are ASCII. */
function refuseUtf16([first, second], file) {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0) {
    throw new Refusal(`${file} is UTF-16: save the file in UTF-8.`);
  }
}

/** How many there are, in words. */
export const counted = (n) => `${n.toLocaleString("en")} ${n === 1 ? "document" : "documents"}`;

/** Refuses what Node does not hold: a file of more than 2 GiB, or a text of more than half a GiB. */
const refuseTooLarge = (file) => (error) => {
  if (error.code !== "ERR_FS_FILE_TOO_LARGE" && error.code !== "ERR_STRING_TOO_LONG") throw error;
  throw new Refusal(`${file} is too large to be read at once: write its documents on a line each, into a file .jsonl, which is read line by line.`);
};

/** The text of bytes of which `line` is the first; without the byte order mark that editors on Windows put before it. */
function textOf(bytes, file, line = 1) {
  if (!isUtf8(bytes)) throw new Refusal(`${file}:${line - 1 + brokenLine(bytes)} is not UTF-8: save the file in that encoding.`);
  let text;
  try {
    text = bytes.toString("utf8");
  } catch (error) {
    refuseTooLarge(file)(error);
  }
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** What is wrong in a text that is no JSON, and where. The engine knows line and column, which Node tells only of some errors. */
async function syntaxError(text, error) {
  try {
    (await loadEngine({ dataset: new TextEncoder().encode(text) })).free();
  } catch (refused) {
    const [problem] = refused instanceof DatasetError ? refused.problems : [];
    if (problem?.code === "syntax") return problem.found;
  }
  return error.message;
}

/** That a text is no JSON, of which `error` is what Node says. `line` is that of the file, if the text is one line of many. */
async function notJson(text, error, file, line) {
  const what = await syntaxError(text, error);
  return new Refusal(line === undefined ? `${file} is not JSON: ${what}.` : `${file}:${line} is not JSON: ${what.replace(" line 1 column ", " column ")}.`);
}

async function* linesOf(chunks) {
  let unfinished = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end; (end = chunk.indexOf(LINE_BREAK, start)) !== -1; start = end + 1) {
      const rest = chunk.subarray(start, end);
      yield unfinished.length === 0 ? rest : Buffer.concat([...unfinished, rest]);
      unfinished = [];
    }
    unfinished.push(chunk.subarray(start));
  }
  yield Buffer.concat(unfinished);
}

/** Whether bytes are JSON lines: the first line that is not empty is an object by itself, and another one follows, as in no JSON text. */
async function areLines(bytes) {
  const texts = [];
  try {
    for await (const line of linesOf([bytes])) {
      const text = line.toString("utf8").trim();
      if (text !== "") texts.push(text);
      if (texts.length === 2) break;
    }
    return texts.length === 2 && isObject(JSON.parse(texts[0]));
  } catch {
    return false;
  }
}

/**
 * What a file holds: its `bytes` and the `data` in them or, if it is JSON lines, its `chunks`, from the first one each time.
 *
 * A file whose extension says that it is JSON lines is never held in memory as a whole. Any other is read once: a pipe cannot be read again.
 */
export async function contentOf(file) {
  if (isLines(file)) return { chunks: () => createReadStream(file) };
  // Under its name a socket cannot be opened, and a named pipe would wait for another writer.
  const bytes = await (file === "/dev/stdin" ? buffer(process.stdin) : readFile(file)).catch(refuseTooLarge(file));
  if (bytes.subarray(0, SNAPSHOT.length).equals(SNAPSHOT)) throw new Refusal(`${file} is a snapshot already; "validate" and "search" take it under a name that ends in .epx.`);
  refuseUtf16(bytes, file);
  if (await areLines(bytes)) return { chunks: () => [bytes] };
  const text = textOf(bytes, file);
  try {
    return { bytes, data: JSON.parse(text) };
  } catch (error) {
    throw await notJson(text, error, file);
  }
}

export const isDataset = (data) => data?.format === "empact-priorities";

/** Whether what a file holds was meant to be documents. */
export const isDocuments = ({ chunks, data }) => chunks !== undefined || Array.isArray(data) || (Array.isArray(data?.documents) && !isDataset(data));

/** A line of a file: a `document` with its `place`, or what makes the `refusal` of one that is none; nothing if the line is empty. */
function recordOf(bytes, file, line) {
  let text;
  try {
    text = textOf(bytes, file, line);
    return text.trim() === "" ? undefined : { place: `${file}:${line}: `, document: JSON.parse(text) };
  } catch (error) {
    return { place: "", refusal: () => (error instanceof Refusal ? error : notJson(text, error, file, line)) };
  }
}

/** The documents of a file, as {@link recordOf} says; without a place if the file knows no lines. */
async function* recordsOf(file, { chunks, data }) {
  if (chunks === undefined) {
    const documents = Array.isArray(data) ? data : data?.documents;
    if (!Array.isArray(documents)) throw new Refusal(`${file} holds no array, and no object with an array "documents".`);
    for (const document of documents) yield { place: "", document };
    return;
  }
  let line = 0;
  for await (const bytes of linesOf(chunks())) {
    line += 1;
    if (line === 1) refuseUtf16(bytes, file);
    const record = recordOf(bytes, file, line);
    if (record !== undefined) yield record;
  }
}

/** What stands in the property `facets` of a document, as in a dataset. */
const facetsOf = (document) => (isObject(document?.facets) ? document.facets : {});

/** As it is indexed: its facets are properties like all others. */
const flat = (document) => (isObject(document?.facets) ? { ...document.facets, ...document } : document);

/** A text without line breaks and other control characters. */
const ONE_LINE = /^\P{Cc}*$/u;

/** What is wrong in a document, of which `DocumentIndex.build` tells only the first, or nothing: a property, what it must be and what it is. */
function* faultsOf(document, fields, filtered) {
  if (!isObject(document)) return;
  const { id, title = null, url, language, facets = null } = document;
  const breaks = (rule, value) => typeof value === "string" && value !== "" && !rule.test(value);
  if (breaks(ONE_LINE, id)) yield ["id", "one line of text", id];
  if (title === null || (typeof title === "string" && title.trim() === "")) yield ["title", "a text that is not empty", title];
  if (breaks(ONE_LINE, title)) yield ["title", "one line of text", title];
  for (const name of new Set(["title", "url", "language", ...fields])) {
    const value = document[name] ?? "";
    if (typeof value !== "string") yield [name, "a string", value];
  }
  for (const [name, value] of Object.entries(flat(document))) {
    if (!filtered.has(name) || fields.includes(name) || TEXTS.includes(name)) continue;
    for (const [at, entry] of Array.isArray(value) ? value.entries() : [["", value ?? ""]]) {
      if (!["string", "number", "boolean"].includes(typeof entry)) yield [at === "" ? name : `${name}[${at}]`, "a string, a number, true or false", entry];
    }
  }
  if (breaks(rules.isUrl, url)) yield ["url", "an address that begins with https:// or http://, or a relative one, without blanks", url];
  else if (breaks(ONE_LINE, url)) yield ["url", "one line of text", url];
  if (breaks(rules.isLanguage, language)) yield ["language", "a language tag (BCP 47), like nl or en-GB", language];
  if (facets !== null && !isObject(facets)) yield ["facets", "an object: names with a list of values each", facets];
  for (const name of Object.keys(facetsOf(document))) {
    const isTaken = Object.hasOwn(document, name) || fields.includes(name);
    if (isTaken || !rules.isFacet.test(name)) yield ["facets", "an object whose names no property of a document has, without line breaks", name];
  }
}

/** What is wrong with a file, for all of it at once. */
class Problems {
  #listed = [];
  #count = 0;
  #place = "";
  /** Those of the document at hand. */
  #here = new Set();

  /** Stands before each from now on. */
  at(place) {
    this.#place = place;
    this.#here.clear();
  }

  /** Whether the next one is listed, and not only counted. */
  get isListing() {
    return this.#count < MAX_PROBLEMS;
  }

  add(message) {
    if (this.#here.has(message)) return;
    this.#here.add(message);
    if (this.isListing) this.#listed.push(`${this.#place}${message}`);
    this.#count += 1;
  }

  /** @throws {Refusal} if there are any. */
  refuse(file) {
    if (this.#count === 0) return;
    const more = this.#count > MAX_PROBLEMS ? [`… and ${this.#count - MAX_PROBLEMS} more`] : [];
    throw new Refusal(`${file} has ${this.#count === 1 ? "1 problem" : `${this.#count} problems`}:`, ...this.#listed, ...more);
  }
}

/** The language that a tag names, as `DocumentIndex.build` reads it: of two letters or of three, without the country. */
const primary = (tag) => new Intl.Locale(/^[a-z]{2,3}(?![a-z\d])/i.exec(tag)?.[0] ?? "und").language;

/** Those ids that no crime area of the embedded dataset has. */
async function absentAreas(ids) {
  const engine = await loadEngine();
  try {
    const kinds = ["priority", "sub-priority", "horizontal-threat"];
    return [...ids].filter((id) => !kinds.includes(engine.get(id)?.kind));
  } finally {
    engine.free();
  }
}

/** What is right but may have been meant otherwise. */
class Notes {
  #known;
  #absent;
  #unknown = new Set();
  #languages;
  #otherLanguages = new Set();
  #areas = new Set();

  /** `named` are the properties that were asked for, `known` all that are read. */
  constructor({ named, known, languages }) {
    this.#absent = new Set(named);
    this.#known = new Set(known);
    this.#languages = languages;
  }

  look(document) {
    for (const name of this.#absent) if (isObject(document) && Object.hasOwn(document, name)) this.#absent.delete(name);
    if (!isObject(document)) return;
    const add = (names, name) => names.size < MAX_NAMES && names.add(name);
    for (const name of Object.keys(document)) if (!this.#known.has(name)) add(this.#unknown, name);
    const { language, priorities } = document;
    for (const id of [priorities ?? []].flat()) if (typeof id === "string") add(this.#areas, id);
    if (typeof language === "string" && language !== "" && !this.#languages.some((other) => primary(other) === primary(language))) add(this.#otherLanguages, language);
  }

  async all() {
    const areas = this.#areas.size === 0 ? [] : await absentAreas(this.#areas);
    const listed = (names) => Array.from(names, shown).join(", ");
    return [
      ...Array.from(this.#absent, (name) => `No document has "${name}".`),
      ...(this.#unknown.size === 0 ? [] : [`Not indexed, as neither --fields nor --facets names it: ${listed(this.#unknown)}.`]),
      ...(areas.length === 0 ? [] : [`On no card of the embedded dataset, which has no such crime areas: ${listed(areas)}.`]),
      ...(this.#otherLanguages.size === 0 ? [] : [`Read as "${this.#languages[0]}", as --language does not name it: ${listed(this.#otherLanguages)}.`]),
    ];
  }
}

/**
 * Indexes the documents of a file, of which `content` is what {@link contentOf} gave. `notes` says what may have been meant otherwise.
 *
 * The file is gone through twice: an index has to know its facets before its first document.
 *
 * @throws {Refusal} that lists all problems, or if there are no documents.
 */
export async function indexDocuments(file, content, { language = "nl", fields, facets = "", stored }) {
  const [weights, languages] = [weightsOf(fields ?? "title=3,summary=2,body=1"), namesOf(language)];
  const searched = Object.keys(weights);
  const filtered = new Set(["priorities", "language", ...namesOf(facets)]);
  for await (const { document } of recordsOf(file, content)) {
    for (const name of Object.keys(facetsOf(document))) if (rules.isFacet.test(name)) filtered.add(name);
  }

  const problems = new Problems();
  const notes = new Notes({ named: [...(fields === undefined ? [] : searched), ...namesOf(facets)], known: [...PROPERTIES, ...searched, ...filtered], languages });
  const ids = new Set();
  async function* documents() {
    let index = 0;
    for await (const { place, document, refusal } of recordsOf(file, content)) {
      problems.at(place);
      if (refusal !== undefined) {
        // An engine is loaded to find out where JSON breaks off: only for what is told.
        problems.add(problems.isListing ? (await refusal()).message : "");
        continue;
      }
      const fault = (name, expected, found) => problems.add(`\`documents[${index}].${name}\` must be ${expected}, not ${shown(found)}.`);
      for (const [name, expected, found] of faultsOf(document, searched, filtered)) fault(name, expected, found);
      if (isObject(document) && ["string", "number"].includes(typeof document.id)) {
        const id = String(document.id);
        // Also where the first one was refused.
        if (ids.has(id)) fault("id", "an id that no other document has", id);
        ids.add(id);
      }
      index += 1;
      const indexed = flat(document);
      notes.look(indexed);
      yield indexed;
    }
  }

  const isShown = process.stderr.isTTY;
  const built = await DocumentIndex.build(documents(), {
    language: languages,
    fields: weights,
    facets: [...filtered],
    stored: stored === undefined ? searched.filter((name) => name === "summary") : namesOf(stored),
    onProblem: ({ message }) => problems.add(message),
    onProgress: (added) => isShown && process.stderr.write(`\r${counted(added)}`),
  });
  if (isShown) process.stderr.write("\r\u001B[K");
  try {
    problems.refuse(file);
    // An export that failed, more likely than a portal without pages: what an index would replace is kept.
    if (built.size === 0) throw new Refusal(`${file} holds no documents.`);
  } catch (refusal) {
    built.free();
    throw refusal;
  }
  return { built, notes: await notes.all() };
}
