// wasm-bindgen's output as the body of a function, so that there can be many instances.

import * as esbuild from "esbuild";
import { root, versions } from "./project.mjs";
import { Advice } from "./report.mjs";

/** What the loader needs of wasm-bindgen's output where the crate is the search engine alone; the last two are wasm-bindgen's own, the others the crate's. */
const searchNames = { WasmDocuments: "WasmDocuments", WasmDocumentsBuilder: "WasmDocumentsBuilder", version: "version", getImports: "__wbg_get_imports", finalize: "__wbg_finalize_init" };
/** The same where it has the priorities too. */
const allNames = { WasmEngine: "WasmEngine", ...searchNames };

/** The tools changed: the build stops. */
export const unexpected = (what) =>
  new Advice(`wasm-bindgen ${versions.wasmBindgen} or binaryen was expected to write another kind of module: ${what}. Look at target/wasm-pack, pkg/tools/glue.mjs and pkg/tools/nowasm.mjs.`);

/** What wasm-bindgen writes for browsers older than those that the README names, and for callers that there are none of here; `kept` is what stays of it. */
const NEEDLESS = {
  "a text passed to an instance that cannot make room grow": /  if \(realloc === void 0\) \{[\s\S]*?\n  \}\n/u,
  "a browser without `encodeInto`": /if \(!\("encodeInto" in cachedTextEncoder\)\) \{[\s\S]*?\n\}\n/u,
  "a browser without `FinalizationRegistry`": /typeof FinalizationRegistry === "undefined" \? [\s\S]*? : (?=new FinalizationRegistry)/gu,
  "what the loader disposes of itself": /if \(Symbol\.dispose\) .*\n/gu,
  "texts that could not be passed: the instance has no memory left, and is dropped with all of it": / +try \{\n(?<kept>(?: +\w+ = .*;\n)+) +\} catch \((?<error>\w+)\) \{\n(?: +if \(\w+\) \{\n.*\n +\}\n)+ +throw \k<error>;\n +\}\n/gu,
  "a decoder warming up": / *cachedTextDecoder\.decode\(\);\n/gu,
  "what nobody asks for": /(?:var|  )? ?wasm(?:Module|Instance)(?: = \w+)?;\n/gu,
};

function withoutNeedless(body) {
  if (/passStringToWasm0\((?!arg, malloc, realloc\))[^()]*(?<!, wasm\.__wbindgen_realloc)\)/u.test(body)) throw unexpected("it passes texts otherwise");
  return Object.entries(NEEDLESS).reduce((text, [what, pattern]) => {
    if (text.search(pattern) < 0) throw unexpected(`it has nothing for ${what}`);
    return text.replace(pattern, (...found) => found.at(-1).kept ?? "");
  }, body);
}

/**
 * The same for a module in which imports and exports have short names: both files name each of them, and those of wasm-bindgen's own functions end in hashes.
 *
 * @param {string} body
 * @param {string} names what `wasm-opt --minify-imports-and-exports-and-modules` says that it did: JSON with `imports` (module, name, short name) and `exports`
 * (name, short name). All imports come from one module, which is `a` now.
 */
function withShortNames(body, names) {
  const { imports, exports } = JSON.parse(names);
  const imported = new Map(imports.map(([, name, short]) => [name, short]));
  const exported = new Map(exports);
  const replacements = [
    [/\b__wb\w+(?=: function)/gu, (name) => imported.get(name) ?? name],
    [/"\.\/\w+_bg\.js"(?=: import0)/gu, () => "a"],
    [/(?<=\bwasm\.)\w+/gu, (name) => exported.get(name) ?? name],
    // All that the loader asks for, by the name that it has in JavaScript too (`nowasm.mjs`).
    [/\breturn wasm;/gu, () => `return { memory: wasm.${exported.get("memory")} };`],
  ];
  return replacements.reduce((text, [pattern, short]) => {
    if (text.search(pattern) < 0) throw unexpected(`it has nothing like ${pattern}`);
    return text.replaceAll(pattern, short);
  }, body);
}

/**
 * wasm-bindgen's `--target web` output keeps one instance in module scope for ever. An instance that trapped must not be used
 * again, so the loader needs a fresh one each time: the module becomes the body of a function.
 *
 * esbuild first drops what is not asked for (wasm-bindgen's own loading); what remains is one run of statements that ends in an
 * `export { … }`. Anything else means that the tools changed.
 *
 * @param {string} binding the output of wasm-bindgen.
 * @param {string} backend what the result says of itself.
 * @param {{ hasPriorities?: boolean, names?: string }} crate with which features it was compiled, and the names that its imports and exports were given since.
 * @returns {Promise<string>} the text of `function createGlue() { … }`: see `UnboundGlue` in pkg/src/binding.ts.
 */
export async function wrapGlue(binding, backend, { hasPriorities = true, names: shortNames } = {}) {
  const glueNames = hasPriorities ? allNames : searchNames;
  const contents = `${binding}\nexport { ${glueNames.getImports}, ${glueNames.finalize} };\n`;
  const result = await esbuild.build({
    stdin: { contents: `export { ${Object.entries(glueNames).map(([ours, theirs]) => `${theirs} as ${ours}`).join(", ")} } from "binding";`, resolveDir: root },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
    plugins: [
      {
        name: "binding",
        setup(build) {
          build.onResolve({ filter: /^binding$/ }, () => ({ path: "binding", namespace: "binding" }));
          build.onLoad({ filter: /.*/, namespace: "binding" }, () => ({ contents, loader: "js" }));
        },
      },
    ],
  }).catch((error) => {
    throw unexpected(error.message);
  });
  const text = result.outputFiles[0].text;
  const match = /^(?<body>[\s\S]*)^export \{\n(?<names>[^}]*)\};\n$/mu.exec(text);
  if (match === null) throw unexpected("it does not end in one list of exports");
  const { body, names } = match.groups;
  if (/^\s*(?:import|export)\b/mu.test(body)) throw unexpected("it has further imports or exports");
  if (/\bimport\s*\.\s*meta\b|\bimport\s*\(/u.test(body)) throw unexpected("it loads something by itself");
  if (/\b(?:eval|Function)\s*\(/u.test(body)) throw unexpected("it evaluates text");
  const entries = names.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "").map((entry) => {
    const [inner, outer = inner] = entry.split(" as ");
    return { inner, outer };
  });
  if (entries.map((entry) => entry.outer).sort().join() !== Object.keys(glueNames).sort().join()) throw unexpected(`its exports are ${names.trim()}`);
  const fields = entries.map(({ inner, outer }) => (inner === outer ? inner : `${outer}: ${inner}`)).join(", ");
  const lean = withoutNeedless(body);
  return `function createGlue() {\n${shortNames === undefined ? lean : withShortNames(lean, shortNames)}return { backend: ${JSON.stringify(backend)}, ${fields} };\n}\n`;
}
