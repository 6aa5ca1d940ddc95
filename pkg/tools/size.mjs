// `npm run size`: what a visitor's browser has to fetch, whether the WebAssembly keeps within its budget, and whether the README says so.

import { readFileSync, existsSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { at, distDir, filesBelow, isMain } from "./project.mjs";
import { Advice, command } from "./report.mjs";

/** The WebAssembly with the dataset in it, after brotli, in bytes. */
const WASM_BUDGET = 181_900;
/** The search engine alone with its script: what searching anybody's documents takes. The aim is 90,000. */
const SEARCH_BUDGET = 98_200;

const wasm = join(distDir, "empact_priorities.wasm");

function measure(files) {
  const content = Buffer.concat(files.map((file) => readFileSync(file)));
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length };
}

/** A script and what it imports before anything runs, itself first. */
function withImports(entry, seen = new Set()) {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const imports = [...readFileSync(entry, "utf8").matchAll(/(?:from|import)\s*"(?<path>\.\/[^"]+)"/gu)];
  return [entry, ...imports.flatMap(({ groups }) => withImports(join(distDir, groups.path), seen))];
}

/** Compares the first size of each entry in the table of the package's README, in kB, with what was measured. */
function checkReadme(sizes) {
  const readme = readFileSync(at("pkg/README.md"), "utf8");
  for (const [entry, bytes] of sizes) {
    const said = new RegExp(`^\\| \`empact-priorities${entry}\`.*\\| (?<kB>\\d+) kB[^|]*\\|$`, "mu").exec(readme)?.groups.kB;
    if (said === undefined || Math.abs(Number(said) - bytes / 1000) > 1) throw new Advice(`pkg/README.md says that empact-priorities${entry} takes ${said} kB; it takes ${(bytes / 1000).toFixed(1)}.`);
  }
}

/** Prints the table. */
export function printSizes() {
  if (!existsSync(wasm)) throw new Advice("There is nothing to measure: run `npm run build` first.");
  const print = (name, { raw, gzip, brotli }) => console.log(`${name.padEnd(40)} ${[raw, gzip, brotli].map((bytes) => bytes.toLocaleString("en").padStart(10)).join("")}`);
  console.log(`${"bytes".padEnd(40)} ${["raw", "gzip", "brotli"].map((title) => title.padStart(10)).join("")}`);
  const { brotli } = measure([wasm]);
  print("empact_priorities.wasm (with dataset)", measure([wasm]));
  print("search.wasm", measure([join(distDir, "search.wasm")]));
  for (const file of filesBelow(distDir).filter((path) => path.endsWith(".js"))) print(relative(distDir, file), measure([file]));
  const sizes = new Map();
  for (const entry of ["index.js", "element.js", "define.js", "inline.js", "nowasm.js", "static.js", "standalone.js"].map((name) => join(distDir, name)).filter(existsSync)) {
    // Compressed one by one, as a server does it.
    const parts = withImports(entry).map((file) => measure([file]));
    const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
    print(`${basename(entry)} and what it imports`, { raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") });
    sizes.set(`/${basename(entry, ".js")}`.replace("/index", ""), sum("brotli"));
  }
  const search = ["search.wasm", "search.js"].reduce((total, name) => total + measure([join(distDir, name)]).brotli, 0);
  console.log(`\nThe search engine alone, with its script, takes ${search.toLocaleString("en")} bytes after brotli; the budget is ${SEARCH_BUDGET.toLocaleString("en")}.`);
  if (search > SEARCH_BUDGET) throw new Advice(`That is ${(search - SEARCH_BUDGET).toLocaleString("en")} bytes too many.`);
  console.log(`The WebAssembly with the dataset takes ${brotli.toLocaleString("en")} bytes after brotli; the budget is ${WASM_BUDGET.toLocaleString("en")}.`);
  // A class without registration has no row of its own.
  sizes.delete("/element");
  checkReadme([...sizes, ["/search", search]]);
  if (brotli > WASM_BUDGET) throw new Advice(`That is ${(brotli - WASM_BUDGET).toLocaleString("en")} bytes too many.`);
}

if (isMain(import.meta)) await command(printSizes);
