// What a visitor pays who gets an index ready-made: `node --expose-gc loaded.mjs PEER CORPUS IS_TEXT`, after measure.mjs saved one.
//
// A process of its own, because WebAssembly keeps the memory that building took. Printed as JSON: the milliseconds of the first,
// cold load, and the memory after it: WebAssembly's, or the growth of the JavaScript heap.

import { readFileSync } from "node:fs";
import { MEGABYTE, heapBytes } from "./heap.mjs";
import { corpusFile, languageOf, savedFile } from "./places.mjs";

const [, , peer, corpus, isText] = process.argv;
const { default: adapter } = await import(`./adapters/${peer}.mjs`);
// Some adapters keep no titles and look them up here; the synthetic corpora are for ours only, which keeps them.
const documents = corpus.startsWith("synthetic") ? [] : JSON.parse(readFileSync(corpusFile(corpus), "utf8"));
await adapter.prepare?.();
const before = heapBytes();
let saved =
  isText === "true" ? readFileSync(savedFile(peer, corpus), "utf8") : new Uint8Array(readFileSync(savedFile(peer, corpus)));
const begin = performance.now();
const handle = await adapter.load(saved, { language: languageOf(corpus), documents });
const ms = performance.now() - begin;
saved = undefined;
const memory = adapter.memory === undefined ? heapBytes() - before : adapter.memory(handle);
console.log(JSON.stringify({ coldLoadMs: ms, memoryMb: memory / MEGABYTE }));
process.exit(0);
