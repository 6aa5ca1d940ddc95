// The engine as plain JavaScript, for pages whose policy or browser forbids WebAssembly: the same compiled crate, translated by
// binaryen's wasm2js.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unexpected, wrapGlue } from "./glue.mjs";
import { withSortedFunctions } from "./order.mjs";
import { toolEnvironment, toolsDir, versions, wasmOptFlags } from "./project.mjs";
import { run } from "./report.mjs";

/** What wasm2js cannot translate: without them wasm-bindgen keeps JavaScript's values in an array and returns through memory. */
const REFUSED_FEATURES = ["reference-types", "multivalue", "call-indirect-overlong"];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A number as WebAssembly writes it (unsigned LEB128). */
function leb128(number) {
  const bytes = [];
  for (let rest = number; ; rest >>>= 7) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest & 127) | 128);
  }
}

const named = (text) => [...leb128(encoder.encode(text).length), ...encoder.encode(text)];

/**
 * A module whose section `target_features` does not name some features. The compiler's own library always declares them, whatever the crate
 * is compiled with; wasm-bindgen believes the section.
 */
export function withoutFeatures(bytes, refused) {
  let at = 8;
  const number = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at];
      at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  };
  const text = () => {
    const end = number() + at;
    const found = decoder.decode(bytes.subarray(at, end));
    at = end;
    return found;
  };
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const start = at;
    const id = bytes[at];
    at += 1;
    const end = number() + at;
    let section = bytes.subarray(start, end);
    if (id === 0 && text() === "target_features") {
      const features = Array.from({ length: number() }, () => {
        const prefix = bytes[at];
        at += 1;
        return { prefix, name: text() };
      }).filter(({ name }) => !refused.includes(name));
      const body = [...named("target_features"), ...leb128(features.length), ...features.flatMap(({ prefix, name }) => [prefix, ...named(name)])];
      section = Uint8Array.from([0, ...leb128(body.length), ...body]);
    }
    parts.push(section);
    at = end;
  }
  return Buffer.concat(parts);
}

/** Replaces what must be there exactly so often. */
function replaced(text, pattern, replacement, times) {
  let found = 0;
  const result = text.replace(pattern, (...match) => {
    found += 1;
    return typeof replacement === "string" ? replacement : replacement(...match);
  });
  if (found !== times) throw unexpected(`${pattern} is in it ${found} times instead of ${times}`);
  return result;
}

/**
 * wasm-bindgen's output for a memory that is not WebAssembly's: growing leaves the old buffer as it was, so views of it are told by
 * comparing buffers.
 */
