// The ways in which a portal may build and embed the package, each opened in Chromium, and what Node makes of it.
//
// On every page: the cards, a search, another language (a file of its own) and the engine from a script of the page; no error in the console, no violation
// of the policy, no request but for own files. Bundlers' pages are also opened where WebAssembly is forbidden.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strictPolicy } from "../../pkg/tools/serve.mjs";
import { visiting } from "./visit.mjs";

/** Starting a worker, and webpack's usual way to load a chunk, would each need a policy of Trusted Types. */
const withoutTrustedTypes = strictPolicy.replace(/; require-trusted-types-for.*$/u, "; worker-src 'self'");
/** Vue makes a policy of its own as soon as it is imported. */
const forVue = strictPolicy.replace("trusted-types 'none'", "trusted-types vue");

/** What a reader does; the same on each page. `answer`: what the page's own script finds. */
async function use(page, { answer, clean } = {}) {
  await page.ready();
  const all = await page.areas();
  assert.equal(all.length, 18);
  await page.search("witwassen");
  const found = await page.areas();
  assert.ok(found.includes("P7e") && found.length < all.length, `witwassen: ${found.join(" ")}`);
  await page.evaluate(() => { document.querySelector("empact-priorities").lang = "de"; });
  await page.until("German", () => document.querySelector("empact-priorities").shadowRoot.querySelector('.root[lang="de"]') !== null);
  if (answer !== undefined) await page.until(`the answer ${answer}`, (text) => document.querySelector("#answer").textContent === text, answer);
  await page.assertClean(clean);
}

/** What was asked for that a name ends with. */
const asked = (page, end) => page.requests.filter(({ path }) => path.endsWith(end)).length;

/** A page as bundlers make it: with WebAssembly, and where it is forbidden. */
async function useBuilt(driver, folder, policy = strictPolicy) {
  await visiting(driver, { folder, policy }, async (page) => {
    await use(page, { answer: "P7e wasm" });
    assert.equal(asked(page, ".wasm"), 1, "the WebAssembly is fetched once");
  });
  await visiting(driver, { folder, policy: policy.replace(" 'wasm-unsafe-eval'", "") }, async (page) => {
    await use(page, { answer: "P7e js", clean: { violations: driver.refusals } });
    assert.equal(asked(page, ".wasm"), 0, "no WebAssembly is fetched where it is forbidden");
  });
}

/** The same as `use`, in a page of React or Vue: what its state says goes in, what the reader does comes out. */
async function useFramework(page) {
  const element = (run, ...args) => page.until(String(run), run, ...args);
  await page.ready();
  assert.deepEqual(await page.evaluate(() => {
    const { headingLevel, query, lang, engine } = document.querySelector("empact-priorities");
    return { headingLevel, query, lang, backend: engine.backend };
  }), { headingLevel: 3, query: "", lang: "nl", backend: "wasm" });
  await page.search("witwassen");
  await element(() => /^witwassen \d+$/u.test(document.querySelector("output").textContent));
  await page.press("#query");
  await element(() => /^vuurwapens \d+$/u.test(document.querySelector("output").textContent) && document.querySelector("empact-priorities").query === "vuurwapens");
  await page.press("#lang");
  await element(() => document.querySelector("empact-priorities").shadowRoot.querySelector('.root[lang="en"]') !== null);
  await page.press("#ref");
  await element(() => document.querySelector("empact-priorities").shadowRoot.querySelector('[data-key="view-tasks"]').ariaCurrent === "page");
  await page.press("#shown");
  await element(() => document.querySelector("empact-priorities") === null);
  await page.press("#shown");
  await page.ready();
  assert.ok((await page.areas()).length > 0);
  await page.assertClean();
}

/** What Node prints for a file of the consumer; it must have nothing to say besides. */
function node(project, file) {
  const { stdout, stderr } = project.node(file);
  assert.deepEqual({ stdout: stdout.trim(), stderr }, { stdout: "P7e wasm a", stderr: "" });
}

