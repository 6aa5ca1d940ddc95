// The priorities as plain HTML, in a browser. tests/node/static.test.mjs holds what stands in it.
//
// 1. The page has them before any script: every card that comes has its heading there, and browsers build what was meant.
// 2. axe-core finds nothing in it: without JavaScript, in light and dark, at 320 px, and while the element is loading.
// 3. It is shown until the cards are there, and when they cannot be; then it is gone. Until then its titles are suggested.
// 4. Hostile texts are text in a browser too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../pkg/dist/node.js";
import { renderToStaticHtml } from "../../pkg/dist/static.js";
import { openDemo, serving, violationsOf, withAxe } from "./demo.mjs";
import { openPage } from "./harness.mjs";

const pageWith = (html) => (request, response) => serving("/plain.html", `<!doctype html><html lang="en"><title>Plain</title><main><h1>Plain</h1>${html}</main></html>`, { type: "text/html" })(request, response);

test("1, 3, A24: before the cards, and after", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const demo = await openDemo(t, "", {
    wait: false,
    respond: async (request) => {
      if (request.url.endsWith(".wasm")) await gate;
      return false;
    },
  });
  await demo.element.locator(".loading").waitFor();
  const plain = demo.page.locator(".empact-static");
  assert.equal(await plain.isVisible(), true);
  const headings = await plain.locator("h3, h4").allInnerTexts();
  assert.equal(await plain.locator("ul ul > li").count(), 7);
  letGo();
  await demo.element.locator(".root:not(.loading)").waitFor();
  assert.equal(await plain.isVisible(), false);
  assert.equal(headings.length, (await demo.areas()).length);
  demo.assertClean();

  const failed = await openDemo(t, "", { wait: false, respond: serving(".wasm", "", { status: 404 }) });
  await failed.element.locator(".failure").waitFor();
  assert.equal(await failed.page.locator(".empact-static").isVisible(), true);
});

test("2, A24: axe finds nothing", async (t) => {
  for (const context of [{}, { colorScheme: "dark" }, { viewport: { width: 320, height: 640 } }]) {
    const demo = await openDemo(t, "", { wait: false, context, prepare: withAxe, respond: serving("define.js", "", { status: 404 }) });
    await demo.page.locator(".empact-static").waitFor();
    assert.deepEqual(await violationsOf(demo.page), [], JSON.stringify(context));
    assert.equal(await demo.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }
  const html = await renderToStaticHtml(await loadEngine(), { lang: "en", href: (id) => `#${id}` });
  const english = await openPage({ t, path: "plain.html", prepare: withAxe, respond: pageWith(html) });
  assert.deepEqual(await violationsOf(english.page), []);
});

test("4: hostile texts", async (t) => {
  const evil = `"'></span></h3></div><script>globalThis.hit = 1</script><img src=x onerror="globalThis.hit = 1"><style>*{display:none}</style>`;
  const title = { text: evil, lang: `nl" onclick="globalThis.hit = 1`, status: "official" };
  const area = { id: evil, kind: "priority", number: evil, titles: [title], declared: [{ type: "OAP", count: 1 }], objective: { texts: [title] }, subPriorities: [] };
  const html = await renderToStaticHtml({ priorities: () => [area], horizontalThreats: () => [] }, { href: () => `/${evil}` });
  const { page } = await openPage({ t, path: "plain.html", respond: pageWith(html), policy: "" });
  const found = await page.evaluate(() => {
    const root = document.querySelector(".empact-static");
    return {
      hit: globalThis.hit,
      elements: [...new Set([...document.querySelectorAll("main *")].map((node) => node.localName))].sort(),
      attributes: [...new Set([...document.querySelectorAll("main *")].flatMap((node) => node.getAttributeNames()))].sort(),
      quote: root.querySelector("blockquote").textContent,
    };
  });
  assert.deepEqual(found, { hit: undefined, elements: ["a", "blockquote", "div", "h1", "h2", "h3", "li", "p", "span", "ul"], attributes: ["class", "data-area", "data-official", "href", "lang"], quote: evil });
});
