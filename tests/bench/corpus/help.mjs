// Makes collections with relevance judgments from Debian's packages: `node tests/bench/corpus/help.mjs [de] [fr] [nl] ...`.
//
//   target/bench/collections/help-de   the pages of the LibreOffice help in German, with the entries of its index as queries; each is about the pages that
//                                      its entry points at
//
// Made by people who translate, for readers who search, in all languages of Debian: what stems and compounds are worth in a language can be measured with it. The
// help has the licence MPL-2.0, so the collections stay in target/ and are not part of this project.

import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { filesBelow } from "../../../pkg/tools/project.mjs";
import { made } from "../places.mjs";
import { unpack, update } from "./apt.mjs";
import { BLOCKS, decode, oneLine, pieces } from "./html.mjs";

/** A page as a document: the text between where the help begins and where it asks for a donation, a line for each paragraph. */
function page(html, id) {
  let isInside = false;
  let title;
  let text = "";
  for (const { tag, attributes, isEnd, text: behind } of pieces(html)) {
    if (attributes.includes('id="DisplayArea"')) isInside = true;
    if (attributes.includes('id="DonationFrame"')) isInside = false;
    if (!isInside) continue;
    const isHeading = /^h[1-6]$/u.test(tag);
    if (tag === "h1" && isEnd) title ??= oneLine(text.slice(text.lastIndexOf("\n") + 1));
    if (isHeading || BLOCKS.has(tag)) text += "\n";
    text += behind.replace(/\n/gu, " ");
  }
  const lines = text.split("\n").map(oneLine).filter((line) => line !== "");
  return { id, title: title ?? lines[0], text: lines.join("\n") };
}

/** What the index of the help says of which page: lines of a script, `{url:"de/text/...html?...", app:"...", text:"..."}`. */
function* entries(script) {
  for (const { groups } of script.matchAll(/\{url:"[^/"]*\/(?<page>[^"?]*)[^"]*", app:"[^"]*", text:"(?<text>[^"]*)"\}/gu)) {
    yield { page: groups.page, text: oneLine(decode(groups.text).replaceAll(" -- ", " ")).toLowerCase() };
  }
}

const languages = process.argv.length > 2 ? process.argv.slice(2) : ["de", "fr"];
update();
const folders = unpack(languages.map((language) => `libreoffice-help-${language}`));
for (const [place, language] of languages.entries()) {
  const help = join(folders[place], "usr/share/libreoffice/help", language);
  const files = filesBelow(join(help, "text")).filter((file) => file.endsWith(".html")).sort();
  const documents = files.map((file) => page(readFileSync(file, "utf8"), relative(help, file))).filter(({ text }) => text !== "");
  const ids = new Set(documents.map(({ id }) => id));
  const judged = new Map();
  for (const { page: id, text } of entries(readFileSync(join(help, "bookmarks.js"), "utf8"))) {
    if (ids.has(id) && text !== "") judged.set(text, (judged.get(text) ?? new Set()).add(id));
  }
  const queries = [...judged.keys()].sort().map((text, number) => ({ id: `q${number}`, text }));
  const write = (name, lines) => writeFileSync(made(`collections/help-${language}`, name), lines.map((line) => `${line}\n`).join(""));
  write("docs.jsonl", documents.map((document) => JSON.stringify(document)));
  write("queries.jsonl", queries.map((query) => JSON.stringify(query)));
  write("qrels.tsv", queries.flatMap(({ id, text }) => [...judged.get(text)].sort().map((document) => `${id}\t${document}\t1`)));
  console.log(`help-${language}: ${documents.length} documents, ${queries.length} queries`);
}
