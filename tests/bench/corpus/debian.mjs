// Makes the corpora from Debian's packages: `node tests/bench/corpus/debian.mjs [en] [nl]` (on Debian or a system made from it).
//
//   en-10k, en-60k  package descriptions: the package's name, its short and its long description, its section
//   nl              Dutch manuals, a document for each heading, and the Dutch package descriptions
//
// Real text in two languages that anybody can fetch. The descriptions and manuals have the licences of their packages, so the
// corpora stay in target/ and are not part of this project.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { filesBelow } from "../../../pkg/tools/project.mjs";
import { aptDir, unpack, update } from "./apt.mjs";
import { BLOCKS, oneLine, pieces } from "./html.mjs";
import { randomNumbers, shuffle, words } from "./text.mjs";
import { writeCorpus } from "./write.mjs";

/** Packages with manuals in Dutch, and the folders in them that hold only Dutch. */
const MANUALS = {
  "libreoffice-help-nl": /\/help\/nl\/text\/(?<section>[^/]+)\//u,
  "gimp-help-nl": /\/help\/nl\//u,
  "lilypond-doc-html-nl": /\.nl\.html$/u,
  "gosa-help-nl": /\/nl\//u,
  "aptitude-doc-nl": /\/html\/nl\//u,
  "debian-edu-doc-nl": /\/debian-edu-doc-nl\/|\/nl\//u,
  "debian-faq-nl": /\.nl\.html$|\/nl\//u,
};

/** The paragraphs of apt's lists whose name ends so, as objects; the lines of a field stay apart. */
function* stanzas(ending) {
  for (const file of readdirSync(join(aptDir, "lists"))
    .filter((name) => name.includes(ending))
    .sort()) {
    const text = execFileSync("/usr/lib/apt/apt-helper", ["cat-file", join(aptDir, "lists", file)], {
      maxBuffer: 1 << 30,
      encoding: "utf8",
    });
    for (const stanza of text.split("\n\n").filter((part) => part.trim() !== "")) {
      const fields = stanza.split(/\n(?! )/u).map((field) => /^(?<key>[^:]+): ?(?<value>[^]*)$/u.exec(field)?.groups);
      yield Object.fromEntries(fields.filter(Boolean).map(({ key, value }) => [key, value.split("\n").map((line) => line.trim())]));
    }
  }
}

/** The packages that are described in a language, each once. */
function descriptions(language) {
  const sections = new Map(
    [...stanzas("_Packages")].map(({ Package: [name], Section: section }) => [name, section?.[0].split("/").at(-1) ?? "misc"]),
  );
  const documents = new Map();
  for (const {
    Package: [title],
    [`Description-${language}`]: lines,
  } of stanzas(`Translation-${language}`)) {
    if (lines === undefined || documents.has(title)) continue;
    const body = lines
      .slice(1)
      .map((line) => (line === "." ? "" : line))
      .join(" ")
      .replace(/\s+/gu, " ")
      .trim();
    documents.set(title, { title, summary: lines[0], body, section: sections.get(title) ?? "other" });
  }
  return [...documents.values()];
}

/** The headings of a page, each with the paragraphs up to the next. Good enough for manuals that a program wrote. */
function splitAtHeadings(html, section) {
  const parts = [];
  let inHeading = false;
  for (const { tag, isEnd, text } of pieces(html)) {
    if (/^h[1-4]$/u.test(tag)) {
      inHeading = !isEnd;
      if (inHeading) parts.push({ title: "", text: "" });
    } else if (BLOCKS.has(tag) && !inHeading && parts.length > 0) parts.at(-1).text += "\n";
    if (parts.length === 0) continue;
    parts.at(-1)[inHeading ? "title" : "text"] += inHeading ? text : text.replace(/\n/gu, " ");
  }
  return parts.flatMap(({ title, text }) => {
    const [summary, ...rest] = text
      .split("\n")
      .map(oneLine)
      .filter((paragraph) => paragraph !== "");
    const document = { title: oneLine(title), summary, body: rest.join(" "), section };
    return document.title === "" || summary === undefined || summary.length + document.body.length < 60 ? [] : [document];
  });
}

const DUTCH = new Set(
  "de het een van en is dat op te met voor niet aan zijn er wordt die in u of als kunt door om deze dit naar".split(" "),
);
const ENGLISH = new Set("the of and to is that with for not this are you can by or as from it be on an".split(" "));

/** Whether a text is Dutch, going by its small words: manuals hold parts that nobody translated. */
function isDutch({ summary, body }) {
  const all = words(`${summary} ${body}`);
  const share = (small) => all.filter((word) => small.has(word)).length / all.length;
  return all.length >= 8 && share(DUTCH) > 1.5 * share(ENGLISH) && share(DUTCH) > 0.12;
}

function manuals() {
  const names = Object.keys(MANUALS);
  const folders = unpack(names);
  return names.flatMap((name, place) => {
    const pages = filesBelow(folders[place]).filter((file) => file.endsWith(".html"));
    return pages.flatMap((page) => {
      const where = MANUALS[name].exec(page);
      return where === null
        ? []
        : splitAtHeadings(readFileSync(page, "utf8"), where.groups?.section ?? basename(name).replace(/-(?:doc|help).*|-nl$/u, ""));
    });
  });
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : ["en", "nl"];
update();
if (wanted.includes("en")) {
  const documents = shuffle(descriptions("en"), randomNumbers(20261123));
  writeCorpus("en-10k", documents.slice(0, 10_000));
  writeCorpus("en-60k", documents.slice(0, 60_000));
}
if (wanted.includes("nl")) {
  const documents = [...manuals().filter(isDutch), ...descriptions("nl")];
  const distinct = new Map(
    documents.map((document) => [JSON.stringify([document.title, document.summary, document.body.slice(0, 200)]), document]),
  );
  writeCorpus("nl", shuffle([...distinct.values()], randomNumbers(20261123)));
}
