// The element under the content security policies that portals have.
//
// 1. A, `script-src 'self' 'wasm-unsafe-eval'` with Trusted Types and no policy of them: WebAssembly.
// 2. B, `script-src 'self'` alone: with `engine="js"` nothing is reported, nothing fails.
// 3. B with `engine="auto"`: asking whether WebAssembly may run is reported once, whatever happens afterwards; nothing else is.
// 4. Where the browser has no WebAssembly (Lockdown Mode), nothing is reported.
// 5. C, one file with everything inside, named by its hash, and no `connect-src`: as a module and as a classic script. It has nothing to fall back on.
// 6. `inline` fetches nothing, and falls back as the others do.
// 7. A file that cannot be had is an error and no reason to fall back; `integrity` lets no other file through, and the console says where it has no effect.
// In each, the cards, a search, another language and an opened card work alike, and only the component's own files are asked for.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { siteDir } from "./harness.mjs";
import { PROFILES, hashOf, openPortal } from "./host.mjs";

const { A, B, C } = Object.fromEntries(Object.entries(PROFILES).map(([name, { policy }]) => [name, policy]));
const wasmHash = hashOf("empact_priorities.wasm");
const standaloneHash = hashOf("standalone.js");

const openElement = (t, policy, attributes = "", options = {}) => openPortal(t, { policy, attributes, lang: "en", ...options });

/** Keeps the code of the error that the element tells of. */
const watchErrors = (page) => page.addInitScript(() => addEventListener("empact-priorities-error", ({ detail }) => { globalThis.code = detail.error.code; }));

/** What a reader does; the same everywhere. */
async function use({ page, requests }, backend, files = { wasm: backend === "wasm", js: backend === "js" }) {
  const element = page.locator("empact-priorities");
  assert.equal(await element.evaluate(({ engine }) => engine?.backend), backend);
  assert.equal(await element.locator(".view.priorities article:not(.passage)").count(), 18);
  await element.locator("input[type=search]").fill("money laundering");
  assert.equal(await element.evaluate(({ engine }) => engine.search("money laundering", { lang: "en" }).hits[0].id), "P7e");
  await element.locator('[data-key="P7e"]').click();
  assert.equal(await element.locator('[data-key="P7e"]').getAttribute("aria-expanded"), "true");
  await element.evaluate((node) => {
    node.lang = "nl";
    node.theme = "dark";
  });
  assert.equal(await element.locator(".root").getAttribute("lang"), "nl");
  // The style sheet applies, without `style-src 'unsafe-inline'`.
  const [red] = (await element.evaluate((node) => getComputedStyle(node).backgroundColor)).match(/\d+/gu);
  assert.ok(Number(red) < 128, "dark");
  const scripts = requests.filter((url) => !url.endsWith("/host.html"));
  for (const url of scripts) assert.match(url, /\/empact-priorities\/[\w.-]+\.(?:js|wasm)$/u);
  const names = scripts.map((url) => url.split("/").at(-1));
  assert.equal(names.filter((name) => name.endsWith(".wasm")).length, Number(files.wasm), "the WebAssembly");
  assert.equal(names.filter((name) => name.includes("nowasm")).length, Number(files.js), "the JavaScript");
}

test("1. A: WebAssembly, Trusted Types", async (t) => {
  const opened = await openElement(t, A, `integrity="${wasmHash}"`);
  await use(opened, "wasm");
  opened.assertClean();
});

test("2. B: JavaScript, asked for", async (t) => {
  const opened = await openElement(t, B, 'engine="js"');
  await use(opened, "js");
  opened.assertClean();
});

test("3. B: JavaScript, because nothing else may run", async (t) => {
  const opened = await openElement(t, B);
  await use(opened, "js");
  // A second engine does not ask again.
  await opened.page.evaluate(async () => {
    const { loadEngine } = await import("./empact-priorities/index.js");
    (await loadEngine()).free();
  });
  assert.deepEqual(opened.violations.map(({ effectiveDirective, blockedURI }) => `${effectiveDirective} ${blockedURI}`), ["script-src wasm-eval"]);
  assert.deepEqual({ errors: opened.errors, outside: opened.outside }, { errors: [], outside: [] });
});

test("3. B as WebKit has it: modules are made, and no instance of them", async (t) => {
  const opened = await openElement(t, A, "", { prepare: (page) => page.addInitScript(() => {
    const { CompileError } = WebAssembly;
    WebAssembly.Instance = class { constructor() { throw new CompileError("Refused to create a WebAssembly object"); } };
    WebAssembly.instantiate = () => Promise.reject(new CompileError("Refused to create a WebAssembly object"));
  }) });
  await use(opened, "js");
  opened.assertClean();
});

test("4. no WebAssembly in the browser", async (t) => {
  const opened = await openElement(t, A, "", { prepare: (page) => page.addInitScript(() => delete globalThis.WebAssembly) });
  await use(opened, "js");
  opened.assertClean();
});

