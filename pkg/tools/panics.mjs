// Takes out of the WebAssembly what only a panic runs: it would put together a message that a browser never shows. What is left is the trap, which
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
  const trap = ({ name, params, results }) => {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  };
  panics.forEach(trap);
  // Where nothing but panics formats anything, its code is only kept by the table of functions, which cannot tell that nobody looks there.
  if (callersOf(FORMATTING, module).every((caller) => FORMATS.test(caller))) all.filter(({ name, module: from }) => from === "" && FORMATS.test(name)).forEach(trap);
  const shrunk = module.emitBinary();
  module.dispose();
  return shrunk;
}
