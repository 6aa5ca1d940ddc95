// Takes out of the WebAssembly what nobody runs, and what only a panic runs: it would put together a message that a browser never shows. What is left is the trap, which
// the package catches and reports. No code of ours panics (the lints deny it); this is what the standard library keeps for others.

import binaryen from "binaryen";
import { Advice } from "./report.mjs";

/** Names as rustc gives them: of the machinery behind `panic!`, of what leads there, and of what only its messages show. */
const PANICS = /\bpanicking::|::rust_(?:begin_unwind|panic|oom)\b|__rust_alloc_error_handler|::(?:unwrap|expect|assert)_failed$|slice_(?:index|error)_fail|raw_vec::(?:handle_error|capacity_overflow)$|handle_alloc_error|default_alloc_error_hook| as core(?:\[\w+\])?::fmt::Debug>::/u;

/** What writes a value as text, for whoever formats something; and what whoever formats something calls. */
const FORMATS = /^<.+ as core(?:\[\w+\])?::fmt::\w+>::/u;
const FORMATTING = new RegExp(`\\bcore(?:\\[\\w+\\])?::fmt::write$|${FORMATS.source}`, "u");

/** The names of the functions that call one with such a name. */
function callersOf(name, module) {
  const callers = new Set();
  let caller = "";
  for (const line of module.emitText().split("\n")) {
    const [, kind, quoted, plain] = /^\s*\((func|call|return_call) \$(?:"([^"]+)"|([^\s()]+))/u.exec(line) ?? [];
    if (kind === "func") caller = quoted ?? plain;
    else if (kind !== undefined && name.test(quoted ?? plain)) callers.add(caller);
  }
  return [...callers];
}

/** Where a message shows letters as they are, and where as numbers: asks tables of its own. */
const PRINTABLE = /\bunicode::printable::is_printable$/u;

/**
 * What would run a closure that JavaScript was given: one for each function that js-sys declares and that takes one, whether or not anybody calls it.
 * Only the table of functions knows them; the script of wasm-bindgen has the name of those that it runs.
 */
const CLOSURES = /\bwasm_bindgen::convert::closures::.+::invoke\b/u;

/** A file of sources, as a message about a place in it names it. */
const SOURCE = /^[\w./@\\-]+\.rs$/u;

/**
 * Where the data names places in the sources, and the files in which they are: `core::panic::Location`, which is the address and length of the file's name,
 * the line and the column, all of 32 bits.
 */
function sourcePlaces({ offset, data }) {
  const segment = Buffer.from(data);
  const places = [];
  for (let at = 0; at + 16 <= segment.length; at += 4) {
    const [name, length, line, column] = [0, 4, 8, 12].map((field) => segment.readUInt32LE(at + field));
    const start = name - offset;
    const isPlausible = start >= 0 && length < 300 && start + length <= segment.length && line > 0 && line < 100_000 && column > 0 && column < 1_000;
    if (isPlausible && SOURCE.test(segment.toString("latin1", start, start + length))) places.push([at, at + 16], [start, start + length]);
  }
  return places;
}

/** What the standard library reads to format a number, and pieces of its messages. */
const TEXTS = [
  Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0")).join(""), "0123456789abcdef", "called `Option::unwrap()` on a `None` value", "capacity overflow",
  "assertion failed: self.is_char_boundary(new_len)", "begin > end (", ") when slicing `", "start byte index ", "end byte index ", " is out of bounds of `",
  " is not a char boundary; it is inside ", " (bytes ", ") of `", "slice index starts at ", " but ends at ", "index out of bounds: the len is ", " but the index is ", "range start index ",
  "closure invoked recursively or after being dropped", "Once instance has previously been poisoned", "one-time initialization may not be performed recursively", "internal error: entered unreachable code: invalid Once state",
  "assertion failed: self.peeked.is_none()", "chunk size must be non-zero", "window size must be non-zero", "mid > len", "attempt to join into collection with len > usize::MAX",
  "attempt to divide by zero", "RefCell already mutably borrowed", "RefCell already borrowed", "0x0123456789ABCDEF",
  "range end index ", " out of range for slice of length ", "insertion index (is ", "swap_remove index (is ", "removal index (is ", "split_at index (is ", ") should be < len (is ", ") should be <= len (is ",
];

