// What is said without being asked: the live regions of the element, each text with the moment at which it came. The numbers are those of
// ACCESSIBILITY.md.
//
// A22. How much there is is said once, when the typing pauses, and not for the first list; what is copied, added or waited for is said too.
// A23. What went wrong is said at once, in the words that stand there, with a way out; it is said again only if it happens again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { endPause, withHeldPause } from "./demo.mjs";
import { openState, stateNamed } from "./every-state.mjs";

/** Writes down what live regions say, and whether each was there, and empty, before it spoke. */
const listen = (page) => page.addInitScript(() => {
  globalThis.said = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function shadow(...options) {
    const root = attach.apply(this, options);
    new MutationObserver((records) => {
      const spoken = new Set();
      for (const { target, addedNodes } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
        if (region && region.textContent !== "") spoken.add(region);
        // An alert is said when it comes.
        for (const node of addedNodes) {
          if (node instanceof Element) for (const alert of [node, ...node.querySelectorAll("*")]) if (alert.getAttribute("role") === "alert") spoken.add(alert);
        }
      }
      for (const region of spoken) globalThis.said.push({ role: region.role, text: region.textContent.replace(/\s+/gu, " ").trim(), at: performance.now() });
    }).observe(root, { childList: true, subtree: true, characterData: true });
    return root;
  };
});

async function open(t, name, options = {}) {
  const host = await openState(t, stateNamed(name), { ...options, prepare: async (page) => {
    await listen(page);
    await withHeldPause(page);
  } });
  return {
    ...host,
    /** What was said since it was asked the last time, after a pause unless something is typed on; `once`: something is about to be said. */
    said: async ({ pauses = true, once = false } = {}) => {
      if (pauses) await endPause(host.page);
      if (once) await host.page.waitForFunction(() => globalThis.said.length > 0);
      return (await host.page.evaluate(() => globalThis.said.splice(0))).map(({ role, text }) => `${role}: ${text}`);
    },
  };
}

test("A22: regions are there, empty, before they speak", async (t) => {
  const { element } = await open(t, "ready");
  const regions = await element.evaluate((node) => [...node.shadowRoot.querySelectorAll("[role=status]")].map((region) => ({ text: region.textContent, there: getComputedStyle(region).display !== "none", lang: region.closest("[lang]").lang })));
  assert.equal(regions.length, 3);
  for (const region of regions) assert.deepEqual(region, { text: "", there: true, lang: "nl" });
});

test("A22: nothing for the first list, whatever it shows", async (t) => {
  // The last one is a link to a passage that its own query does not find: the query is left aside.
  for (const [name, path] of [["ready", ""], ["results", "#?q=netwerken"], ["tasks", "#?view=tasks"], ["text", "#R04?q=vuurwapens"]]) {
    const host = await open(t, name, { path });
    assert.deepEqual(await host.said(), [], path);
    await host.close();
  }
});

test("A22: a search, once, when the typing pauses", async (t) => {
  const { input, element, page, said } = await open(t, "ready");
  await input.pressSequentially("vuurwapens", { delay: 40 });
  assert.deepEqual(await said({ pauses: false }), []);
  const first = await said();
  assert.equal(first.length, 1);
  assert.match(first[0], /^status: \d+ resultaten voor “vuurwapens”: .*\. \d+ suggesties?$/u);
  // What is said is what stands there.
  assert.ok(first[0].includes((await element.locator(".count").innerText()).trim()));
  assert.deepEqual(await said(), []);
  // Who asks once more is told once more, without the suggestions, which are closed.
  await input.press("Escape");
  await input.press("Enter");
  assert.deepEqual(await said(), [first[0].replace(/\. \d+ suggesties?$/u, "")]);
  // Opening and closing cards and sources says for itself what it does.
  await element.locator("[data-key=P10]").click();
  assert.deepEqual(await said(), []);
  // A filter, another view, another language: once each.
  await element.locator("input[data-value=OAP]").check();
  const filtered = await said();
  assert.equal(filtered.length, 1);
  assert.match(filtered[0], /^status: \d+ resultaten? voor “vuurwapens”/u);
  await element.locator("[data-key=view-text]").click();
  assert.match((await said()).join("\n"), /^status: \d+ tekst(?:deel|delen) voor “vuurwapens”$/u);
  await element.locator("[data-key=lang-en]").click();
  // Until it is said in English nothing is left that was Dutch.
  assert.equal(await element.locator("p.vh[role=status]").textContent(), "");
  assert.match((await said()).join("\n"), /^status: \d+ passages? for “vuurwapens”$/u);
  await page.keyboard.press("Shift");
  assert.deepEqual(await said(), []);
});

