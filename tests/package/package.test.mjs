// The package as its readers get it: packed, installed in an empty project elsewhere, used.
//
// 1. The tarball holds what it should and nothing else; every export leads to a file in it. NOTICE.md names all code of others, with the notices that
//    its licences ask for.
// 2. publint and Are the types wrong? have nothing to say.
// 3. It works in Node; every example of its README prints what it says.
// 4. Importing `./element`, `./define` or `./standalone` on a server crashes nothing; `./inline` and `./nowasm` work there.
// 5. Its types compile in a strict project, for bundlers and for Node, in JSX and in Vue, and refuse what is wrong.
// 6. The scripts evaluate nothing, name no other origin, and name the WebAssembly in the form that bundlers know.
// 7. In a browser, through an import map and under the strict policy, it loads, asks for nothing but its own files, and fetches the
//    WebAssembly once. With the hashes of SRI.json, no other file gets through.
// 8. In a browser that may not run it, the same engine runs as JavaScript; without the right file, the error says what to do.
// 9. The page of its README shows the cards.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { after, describe, test } from "node:test";
import { Script } from "node:vm";
import { publint } from "publint";
import { at, filesBelow, onWindows, toolEnvironment } from "../../pkg/tools/project.mjs";
import { openPage, strictPolicy } from "../page/harness.mjs";

const consumer = mkdtempSync(join(tmpdir(), "empact-priorities-consumer-"));
after(() => rmSync(consumer, { recursive: true }));

function run(program, args, cwd = consumer) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", env: toolEnvironment({ NO_COLOR: "1" }), shell: onWindows });
  return { status, stdout, output: `${error ?? ""}${stdout}${stderr}` };
}

function mustRun(program, args, cwd) {
  const { status, stdout, output } = run(program, args, cwd);
  assert.equal(status, 0, `${program} ${args.join(" ")}\n${output}`);
  return stdout;
}

/** Runs a module in the consumer's project. */
function runModule(name, text) {
  writeFileSync(join(consumer, name), text);
  return mustRun(process.execPath, [name]);
}