/** Where the data has such texts that nobody knows any more: neither a function nor the data itself has a number that could be an address in one. */
function unreadTexts(module, { offset, data }) {
  const segment = Buffer.from(data);
  const known = [...module.emitText().matchAll(/(?:i32\.const |offset=)(\d+)/gu)].map(([, number]) => Number(number) - offset);
  for (let at = 0; at + 4 <= segment.length; at += 4) known.push(segment.readUInt32LE(at) - offset);
  const places = TEXTS.flatMap((text) => {
    const found = [];
    for (let at = segment.indexOf(text); at >= 0; at = segment.indexOf(text, at + 1)) found.push([at, at + text.length]);
    return found;
  });
  return places.filter(([start, end]) => !known.some((place) => place >= start - 1 && place < end));
}

/** What a module begins with in its memory. */
const firstDataOf = (module) => module.getDataSegmentInfo(module.getDataSegmentByIndex(0));

/** The places in the data between which the tables of `PRINTABLE` lie: from the first to the last that it knows. None if anybody else knows one in between. */
function printableTables(module, { offset, data }) {
  const [own, others] = [[], []];
  let name = "";
  for (const line of module.emitText().split("\n")) {
    const [, quoted, plain] = /^\s*\(func \$(?:"([^"]+)"|([^\s()]+))/u.exec(line) ?? [];
    name = quoted ?? plain ?? name;
    for (const [, number] of line.matchAll(/(?:i32\.const |offset=)(\d+)/gu)) (PRINTABLE.test(name) ? own : others).push(Number(number) - offset);
  }
  const inside = own.filter((place) => place >= 0 && place < data.byteLength);
  const [start, end] = [Math.min(...inside), Math.max(...inside)];
  return inside.length < 2 || others.some((place) => place >= start && place < end) ? [] : [[start, end]];
}

/** Writes zeros over these places of the first segment, which only panics read: compressed, they take nothing. */
function withoutMessages(bytes, { data }, places) {
  const binary = Buffer.from(bytes);
  const start = binary.indexOf(Buffer.from(data));
  for (const [from, to] of start < 0 ? [] : places) binary.fill(0, start + from, start + to);
  return binary;
}

/** The same module with a trap in the place of each such function. Its functions must still have their names. */
export function withoutPanics(bytes) {
  const module = binaryen.readBinary(bytes);
  // As in `Cargo.toml`: with all of them it would be written as browsers of today do not read it.
  const { BulkMemory, NontrappingFPToInt, SignExt, MutableGlobals, ReferenceTypes, Multivalue } = binaryen.Features;
  module.setFeatures(BulkMemory | NontrappingFPToInt | SignExt | MutableGlobals | ReferenceTypes | Multivalue);
  const all = Array.from({ length: module.getNumFunctions() }, (_, at) => binaryen.getFunctionInfo(module.getFunctionByIndex(at)));
  const panics = all.filter(({ name, module: from }) => from === "" && PANICS.test(name));
  const isNamed = panics.some(({ name }) => name.endsWith("panicking::panic_fmt")) && all.some(({ name }) => FORMATTING.test(name));
  if (!isNamed) throw new Advice("The compiled crate has no function that panics: either its names are gone, or rustc calls them otherwise. See pkg/tools/panics.mjs.");
  const data = firstDataOf(module);
  const unread = [...sourcePlaces(data), ...printableTables(module, data)];
  const trap = ({ name, params, results }) => {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  };
  panics.forEach(trap);
  all.filter(({ name }) => PRINTABLE.test(name)).forEach(trap);
  const exported = new Set(Array.from({ length: module.getNumExports() }, (_, at) => binaryen.getExportInfo(module.getExportByIndex(at)).value));
  all.filter(({ name }) => CLOSURES.test(name) && !exported.has(name)).forEach(trap);
  // Where nothing but panics formats anything, its code is only kept by the table of functions, which cannot tell that nobody looks there.
  if (callersOf(FORMATTING, module).every((caller) => FORMATS.test(caller))) all.filter(({ name, module: from }) => from === "" && FORMATS.test(name)).forEach(trap);
  const shrunk = withoutMessages(module.emitBinary(), data, [...unread, ...unreadTexts(module, data)]);
  module.dispose();
  return shrunk;
}