for (const type of ["module", "text/javascript"]) {
  const script = `<script type="${type}" defer src="./empact-priorities/standalone.js" integrity="${standaloneHash}"></script>`;
  test(`5. C: one file, ${type}`, async (t) => {
    const opened = await openElement(t, C, "", { script });
    await use(opened, "wasm", { wasm: false, js: false });
    // The languages are inside too.
    const element = opened.page.locator("empact-priorities");
    await element.evaluate((node) => { node.lang = "fi"; });
    await opened.page.waitForFunction(() => document.querySelector("empact-priorities").shadowRoot.querySelector(".root").lang === "fi");
    assert.deepEqual(opened.requests.map((url) => url.slice(opened.address.length)), ["host.html", "empact-priorities/standalone.js"]);
    opened.assertClean();
  });
}

test("7. `integrity`, and a browser that has kept the file of an earlier release", async (t) => {
  const wasm = readFileSync(join(siteDir, "empact-priorities/empact_priorities.wasm"));
  // The same with a section of its own at the end.
  const earlier = Buffer.concat([wasm, Buffer.of(0, 2, 1, 0x78)]);
  let n = 0;
  const { element } = await openPortal(t, { attributes: `integrity="${wasmHash}"`, wait: false, respond: (request, response) => {
    if (request.url.endsWith("/earlier.js")) {
      response.writeHead(200, { "Content-Type": "text/javascript" });
      response.end('await (await fetch("./empact-priorities/empact_priorities.wasm")).arrayBuffer();');
      return true;
    }
    if (!request.url.endsWith(".wasm")) return false;
    n += 1;
    response.writeHead(200, { "Content-Type": "application/wasm", "Cache-Control": "max-age=3600" });
    response.end(n === 1 ? earlier : wasm);
    return true;
  }, script: '<script type="module" src="./earlier.js"></script><script type="module" src="./empact-priorities/define.js"></script>' });
  assert.equal(await element.evaluate((node) => node.whenReady().then(({ backend }) => backend, String)), "wasm");
  assert.equal(n, 2);
});

test("5, 7. `integrity` where no WebAssembly is fetched", async (t) => {
  const script = '<script defer src="./empact-priorities/standalone.js"></script>';
  const said = async (policy, attributes, options) => (await openElement(t, policy, `integrity="${wasmHash}" ${attributes}`, options)).warnings.filter((text) => text.includes("integrity"));
  for (const [policy, attributes, options] of [[A, 'engine="js"'], [B, ""], [A, "", { script }]]) {
    assert.deepEqual(await said(policy, attributes, options), [`<empact-priorities> integrity="${wasmHash}": no WebAssembly was fetched. It is ignored.`], `${policy} ${attributes}`);
  }
  for (const [policy, attributes, options] of [[A, ""], [A, 'wasm-src="empact-priorities/empact_priorities.wasm"', { script }]]) assert.deepEqual(await said(policy, attributes, options), []);
});

test("5. C: what cannot be inside", async (t) => {
  const script = '<script src="./empact-priorities/standalone.js"></script>';
  for (const [policy, attributes, code] of [[B, "", "wasm-unavailable"], [A, 'engine="js"', "invalid-argument"]]) {
    const { page } = await openElement(t, policy, attributes, { script: script.replace("src", "defer src"), prepare: watchErrors });
    assert.equal(await page.evaluate(() => globalThis.code), code);
  }
});

test("6. inline", async (t) => {
  for (const [policy, backend] of [[A.replace("connect-src 'self'; ", ""), "wasm"], [B, "js"]]) {
    const opened = await openElement(t, policy, 'engine="js"');
    const before = opened.requests.length;
    const found = await opened.page.evaluate(async () => {
      const { loadEngine, DocumentIndex } = await import("./empact-priorities/inline.js");
      const engine = await loadEngine();
      const index = await DocumentIndex.build([{ id: 1, title: "Handreiking accijnsfraude" }]);
      return [engine.backend, engine.search("witwassen").hits[0].id, index.search("fraude").hits.length];
    });
    assert.deepEqual(found, [backend, "P7e", 1]);
    assert.ok(opened.requests.slice(before).every((url) => url.endsWith(".js")));
    if (backend === "wasm") opened.assertClean();
  }
});

test("7. a bad file is an error", async (t) => {
  const gone = (part) => (request, response) => {
    if (!request.url.includes(part)) return false;
    response.writeHead(404).end();
    return true;
  };
  const cases = [
    [A, "", gone(".wasm"), "wasm-load"],
    [A, `integrity="${wasmHash.replace(/.{8}$/u, "AAAAAAAA")}"`, undefined, "wasm-load"],
    [B, "", gone("nowasm"), "wasm-load"],
    [B, 'engine="wasm"', undefined, "wasm-unavailable"],
  ];
  for (const [policy, attributes, respond, code] of cases) {
    const { page, requests } = await openElement(t, policy, attributes, {
      respond,
      prepare: watchErrors,
    });
    assert.equal(await page.evaluate(() => globalThis.code), code, `${policy} ${attributes}`);
    assert.ok(await page.locator("empact-priorities .failure").isVisible());
    if (policy === A) assert.ok(!requests.some((url) => url.includes("nowasm")), "no fallback");
  }
});