// A space in the path, because addresses made from paths often forget it.
const packed = join(consumer, "packed here");
mkdirSync(packed);
const [tarball] = JSON.parse(mustRun("npm", ["pack", "--json", "--pack-destination", packed], at("pkg")));
const tarballPath = join(packed, tarball.filename);
writeFileSync(join(consumer, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
mustRun("npm", ["install", "--offline", "--no-audit", "--no-fund", tarballPath]);
const installed = join(consumer, "node_modules", "empact-priorities");
const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
const readme = readFileSync(join(installed, "README.md"), "utf8");
/** What editors read of the element, by the names that the package gives it. */
const editors = ["html.html-data", "css.css-data", "web-types"].map((name) => `editors/${name}.json`);
const scripts = () => filesBelow(join(installed, "dist")).filter((file) => file.endsWith(".js"));

describe("1. what is in it", () => {
  const names = tarball.files.map(({ path }) => path);
  test("every export leads to a file", () => {
    const targets = Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)));
    assert.ok(targets.length >= 11);
    for (const target of targets) assert.ok(existsSync(join(installed, target)), target);
  });
  test("only what is needed", () => {
    for (const name of names) assert.match(name, /^(?:package\.json|README\.md|example\.dataset\.json|bin\/(?:empact-priorities|documents)\.mjs|dist\/(?:[\w./-]+\.(?:js|d\.ts)|(?:empact_priorities|search)\.wasm|SRI\.json|custom-elements\.json|editors\/[\w.-]+\.json|themes\/[\w-]+\.css|preload\.html|dataset\.json|dataset\.schema\.json|(?:LICENSE|NOTICE|ACCESSIBILITY)[\w.-]*))$/u);
    assert.ok(names.some((name) => name.startsWith("dist/LICENSE")), "a licence");
    // No copies: one with the priorities, one that searches documents alone.
    assert.deepEqual(names.filter((name) => name.endsWith(".wasm")), ["dist/empact_priorities.wasm", "dist/search.wasm"]);
  });
  test("SRI.json holds the hash of each file that a page may ask for", () => {
    const dist = join(installed, "dist");
    const files = filesBelow(dist).filter((file) => !/\.d\.ts$|SRI\.json$/u.test(file));
    const hashes = files.map((file) => [relative(dist, file), `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`]);
    assert.deepEqual(JSON.parse(readFileSync(join(dist, "SRI.json"), "utf8")), Object.fromEntries(hashes));
  });
  test("NOTICE.md names every crate, and repeats the notice of each that has no other licence than MIT", () => {
    const notice = readFileSync(join(installed, "dist/NOTICE.md"), "utf8");
    const packages = JSON.parse(mustRun("cargo", ["metadata", "--format-version", "1", "--locked", "--offline"], at("."))).packages;
    const tree = mustRun("cargo", ["tree", "--edges", "normal,no-proc-macro", "--target", "wasm32-unknown-unknown", "--prefix", "none", "--format", "{p}", "--locked", "--offline"], at("."));
    const used = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
    const crates = packages.filter(({ name, version, source }) => source !== null && used.has(`${name} v${version}`));
    assert.ok(crates.length > 10);
    const words = (text) => text.replaceAll(/\s+/gu, " ");
    for (const { name, license, manifest_path: manifestPath } of crates) {
      assert.ok(notice.includes(`\`${name}\``), name);
      if (license !== "MIT") continue;
      const folder = join(manifestPath, "..");
      const text = readFileSync(join(folder, readdirSync(folder).find((file) => /^LICENSE/u.test(file))), "utf8");
      for (const [line] of text.matchAll(/(?<=^ *)Copyright (?:\(c\)|©) .*?(?=(?: or)?$)/gmu)) assert.ok(words(notice).includes(words(line)), `${name}: ${line}`);
      const permission = /Permission is hereby granted[\s\S]*?DEALINGS IN THE\s+SOFTWARE\./u.exec(text)[0];
      assert.ok(words(notice).includes(words(permission)), name);
    }
  });
  test("no empty declarations", () => {
    for (const file of filesBelow(installed).filter((path) => path.endsWith(".d.ts"))) {
      const text = readFileSync(file, "utf8");
      assert.notEqual(text.trim(), "export {};", file);
      // Each import leads to declarations that are there.
      for (const { groups } of text.matchAll(/from "(?<path>\.[^"]+)\.js"/gu)) assert.ok(existsSync(join(file, "..", `${groups.path}.d.ts`)), `${groups.path} in ${file}`);
    }
  });
  test("no dependency, no script that runs when it is installed", () => {
    for (const key of ["dependencies", "peerDependencies", "optionalDependencies", "scripts"]) assert.equal(manifest[key], undefined, key);
  });
});

describe("2. linters of packages", () => {
  test("publint", async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
    assert.deepEqual(messages, []);
  });
  test("Are the types wrong?", () => {
    mustRun("attw", [tarballPath, "--profile", "esm-only", "--format", "ascii", "--no-emoji", "--exclude-entrypoints", "empact_priorities.wasm", "search.wasm", "dataset.json", "dataset.schema.json", "example.dataset.json", "SRI.json", "custom-elements.json", ...editors, "package.json", ...["rijkshuisstijl-like", "ecl-like", "dark-portal"].map((name) => `themes/${name}.css`)]);
  });
});

/** The code blocks of the README in a language. */
const examples = (language) => [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(?<code>[\\s\\S]*?)^\`\`\`$`, "gmu"))].map(({ groups }) => groups.code);

const typedExamples = examples("ts").filter((code) => code.includes("// → "));