function forPlainMemory(binding) {
  const views = /\bif \((?<view>cached\w+Memory0) === null \|\|[^\n]*\{$/gmu;
  const count = binding.match(views)?.length ?? 0;
  if (count < 3) throw unexpected("it keeps no views of the memory");
  const compared = replaced(binding, views, (_, view) => `if (${view} === null || ${view}.buffer !== wasm.memory.buffer) {`, count);
  // The fixed slots of the array that holds JavaScript's values: `dropObject` knows them by itself.
  return replaced(compared, /^import \* as (?<name>\w+) from "__wbindgen_externref_xform__"$/gmu, (_, name) => `const ${name} = { __wbindgen_externref_statics_end: () => 0 };`, 1);
}

/**
 * Memory of wasm2js, which would copy all of it for each page that it grows by: room for half as much again is made instead. Addresses are signed
 * in shifts (`address >> 2`), so there are 2 GiB at the most.
 */
const growing = (views) => ` var pages = buffer.byteLength >> 16;
 function __wasm_memory_size() {
  return pages;
 }
 function __wasm_memory_grow(more) {
  var before = pages, needed = before + (more >>> 0), room = buffer.byteLength >> 16;
  if (needed > 32767) return -1;
  if (needed > room) {
   var newBuffer;
   try {
    newBuffer = new ArrayBuffer(Math.min(32767, Math.max(needed, room + (room >> 1))) * 65536);
   } catch (error) {
    return -1;
   }
   new Uint8Array(newBuffer).set(HEAPU8);
${views}   buffer = newBuffer;
   bufferView = HEAPU8;
  }
  pages = needed;
  return before;
 }
`;

/** The output of wasm2js as the function `instantiate`: what it keeps beside its functions (views, scratch) is then each instance's own. */
function asFunction(script) {
  const body = replaced(replaced(script, /^import [^\n]*\n/gmu, "", 2), /\nvar retasmFunc = asmFunc\([\s\S]*$/gu, "\n", 1);
  const grown = replaced(body, / function __wasm_memory_size\(\) \{[\s\S]*?(?=^ return \{\n)/gmu, (text) => {
    const views = text.match(/^ {3}HEAP\w+ = new \w+\(newBuffer\);\n/gmu)?.join("") ?? "";
    if (!views.includes("HEAPU8 =")) throw unexpected("its memory grows in another way");
    return growing(views);
  }, 1);
  if (/^\s*(?:import|export)\b/mu.test(grown)) throw unexpected("it has further imports or exports");
  if (/\b(?:eval|Function)\s*\(|\bWebAssembly\b/u.test(grown)) throw unexpected("it evaluates text or needs WebAssembly");
  return `function instantiate(imports) {\n${grown}return asmFunc(imports);\n}\n`;
}

/**
 * Translates the crate into a module that exports `createScriptGlue`: see pkg/src/empact_priorities.nowasm.d.ts.
 *
 * - `compiled`: the crate as cargo left it, before wasm-bindgen.
 * - `folder`: where scratch files go.
 * - `target`: the module.
 */
export async function translate({ compiled, folder, target }) {
  mkdirSync(folder, { recursive: true });
  const file = (name) => join(folder, name);
  writeFileSync(file("plain.wasm"), withoutFeatures(readFileSync(compiled), REFUSED_FEATURES));
  const env = toolEnvironment();
  await run(join(toolsDir, "bin", "wasm-bindgen"), [file("plain.wasm"), "--out-dir", folder, "--target", "web", "--no-typescript", "--omit-default-module-path"], { log: "nowasm-bindgen", env });
  // The crate's own flags, without its features: those that wasm2js translates are named here. `memory.copy` stays: as a loop it made queries
  // seven times slower, while `copyWithin` costs nothing.
  // And without what makes wasm2js read every number byte by byte.
  const flags = wasmOptFlags().filter((flag) => !flag.startsWith("--enable-") && flag !== "--dealign");
  const lowering = ["--enable-mutable-globals", "--enable-bulk-memory", "--enable-sign-ext", "--signext-lowering", "--enable-nontrapping-float-to-int", "--llvm-nontrapping-fptoint-lowering"];
  await run("wasm-opt", [file("plain_bg.wasm"), ...flags, ...lowering, "--strip-debug", "--strip-target-features", "-S", "-o", file("lowered.wat")], { log: "nowasm-opt", env });
  writeFileSync(file("lowered.wat"), withSortedFunctions(readFileSync(file("lowered.wat"), "utf8")));
  // -O1: what -O2 saves before compression, it loses after it.
  await run("wasm2js", [file("lowered.wat"), "-O1", "--enable-bulk-memory", "--disable-sign-ext", "--disable-nontrapping-float-to-int", "-o", file("script.js")], { log: "wasm2js", env });
  const glue = await wrapGlue(forPlainMemory(readFileSync(file("plain.js"), "utf8")), "js");
  const script = asFunction(readFileSync(file("script.js"), "utf8"));
  writeFileSync(
    target,
    `// Generated by pkg/tools/nowasm.mjs from the output of wasm-bindgen ${versions.wasmBindgen} and wasm2js.\n${glue}${script}` +
      "export function createScriptGlue() {\n  const { getImports, finalize, ...glue } = createGlue();\n  const { memory } = finalize({ exports: instantiate(getImports()) });\n  return { glue, memory };\n}\n",
  );
  rmSync(folder, { recursive: true });
}
