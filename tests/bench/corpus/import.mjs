// Takes a corpus from a file: `node tests/bench/corpus/import.mjs NAME FILE [COUNT]`.
//
// FILE is a JSON array or JSON lines, either one gzipped or not, of documents {title, summary, body, section} or {title, text}, of
// which COUNT (all by default) are taken. NAME says the language: `nl` or `something-nl` is Dutch, everything else English.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { writeCorpus } from "./write.mjs";

const [name, file, count] = process.argv.slice(2);
if (file === undefined) throw new Error("give a name and a file: node tests/bench/corpus/import.mjs NAME FILE [COUNT]");
const bytes = readFileSync(file);
const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8").trim();
const documents = text.startsWith("[") ? JSON.parse(text) : text.split("\n").map((line) => JSON.parse(line));

/** A document with one text: its first sentence is the summary; what its identifier starts with is the section. */
function fromText({ id, title, text: whole }) {
  const end = /[.;:]\s/u.exec(whole)?.index ?? whole.length;
  return { title, summary: whole.slice(0, end + 1), body: whole.slice(end + 2), section: String(id).slice(0, 8) };
}

writeCorpus(
  name,
  documents
    .slice(0, count === undefined ? undefined : Number(count))
    .map((document) => (document.body === undefined ? fromText(document) : document)),
);