/** A page of the consumer without a build: the installed packages beside it, found through an import map. */
function native(project, part, packages) {
  const target = project.target(`native-${part}`);
  cpSync(join(project.folder, part), target, { recursive: true });
  for (const name of packages) cpSync(join(project.folder, "node_modules", name), join(target, name), { recursive: true });
  const imports = Object.fromEntries(packages.flatMap((name) => [[name, `./${name}/dist/index.js`], [`${name}/`, `./${name}/dist/`], [`${name}/define`, `./${name}/dist/define.js`]]));
  const map = JSON.stringify({ imports });
  const hash = createHash("sha256").update(map).digest("base64");
  project.copyPage(part, target, (html) => html.replace("<script", `<script type="importmap">${map}</script>\n    <script`));
  return { folder: target, policy: strictPolicy.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`) };
}

const vite = (project, part) => {
  const target = project.target(`vite-${part}`);
  project.tool("vite", "build", part, "--config", "vite.config.js", "--outDir", target, "--emptyOutDir");
  return target;
};
/** A page that a server rendered and a framework takes over, in the build that says where the two differ. */
const hydrated = (project, part, server) => {
  const made = project.target(`vite-${part}`);
  // What runs in Node finds its packages from there.
  const rendered = join(project.folder, "rendered", part);
  const build = (...more) => project.tool("vite", "build", part, "--config", "vite.config.js", "--mode", "development", "--emptyOutDir", ...more);
  build("--outDir", made);
  build("--outDir", rendered, "--ssr", server);
  const { stdout } = project.node(join(rendered, "server.js"));
  assert.match(stdout, /<empact-priorities[^>]* heading-level="3"/u);
  const file = join(made, "index.html");
  writeFileSync(file, readFileSync(file, "utf8").replace("<!--app-->", () => stdout));
  return made;
};
const webpack = (project, part, ...more) => {
  const target = project.target(`webpack-${part}${more.join("")}`);
  project.tool("webpack", ...[`part=${part}`, `target=${target}`, ...more].flatMap((setting) => ["--env", setting]));
  return project.copyPage(part, target);
};
const rollup = (project, part) => {
  const target = project.target(`rollup-${part}`);
  project.tool("rollup", "-c", "--input", `${part}/main.js`, "--dir", target);
  return project.copyPage(part, target);
};
const esbuild = (project, part) => {
  const target = project.target(`esbuild-${part}`);
  project.tool("esbuild", `${part}/main.js`, "--bundle", "--minify", "--format=esm", "--splitting", `--outdir=${target}`);
  return project.copyPage(part, target);
};
/** One classic script: `import.meta` is empty there. */
const esbuildClassic = (project, part) => {
  const target = project.target(`esbuild-classic-${part}`);
  project.tool("esbuild", `${part}/main.js`, "--bundle", "--minify", "--format=iife", "--log-override:empty-import-meta=silent", `--outfile=${join(target, "main.js")}`);
  return project.copyPage(part, target, (html) => html.replace('type="module"', "defer"));
};
/** The WebAssembly beside the bundle: where modules look for it by themselves, and where the page of `named/` says that it is. */
const withWasm = (project, folder) => {
  copyFileSync(join(project.installed, "dist/empact_priorities.wasm"), join(folder, "empact_priorities.wasm"));
  return folder;
};

/** Each: its name, the tools whose versions matter, and what must not throw. */
export const cases = [
  { name: "Node, ES module", run: ({ project }) => node(project, "node/esm.mjs") },
  { name: "Node, CommonJS with require", run: ({ project }) => node(project, "node/require.cjs") },
  { name: "Node, CommonJS with import()", run: ({ project }) => node(project, "node/import.cjs") },
  { name: "native modules, import map", run: async ({ project, driver }) => {
    const { folder, policy } = native(project, "page", ["empact-priorities"]);
    await visiting(driver, { folder, policy }, async (page) => {
      await use(page, { answer: "P7e wasm" });
      assert.equal(asked(page, ".wasm"), 1);
    });
  } },
  { name: "native module worker", run: async ({ project, driver }) => {
    const { folder, policy } = native(project, "worker", ["empact-priorities"]);
    // Import maps do not reach into workers.
    const file = join(folder, "worker.js");
    writeFileSync(file, readFileSync(file, "utf8").replace('"empact-priorities"', '"./empact-priorities/dist/index.js"'));
    await visiting(driver, { folder, policy: policy.replace(/; require-trusted-types-for.*$/u, "; worker-src 'self'") }, (page) => use(page, { answer: "P7e wasm" }));
  } },
  { name: "two versions on one page", run: async ({ project, driver }) => {
    const { version, other } = project.installOther();
    const { folder, policy } = native(project, "versions", ["empact-priorities", "empact-priorities-other"]);
    await visiting(driver, { folder, policy }, (page) => use(page, {
      answer: "P7e wasm, P7e wasm",
      clean: { warnings: [`<empact-priorities> is already registered by version ${version}; version ${other} stays unused.`] },
    }));
  } },
  { name: "Vite, build", tools: ["vite"], run: ({ project, driver }) => useBuilt(driver, vite(project, "page")) },
  { name: "Vite, build, worker", tools: ["vite"], run: async ({ project, driver }) => {
    await visiting(driver, { folder: vite(project, "worker"), policy: withoutTrustedTypes }, (page) => use(page, { answer: "P7e wasm" }));
  } },
  { name: "Vite, development server", tools: ["vite"], run: async ({ project, driver }) => {
    const { address, close } = await project.develop("page", "vite.config.js");
    try {
      await visiting(driver, { address }, (page) => use(page, { answer: "P7e wasm" }));
    } finally {
      close();
    }
  } },
  { name: "webpack", tools: ["webpack"], run: ({ project, driver }) => useBuilt(driver, webpack(project, "page"), withoutTrustedTypes) },
  { name: "webpack, modules", tools: ["webpack"], run: ({ project, driver }) => useBuilt(driver, webpack(project, "page", "modules")) },
  { name: "webpack, worker", tools: ["webpack"], run: async ({ project, driver }) => {
    await visiting(driver, { folder: webpack(project, "worker"), policy: withoutTrustedTypes }, (page) => use(page, { answer: "P7e wasm" }));
  } },
  { name: "Rollup, everything inside", tools: ["rollup"], run: async ({ project, driver }) => {
    await visiting(driver, { folder: rollup(project, "inside") }, (page) => use(page, { answer: "P7e wasm" }));
  } },
  { name: "Rollup, the file copied", tools: ["rollup"], run: ({ project, driver }) => useBuilt(driver, withWasm(project, rollup(project, "page"))) },
  { name: "esbuild, everything inside", tools: ["esbuild"], run: async ({ project, driver }) => {
    await visiting(driver, { folder: esbuild(project, "inside") }, (page) => use(page, { answer: "P7e wasm" }));
  } },
  { name: "esbuild, the file copied", tools: ["esbuild"], run: ({ project, driver }) => useBuilt(driver, withWasm(project, esbuild(project, "page"))) },
  { name: "esbuild, one classic script, everything inside", tools: ["esbuild"], run: async ({ project, driver }) => {
    await visiting(driver, { folder: esbuildClassic(project, "inside") }, (page) => use(page, { answer: "P7e wasm" }));
  } },
  { name: "esbuild, one classic script, the file copied", tools: ["esbuild"], run: ({ project, driver }) => useBuilt(driver, withWasm(project, esbuildClassic(project, "named"))) },
  { name: "React, built by Vite", tools: ["react", "vite"], run: ({ project, driver }) => visiting(driver, { folder: vite(project, "react") }, useFramework) },
  { name: "React, rendered on a server", tools: ["react", "vite"], run: ({ project, driver }) => visiting(driver, {
    folder: hydrated(project, "hydrated-react", "server.jsx"),
    // React sets `innerHTML` when it makes the element once more.
    policy: withoutTrustedTypes,
  }, async (page) => {
    await page.ready();
    assert.equal(await page.evaluate(() => document.querySelectorAll("empact-priorities > .empact-static [data-area]").length), 18, "what the server wrote is kept");
    await useFramework(page);
  }) },
  { name: "Vue, built by Vite", tools: ["vue", "vite"], run: ({ project, driver }) => visiting(driver, { folder: vite(project, "vue"), policy: forVue }, useFramework) },
  { name: "Vue, rendered on a server", tools: ["vue", "vite"], run: ({ project, driver }) => visiting(driver, { folder: hydrated(project, "hydrated-vue", "server.js"), policy: forVue }, useFramework) },
];