describe("3. in Node", () => {
  // Those in TypeScript that print something need nothing but JavaScript.
  const codes = [...examples("js"), ...typedExamples];
  test("the README has examples", () => assert.ok(codes.length >= 4));
  for (const [index, code] of codes.entries()) {
    test(`example ${index + 1} of the README prints what it says`, () => {
      const expected = [...code.matchAll(/\/\/ → (?<text>.*)$/gmu)].map(({ groups }) => groups.text);
      assert.ok(expected.length > 0);
      assert.deepEqual(runModule(`example-${index}.mjs`, code).trimEnd().split("\n"), expected);
    });
  }
  test("what the README writes for a search server is a bulk, and its mapping knows every field", () => {
    const bulk = readFileSync(join(consumer, "bulk.ndjson"), "utf8");
    assert.ok(bulk.endsWith("}\n"));
    const lines = bulk.trimEnd().split("\n").map((line) => JSON.parse(line));
    const [{ properties, dynamic_templates: templates }] = examples("json").map((code) => JSON.parse(code).mappings).filter((mappings) => mappings !== undefined);
    const fits = (pattern, name) => pattern !== undefined && new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`, "u").test(name);
    const mapped = (path) => properties[path] ?? templates.flatMap(Object.values).find(({ match, path_match: whole }) => fits(match, path.split(".").at(-1)) || fits(whole, path))?.mapping;
    const found = new Map();
    for (const [place, line] of lines.entries()) {
      if (place % 2 === 0) {
        assert.deepEqual([Object.keys(line), typeof line.index._id], [["index"], "string"]);
        continue;
      }
      const { facets, ...fields } = line;
      for (const name of [...Object.keys(fields), ...Object.keys(facets).map((facet) => `facets.${facet}`)]) found.set(name, mapped(name)?.analyzer ?? mapped(name)?.type);
    }
    const expected = { body_nl: "dutch", kind: "keyword", language: "keyword", number: "keyword", priorities: "keyword", titleStatus: "keyword", url: "keyword" };
    for (const name of ["alias", "objective", "summary", "title"]) Object.assign(expected, { [`${name}_en`]: "english", [`${name}_nl`]: "dutch" });
    for (const name of ["commodity", "focus", "geography", "instrument", "kind", "method", "offence", "target", "victim"]) expected[`facets.${name}`] = "keyword";
    assert.deepEqual(Object.fromEntries(found), expected);
    assert.equal(lines.filter(({ index }) => index?._index === "empact-units").length, 52);
  });
  test("the data can be imported", () => {
    const code = `
      import dataset from "empact-priorities/dataset.json" with { type: "json" };
      import schema from "empact-priorities/dataset.schema.json" with { type: "json" };
      import example from "empact-priorities/example.dataset.json" with { type: "json" };
      console.log(dataset.format, typeof schema.$schema, example.format);`;
    assert.equal(runModule("data.mjs", code).trim(), "empact-priorities string empact-priorities");
  });
  test("the data for editors can be resolved", () => {
    const code = `
      import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      for (const name of ${JSON.stringify(["custom-elements.json", ...editors])}) console.log(typeof require("empact-priorities/" + name));`;
    assert.deepEqual(runModule("editors.mjs", code).trim().split("\n"), Array(4).fill("object"));
  });
  test("no engine leaves the process hanging", () => {
    const code = `import { loadEngine } from "empact-priorities"; await loadEngine(); console.log("loaded");`;
    assert.equal(runModule("end.mjs", code).trim(), "loaded");
  });
});

describe("4. on a server", () => {
  test("./inline and ./nowasm", () => {
    const code = `
      for (const entry of ["inline", "nowasm"]) {
        const { loadEngine } = await import("empact-priorities/" + entry);
        const engine = await loadEngine();
        console.log(entry, engine.backend, engine.search("witwassen").hits[0].id);
        engine.free();
      }`;
    assert.deepEqual(runModule("entries.mjs", code).trim().split("\n"), ["inline wasm P7e", "nowasm js P7e"]);
  });
  test("./standalone", () => {
    assert.equal(runModule("standalone.mjs", `await import("empact-priorities/standalone"); console.log("imported");`).trim(), "imported");
  });
  test("./element", () => {
    const code = `
      import { EmpactPrioritiesElement } from "empact-priorities/element";
      console.log(typeof globalThis.HTMLElement, typeof EmpactPrioritiesElement);`;
    assert.equal(runModule("element.mjs", code).trim(), "undefined function");
  });
  test("./define", () => {
    assert.equal(runModule("define.mjs", `await import("empact-priorities/define"); console.log("imported");`).trim(), "imported");
  });
});

describe("5. types", () => {
  assert.ok(typedExamples.length > 0);
  const readmeFiles = typedExamples.map((code, index) => {
    writeFileSync(join(consumer, `readme-${index}.ts`), code);
    return `readme-${index}.ts`;
  });
  writeFileSync(
    join(consumer, "engine.ts"),
    `import { DatasetError, EngineError, loadEngine } from "empact-priorities";
import type { Engine, EngineErrorCode, Hit, Problem, SearchOptions, SubPriority, Wording } from "empact-priorities";

const engine: Engine = await loadEngine({ wasm: new Uint8Array(), dataset: new URL("https://example.org/dataset.json") });
const options: SearchOptions = { lang: "en", kinds: ["priority"], filters: { instrument: ["OAP"], offence: ["fraud"] }, facets: ["actor"], prefix: false };
const hits: Hit[] = engine.search("x", options).hits;
export const title: Wording | undefined = hits[0]?.title;

const entity = engine.get("P7e");
export const area: SubPriority | undefined = entity?.kind === "sub-priority" ? entity : undefined;
export const letter: string | undefined = area?.letter;
export const priorities: number = engine.framework.counts.priority;
export const deadline: string | undefined = engine.tasks({ before: "2024-01-01" })[0]?.deadline?.latest;
engine[Symbol.dispose]();
const undecided: { lang?: string | undefined } = {};
engine.search("x", { ...undecided, kinds: ["priority", "sub-priority"] as const, facets: ["actor"] as const, filters: { offence: ["fraud"] as readonly string[] } });

// @ts-expect-error: no such kind of unit.
engine.search("x", { kinds: ["prioriteit"] });
// @ts-expect-error: no such facet.
engine.search("x", { facets: ["colour"] });
// @ts-expect-error: no such modality.
engine.tasks({ modality: "perhaps" });
// @ts-expect-error: an entity need not be there.
engine.get("P1").id;
// @ts-expect-error: only guiding principles and operative paragraphs have tasks.
if (entity?.kind === "recital") entity.tasks;

export function explain(error: unknown): EngineErrorCode | Problem[] | undefined {
  if (error instanceof EngineError) return error.code;
  if (error instanceof DatasetError) return error.problems;
  return undefined;
}
`,
  );
  writeFileSync(
    join(consumer, "element.ts"),
    `import "empact-priorities/define";
import "empact-priorities/standalone";
import { DocumentIndex, loadEngine } from "empact-priorities/inline";
import { DocumentIndex as MainIndex } from "empact-priorities";
import { DocumentIndex as SearchIndex } from "empact-priorities/search";
import { DocumentIndex as ScriptIndex, loadEngine as loadScript } from "empact-priorities/nowasm";
import { EmpactPrioritiesElement } from "empact-priorities/element";
import type { Filters, ViewName } from "empact-priorities/element";
import type { Filters as DefineFilters, ViewName as DefineViewName } from "empact-priorities/define";

const element: EmpactPrioritiesElement = document.createElement("empact-priorities");
document.body.append(element);
element.engine = "js";
export const backends: ("wasm" | "js")[] = [(await loadEngine({ engine: "auto" })).backend, (await loadScript()).backend];
let index: DocumentIndex = await DocumentIndex.build([], { engine: "wasm", integrity: "sha384-x" });
const main: MainIndex = index;
index = await MainIndex.load(main.save());
export const found: SearchIndex = await SearchIndex.load(index.save());
export let held: ScriptIndex | undefined;
export const filters: Filters & DefineFilters = { actor: ["A-cosi"] as const };
export const view: ViewName & DefineViewName = "tasks";
element.search("x", { filters, view });
interface Page { id: number; title: string | undefined; date: Date }
declare const pages: Page[];
(await DocumentIndex.build(pages))[Symbol.dispose]();
await DocumentIndex.build([{ id: "a", title: "A", kind: ["guide"] }], { facets: ["kind"] });
// @ts-expect-error: no id.
await DocumentIndex.build([{ title: "A" }]);
// @ts-expect-error: no such engine.
await loadEngine({ engine: "asm" });
`,
  );
  const strict = { target: "ES2022", strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, verbatimModuleSyntax: true };
  const projects = {
    bundler: { compilerOptions: { ...strict, lib: ["ES2022", "DOM", "DOM.Iterable"], module: "ESNext", moduleResolution: "bundler", types: [] }, files: ["engine.ts", "element.ts", ...readmeFiles] },
    // Node's types have no WebAssembly yet; most projects for Node skip the check of declarations, and the others have the DOM.
    "node16 without the DOM": { compilerOptions: { ...strict, skipLibCheck: true, lib: ["ES2022"], module: "node16", moduleResolution: "node16", typeRoots: [at("node_modules/@types")], types: ["node"] }, files: ["engine.ts"] },
    node16: { compilerOptions: { ...strict, lib: ["ES2022", "DOM"], module: "node16", moduleResolution: "node16", typeRoots: [at("node_modules/@types")], types: ["node"] }, files: ["engine.ts"] },
    nodenext: { compilerOptions: { ...strict, lib: ["ES2022", "DOM", "DOM.Iterable"], module: "nodenext", moduleResolution: "nodenext", types: [] }, files: ["engine.ts", "element.ts", ...readmeFiles] },
  };
  for (const [name, project] of Object.entries(projects)) {
    test(name, () => {
      writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify(project));
      mustRun("tsc", ["-p", "."]);
    });
  }
});

describe("5. types for frameworks", () => {
  // As little of each as its types for the element name; the real ones were tried by hand: React 19, Preact 10, Vue 3.5.
  const stubs = {
    react: "export interface HTMLAttributes<T> { className?: string; id?: string; children?: unknown; ref?: T }\nexport type DetailedHTMLProps<E extends HTMLAttributes<T>, T> = E;\nexport namespace JSX { interface IntrinsicElements {} }",
    preact: "export interface HTMLAttributes<T> { class?: string; id?: string; children?: unknown; ref?: T }\ndeclare namespace JSXInternal { interface IntrinsicElements {} }\nexport import JSX = JSXInternal;",
    vue: "export interface PublicProps { key?: string }\nexport interface HTMLAttributes { title?: string; tabindex?: number; lang?: number }\nexport type DefineComponent = new () => { $props: object; $el: Element; $data: object };\nexport interface GlobalComponents {}",
  };
  for (const [name, text] of Object.entries(stubs)) {
    const folder = join(consumer, "node_modules", name);
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "0.0.0", types: "index.d.ts", exports: { ".": { types: "./index.d.ts" }, "./jsx-runtime": { types: "./jsx-runtime.d.ts" } } }));
    writeFileSync(join(folder, "index.d.ts"), text);
    writeFileSync(join(folder, "jsx-runtime.d.ts"), `export { JSX } from "${name}";\nexport function jsx(): unknown;\nexport function jsxs(): unknown;\n`);
  }
  const markup = (entry) => `import type {} from "empact-priorities/${entry}";
declare function h(...parts: unknown[]): unknown;
void h;
export const right = <empact-priorities lang="nl" view="tasks" engine="js" wasm-src="/x" heading-level={3} id="a" onempact-priorities-search={({ detail }) => { const total: number = detail.total; void total; }}>Even geduld</empact-priorities>;
// @ts-expect-error: no such view.
export const wrong = <empact-priorities view="colours" />;
`;
  const anyElement = `
export const html = <empact-priorities style="color: red" class="c" title="t" hidden tabindex="-1" role="region" part="p" slot="s" aria-label="l" data-x="x" />;
export const properties = <empact-priorities style={{ color: "red" }} className="c" hidden="until-found" inert tabIndex={-1} onClick={(event) => event.preventDefault()} />;
// @ts-expect-error: no such attribute.
export const unknown = <empact-priorities colour="red" />;
// @ts-expect-error: an event has no such detail.
export const untyped = <empact-priorities onempact-priorities-search={({ detail }) => detail.colour} />;
`;
  const template = `import type { GlobalComponents } from "vue";
import type {} from "empact-priorities/vue";
type Props = InstanceType<GlobalComponents["empact-priorities"]>["$props"];
export const right: Props = { lang: "nl", view: "tasks", deepLink: "hash", title: "t", tabindex: -1, onEmpactPrioritiesSearch: ({ detail }) => { const total: number = detail.total; void total; } };
// @ts-expect-error: no such view.
export const wrong: Props = { view: "colours" };
`;
  const options = { target: "ES2022", strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, module: "ESNext", moduleResolution: "bundler", types: [], lib: ["ES2022", "DOM", "DOM.Iterable"] };
  const kinds = {
    jsx: [`${markup("jsx")}${anyElement}`, { jsx: "react", jsxFactory: "h" }],
    react: [markup("react"), { jsx: "react-jsx", jsxImportSource: "react" }],
    preact: [markup("preact"), { jsx: "react-jsx", jsxImportSource: "preact" }],
    vue: [template, {}],
  };
  for (const [name, [code, more]] of Object.entries(kinds)) {
    test(name, () => {
      const file = `framework-${name}.${name === "vue" ? "ts" : "tsx"}`;
      writeFileSync(join(consumer, file), code);
      writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...options, ...more }, files: [file] }));
      mustRun("tsc", ["-p", "."]);
    });
  }
});

describe("6. the scripts", () => {
  test("evaluate nothing and name no other origin", () => {
    assert.ok(scripts().length >= 4);
    for (const file of scripts()) {
      const text = readFileSync(file, "utf8");
      assert.doesNotMatch(text, /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\.innerHTML|insertAdjacentHTML|document\.write|createObjectURL|["'`]data:/u, file);
      assert.doesNotMatch(text, /\bfetch\(\s*["'`]https?:/u, file);
    }
  });
  test("hold the WebAssembly as text twice at the most, and never as an address", () => {
    // `inline` and `standalone`; base64 of a deflated stream at the highest level starts like this.
    const holding = scripts().filter((file) => /"eN[\w+/]{100000,}/u.test(readFileSync(file, "utf8"))).map((file) => basename(file));
    assert.deepEqual(holding, ["inline.js", "standalone.js"]);
  });
  test("`standalone` imports nothing and does without modules", () => {
    const text = readFileSync(join(installed, "dist/standalone.js"), "utf8");
    // A classic script has no other import than this one.
    new Script(text);
    assert.ok(!/\bimport\s*\(/u.test(text), "it imports something");
  });
  test("name the WebAssembly as bundlers expect it, once for the browser and once for Node", () => {
    const found = scripts().flatMap((file) => [...readFileSync(file, "utf8").matchAll(/new URL\("\.\/empact_priorities\.wasm",\s*import\.meta\.url\)/gu)]);
    assert.equal(found.length, 2);
  });
  test("the browser's entries load nothing of Node", () => {
    for (const file of scripts().filter((path) => !path.endsWith("node.js"))) assert.doesNotMatch(readFileSync(file, "utf8"), /["']node:/u, file);
  });
});

/** A folder with the installed package and a page that uses it by its name. */
function site(options = "", more = {}) {
  const folder = mkdtempSync(join(consumer, "site-"));
  cpSync(installed, join(folder, "empact-priorities"), { recursive: true });
  const importMap = JSON.stringify({ imports: { "empact-priorities": "./empact-priorities/dist/index.js" }, ...more });
  // The only thing inline, because browsers know no other import map; the policy names its hash.
  const hash = createHash("sha256").update(importMap).digest("base64");
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><title>Consumer</title><script type="importmap">${importMap}</script><script type="module" src="main.js"></script><p id="answer"></p></html>`,
  );
  writeFileSync(
    join(folder, "main.js"),
    `import { loadEngine } from "empact-priorities";
const answer = document.querySelector("#answer");
try {
  const engines = await Promise.all([loadEngine(${options}), loadEngine(${options}), loadEngine(${options})]);
  answer.textContent = engines.map((engine) => engine.search("witwassen").hits[0].id).join(" ");
} catch (error) {
  answer.textContent = JSON.stringify({ name: error.name, code: error.code, message: error.message });
}
`,
  );
  return { folder, policy: strictPolicy.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`) };
}

async function answerOf(page) {
  await page.locator("#answer:not(:empty)").waitFor({ state: "attached" });
  return page.locator("#answer").textContent();
}

describe("7. in a browser", () => {
  for (const base of ["/", "/some/sub%20folder/"]) {
    test(`under ${base}`, async (t) => {
      const opened = await openPage({ t, ...site(), base });
      assert.equal(await answerOf(opened.page), "P7e P7e P7e");
      opened.assertClean();
      const asked = opened.requests.map((url) => url.slice(opened.address.length)).sort();
      assert.equal(asked.filter((url) => url.endsWith(".wasm")).length, 1, asked.join());
      for (const url of asked) assert.match(url, /^(?:|main\.js|empact-priorities\/dist\/[\w-]+\.(?:js|wasm))$/u);
    });
  }
});

const failing = (respondWith) => (request, response) => {
  if (!request.url.endsWith(".wasm")) return false;
  respondWith(response);
  return true;
};

describe("7. in a browser, with every file pinned", () => {
  const hashes = Object.entries(JSON.parse(readFileSync(join(installed, "dist/SRI.json"), "utf8")));
  const integrity = Object.fromEntries(hashes.filter(([name]) => name.endsWith(".js")).map(([name, hash]) => [`./empact-priorities/dist/${name}`, hash]));
  const wasm = JSON.stringify({ integrity: Object.fromEntries(hashes)["empact_priorities.wasm"] });
  test("all is as SRI.json says", async (t) => {
    const opened = await openPage({ t, ...site(wasm, { integrity }) });
    assert.equal(await answerOf(opened.page), "P7e P7e P7e");
    opened.assertClean();
  });
  for (const [name, options] of [["empact_priorities.wasm", wasm], ["empact_priorities.nowasm.js", '{ engine: "js" }']]) {
    test(`${name} was changed on its way`, async (t) => {
      const { folder, policy } = site(options, { integrity });
      const file = join(folder, "empact-priorities/dist", name);
      // Another custom section, or another comment: as good as the right one, but for its hash.
      writeFileSync(file, Buffer.concat([readFileSync(file), name.endsWith(".js") ? Buffer.from("//") : Buffer.of(0, 2, 1, 0x78)]));
      const { page } = await openPage({ t, folder, policy });
      assert.equal(JSON.parse(await answerOf(page)).code, "wasm-load");
    });
  }
});

describe("8. in a browser that cannot", () => {
  test("a policy without 'wasm-unsafe-eval'", async (t) => {
    const { folder, policy } = site();
    const opened = await openPage({ t, folder, policy: policy.replace(" 'wasm-unsafe-eval'", "") });
    assert.equal(await answerOf(opened.page), "P7e P7e P7e");
    assert.deepEqual(opened.violations.map(({ blockedURI }) => blockedURI), ["wasm-eval"]);
    assert.deepEqual(opened.errors, []);
  });
  test("the same, and `wasm` is asked for", async (t) => {
    const { folder, policy } = site('{ engine: "wasm" }');
    const { page } = await openPage({ t, folder, policy: policy.replace(" 'wasm-unsafe-eval'", "") });
    const { name, code, message } = JSON.parse(await answerOf(page));
    assert.deepEqual({ name, code }, { name: "EngineError", code: "wasm-unavailable" });
    assert.match(message, /'wasm-unsafe-eval'/u);
  });
  test("a policy that forbids fetching it", async (t) => {
    const { folder, policy } = site();
    const { page } = await openPage({ t, folder, policy: policy.replace("connect-src 'self'", "connect-src 'none'") });
    const { code, message } = JSON.parse(await answerOf(page));
    assert.equal(code, "wasm-load");
    assert.match(message, /connect-src/u);
  });
  test("no WebAssembly in the browser", async (t) => {
    const opened = await openPage({ t, ...site(), prepare: (page) => page.addInitScript(() => delete globalThis.WebAssembly) });
    assert.equal(await answerOf(opened.page), "P7e P7e P7e");
    opened.assertClean();
  });
  test("the file is missing", async (t) => {
    const { page } = await openPage({ t, ...site(), respond: failing((response) => response.writeHead(404).end()) });
    const { code, message } = JSON.parse(await answerOf(page));
    assert.equal(code, "wasm-load");
    assert.match(message, /empact_priorities\.wasm .*404/u);
  });
  test("a page comes in its place", async (t) => {
    const { page } = await openPage({ t, ...site(), respond: failing((response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Not found</title>")) });
    const { code, message } = JSON.parse(await answerOf(page));
    assert.equal(code, "wasm-load");
    assert.match(message, /it is HTML or XML/u);
  });
  test("the connection breaks off", async (t) => {
    const { page } = await openPage({ t, ...site(), respond: failing((response) => response.destroy()) });
    assert.equal(JSON.parse(await answerOf(page)).code, "wasm-load");
  });
  test("the wrong media type does no harm", async (t) => {
    const { folder, policy } = site();
    const bytes = readFileSync(join(folder, "empact-priorities/dist/empact_priorities.wasm"));
    const opened = await openPage({ t, folder, policy, respond: failing((response) => response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(bytes)) });
    assert.equal(await answerOf(opened.page), "P7e P7e P7e");
    opened.assertClean();
  });
});

describe("9. the page of the README", () => {
  test("shows the cards", async (t) => {
    const [html, ...more] = examples("html");
    assert.ok(html !== undefined && more.length === 0);
    const folder = mkdtempSync(join(consumer, "page-"));
    cpSync(installed, join(folder, "empact-priorities"), { recursive: true });
    writeFileSync(join(folder, "index.html"), html);
    writeFileSync(join(folder, "favicon.svg"), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`);
    const opened = await openPage({ t, folder, base: "/portal/" });
    // Playwright looks into open shadow roots.
    await opened.page.getByText("Criminele geldstromen, witwaspraktijken", { exact: false }).first().waitFor({ state: "attached" });
    opened.assertClean();
    assert.deepEqual(readdirSync(folder).sort(), ["empact-priorities", "favicon.svg", "index.html"]);
  });
});
