// Where the benchmark keeps things, and what it says about the machine.

import { mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { at } from "../../pkg/tools/project.mjs";

/** Everything that the benchmark makes or fetches; git knows nothing of it. */
export const benchDir = at("target/bench");
/** The folder of this file. */
export const sourceDir = at("tests/bench");
/** The wrapped tantivy that set-up makes. */
export const tantivyGlue = at("target/bench/tantivy-wasm/bench_tantivy.js");

/** A path below `benchDir`, whose folder exists. */
export function made(folder, file) {
  mkdirSync(`${benchDir}/${folder}`, { recursive: true });
  return `${benchDir}/${folder}/${file}`;
}

export const corpusFile = (corpus) => made("corpus", `${corpus}.json`);
export const queriesFile = (corpus) => made("corpus", `${corpus}.queries.json`);
export const savedFile = (peer, corpus) => made("saved", `${peer}__${corpus}`);
export const resultFile = (peer, corpus, pass) => made("results", `${peer}__${corpus}__${pass}.json`);

/** The language that a corpus is in stands in its name: `nl`, `laws-nl`; otherwise it is English. */
export const languageOf = (corpus) => (corpus.split("-").includes("nl") ? "nl" : "en");

/** One line on the machine, for a record. */
export const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.versions.node}`;

/** Arguments like `--peers=a,b` as an object; what has no `--` stands in `_`. */
export function readArguments(known) {
  const given = { _: [] };
  for (const argument of process.argv.slice(2)) {
    const option = /^--(?<name>[a-z]+)(?:=(?<value>.*))?$/u.exec(argument)?.groups;
    if (option === undefined) given._.push(argument);
    else if (known.includes(option.name)) given[option.name] = option.value ?? "";
    else throw new Error(`--${option.name} is not known here; these are: ${known.map((name) => `--${name}`).join(", ")}`);
  }
  return given;
}

/** The parts of a list with commas, or `otherwise` if there is none. */
export const listOf = (text, otherwise) => (text === undefined ? otherwise : text.split(","));