test("A22: a page that speaks another language", async (t) => {
  const { input, page, element, said } = await open(t, "ready");
  await input.fill("vuurwapens");
  assert.equal((await said()).length, 1);
  for (const lang of ["en", "fr"]) {
    await page.evaluate((lang) => {
      document.documentElement.lang = lang;
    }, lang);
    await element.locator(`.root[lang="${lang}"]`).waitFor();
    assert.deepEqual(await said(), []);
  }
  // Asked once more, it is told in that language.
  await input.press("Enter");
  assert.match((await said()).join("\n"), /^status: \d+ résultats/u);
});

test("A22: a search that came with the page, asked once more", async (t) => {
  const { input, said } = await open(t, "ready", { path: "#?q=drugs" });
  assert.deepEqual(await said(), []);
  await input.press("Enter");
  assert.match((await said()).join("\n"), /^status: \d+ resultaten voor “drugs”/u);
});

test("A22: nothing found, and what was searched for instead", async (t) => {
  const { input, said } = await open(t, "ready");
  await input.fill("xyzzyqqq");
  assert.deepEqual(await said(), ["status: Niets gevonden voor “xyzzyqqq”"]);
  await input.fill("mensenhadnel");
  const corrected = await said();
  assert.equal(corrected.length, 1);
  assert.match(corrected[0], /^status: Niets gevonden voor “mensenhadnel”\. Dit zijn de resultaten voor mensenhandel\. \d+ resultaten/u);
});

test("A22: what was done", async (t) => {
  const { element, said } = await open(t, "page by page", { context: { permissions: ["clipboard-write"] } });
  await said();
  await element.locator("[data-action=cite]").first().click();
  assert.deepEqual(await said({ once: true }), ["status: Citaat gekopieerd."]);
  await element.locator(".rest-of-list button").first().click();
  assert.deepEqual(await said({ once: true }), ["status: Getoond: 6 van 10."]);
});

test("A22: waiting for the portal's documents", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const state = stateNamed("own documents missing");
  const { said, element } = await open(t, "own documents missing", { wait: ".portal-wait[role=status]:not(:empty)", respond: async (...exchange) => {
    if (exchange[0].url.endsWith(".epx")) await gate;
    return state.respond(...exchange);
  } });
  assert.deepEqual(await said({ pauses: false }), ["status: De documenten van dit portaal worden nog geladen…"]);
  letGo();
  await element.locator(".portal-failure").waitFor();
  assert.match((await said()).join("\n"), /^alert: De documenten van dit portaal konden niet worden geladen\. De prioriteiten staan er wel\. Opnieuw proberen$/u);
});

test("A22: waiting after another try", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const state = stateNamed("engine missing");
  let isTried = false;
  const { said, element } = await open(t, "engine missing", { respond: async (request, response) => {
    if (!isTried) return state.respond(request, response);
    if (/\.wasm$/u.test(request.url)) await gate;
    return false;
  } });
  await said();
  isTried = true;
  await element.getByRole("button", { name: "Opnieuw proberen" }).click();
  assert.deepEqual(await said(), ["status: De prioriteiten worden geladen…"]);
  letGo();
  await element.locator(".view").waitFor();
  // Then, once, what was waited for.
  const there = await said();
  assert.equal(there.length, 1);
  assert.match(there[0], /^status: \d+ /u);
});

test("A23: an engine that fails", async (t) => {
  const { said, element } = await open(t, "engine failed");
  const first = await said();
  assert.equal(first.length, 1);
  assert.match(first[0], /^alert: .*kunnen niet worden getoond.*gestopt door een fout/u);
  const alert = element.locator("[role=alert]");
  assert.equal(`alert: ${(await alert.innerText()).replace(/\s+/gu, " ").trim().replace(/\s/gu, "")}`, `alert: ${first[0].slice(7).replace(/\s/gu, "")}`);
  assert.ok(await element.getByRole("button", { name: "Opnieuw proberen" }).isVisible());
  await element.getByRole("button", { name: "Opnieuw proberen" }).click();
  await element.locator(".view").waitFor();
  // Who asked again hears what there is.
  const again = await said();
  assert.equal(again.length, 1);
  assert.match(again[0], /^status: \d+ resultaten voor “wa”/u);
});

test("A23: a broken dataset, again after another try", async (t) => {
  const { said, element } = await open(t, "broken dataset");
  const first = await said();
  assert.match(first.join("\n"), /^alert: .*heeft \d+ fouten/u);
  await element.getByRole("button", { name: "Opnieuw proberen" }).click();
  await element.locator(".failure").waitFor();
  assert.deepEqual(await said(), first);
});
