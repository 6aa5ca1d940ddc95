// The order of functions in a module: those that look alike stand side by side, where compression finds cheaply what they share.

import { unexpected } from "./glue.mjs";

const beginsFunction = (line) => line.startsWith(" (func ");
const endsFunction = (line) => line === " )";

/** What a function is sorted by: the types of its parameters and results, whether it has a loop, how long it is. */
const keysOf = (text) => [text.slice(0, text.indexOf("\n")).replace(/\$\S+/gu, ""), text.includes("(loop"), text.length];

/** As `sort` wants it: by the first key in which they differ. */
function compared(one, other) {
  const place = one.keys.findIndex((key, at) => key !== other.keys[at]);
  if (place < 0) return 0;
  return one.keys[place] < other.keys[place] ? -1 : 1;
}

/** A module in WebAssembly's text format, as `wasm-opt` writes it, with its functions sorted. */
export function withSortedFunctions(wat) {
  const [before, functions, behind] = [[], [], []];
  let lines;
  for (const line of wat.split("\n")) {
    if (beginsFunction(line)) functions.push((lines = []));
    (lines ?? (functions.length > 0 ? behind : before)).push(line);
    if (endsFunction(line)) lines = undefined;
  }
  if (functions.length === 0 || lines !== undefined) throw unexpected("its functions are written otherwise");
  const sorted = functions.map((text) => text.join("\n")).map((text) => ({ text, keys: keysOf(text) })).sort(compared);
  return [...before, ...sorted.map(({ text }) => text), ...behind].join("\n");
}
