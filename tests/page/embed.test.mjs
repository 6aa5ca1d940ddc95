// The element in somebody else's page.
//  1. Two elements with the same data share one engine; the last one to leave frees it.
//  2. An element that is moved keeps its engine, its cards and what was typed.
//  3. Attributes and properties mirror each other and what the reader does; events bubble out of the shadow root.
//  4. The headings start at the level that is asked for.
//  5. Without `deep-link` the address of the page is left alone.
//  6. The language is that of the closest ancestor; `theme` decides over the page.
//  7. Fallback content is shown until the cards are there.
//  8. The class can be imported where there is no DOM, and registered twice without harm.
//  9. It is as wide as there is room, whatever box the page puts it in; what fits beside what follows from its own size.
// 10. A card that is asked for where nobody can see it is shown when the place is opened.
// 11. A message is in the window, even if something of the page moves what is fixed.
// 12. A size in `em` or without a unit is what it says; official text can be selected wherever the page forbids it; suggestions stay below the page's own header.
// 13. Escape that the search box uses does not reach a dialog of the page; a list of parts leads to what is not behind a sticky header.
// 14. It works on a page whose scripts replace what arrays have by themselves.
// 15. Nothing keeps an element that has gone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { openDemo, serving } from "./demo.mjs";
import { openPage, siteDir } from "./harness.mjs";

/** A bare page that hosts what a test wants to host. */
const bare = (body) => (request, response) => {
  if (!request.url.split("?")[0].endsWith("/host.html")) return false;
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><html lang="is"><title>Gátt</title><script type="module" src="./empact-priorities/define.js"></script><main>${body}</main></html>`);
  return true;
};

const openHost = async (t, body, options = {}) => {
  const opened = await openPage({ t, path: "host.html", respond: bare(body), ...options });
  await opened.page.waitForFunction(() => [...document.querySelectorAll("empact-priorities")].every(({ engine }) => engine));
  return opened;
};

test("1: one engine for two elements", async (t) => {
  const host = await openHost(t, '<empact-priorities id="a"></empact-priorities><empact-priorities id="b" lang="nl"></empact-priorities>');
  const { page } = host;
  assert.equal(host.requests.filter((url) => url.endsWith(".wasm")).length, 1);
  const result = await page.evaluate(async () => {
    const [a, b] = document.querySelectorAll("empact-priorities");
    const { engine } = a;
    const shared = engine === b.engine;
    const later = () => new Promise((resolve) => setTimeout(resolve, 50));
    a.remove();
    await later();
    const usable = engine.search("witwassen").total;
    b.remove();
    await later();
    let code;
    try {
      engine.search("witwassen");
    } catch (error) {
      code = error.code;
    }
    document.querySelector("main").append(a);
    const freed = a.engine;
    const back = (await a.whenReady()).search("witwassen").total;
    return { shared, usable: usable > 0, code, freed, back: back > 0, cards: a.shadowRoot.querySelectorAll(".card").length };
  });
  assert.deepEqual(result, { shared: true, usable: true, code: "freed", freed: undefined, back: true, cards: 18 });
  host.assertClean();
});

test("1: an engine in the place of one that failed is shared, whenever the other one is given back", async (t) => {
  const { page } = await openHost(t, "<empact-priorities></empact-priorities><empact-priorities></empact-priorities>");
  assert.equal(await page.evaluate(async () => {
    const [a, b] = document.querySelectorAll("empact-priorities");
    a.engine.free();
    a.search("witwassen");
    a.shadowRoot.querySelector("[data-key=retry]").click();
    const engine = await a.whenReady();
    b.remove();
    await new Promise((resolve) => { setTimeout(resolve, 10); });
    const c = document.createElement("empact-priorities");
    document.querySelector("main").append(c);
    return engine === await c.whenReady() && engine.search("witwassen").hits[0].id;
  }), "P7e");
});

test("2: an element that is moved", async (t) => {
  const host = await openHost(t, '<div id="from"><empact-priorities query="wapens" priority="P10"></empact-priorities></div><div id="to"></div>');
  const { page } = host;
  const result = await page.evaluate(async () => {
    const element = document.querySelector("empact-priorities");
    const { engine } = element;
    const card = element.shadowRoot.querySelector("[data-id=P10]");
    document.querySelector("#to").append(element);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return {
      same: engine === element.engine && card === element.shadowRoot.querySelector("[data-id=P10]"),
      usable: engine.search("x").total >= 0,
      query: element.shadowRoot.querySelector("input[type=search]").value,
      open: card.querySelector("[data-key=P10]").getAttribute("aria-expanded"),
    };
  });
  assert.deepEqual(result, { same: true, usable: true, query: "wapens", open: "true" });
  host.assertClean();
});

test("3, 5: attributes, properties, events", async (t) => {
  const host = await openHost(t, '<empact-priorities lang="nl"></empact-priorities>', {
    prepare: (opened) => opened.addInitScript(() => {
      globalThis.events = [];
      for (const name of ["ready", "search", "open", "language"]) {
        addEventListener(`empact-priorities-${name}`, ({ detail }) => globalThis.events.push([name, detail.query ?? detail.id ?? detail.lang]));
      }
    }),
  });
  const { page } = host;
  const element = page.locator("empact-priorities");
  const events = () => page.evaluate(() => globalThis.events.splice(0));
  assert.deepEqual((await events()).map(([name]) => name), ["search", "ready"]);
  await element.locator("input[type=search]").fill("drugs");
  assert.equal(await element.getAttribute("query"), "drugs");
  assert.equal(await element.evaluate(({ query }) => query), "drugs");
  await element.locator('[data-key="P6a"]').click();
  assert.equal(await element.getAttribute("priority"), "P6a");
  assert.deepEqual(await events(), [["search", "drugs"], ["open", "P6a"]]);
  await element.evaluate((node) => {
    node.query = "wapens";
    node.priority = "P10";
    node.lang = "en";
    node.filters = { instrument: ["OAP"] };
  });
  assert.equal(await element.locator("input[type=search]").inputValue(), "wapens");
  assert.equal(await element.locator('[data-key="P10"]').getAttribute("aria-expanded"), "true");
  assert.match(await element.locator('[data-key="P10"]').innerText(), /^More about this priority/);
  assert.ok(await element.locator('input[data-value="OAP"]').isChecked());
  await element.evaluate((node) => node.removeAttribute("priority"));
  assert.equal(await element.locator('[data-key="P10"]').getAttribute("aria-expanded"), "false");
  assert.equal(await page.evaluate(() => location.hash), "");
  host.assertClean();
});

test("4, 6: headings, language, theme", async (t) => {
  const { page } = await openHost(t, '<div lang="nl-BE"><empact-priorities heading-level="4" theme="dark"></empact-priorities></div><empact-priorities id="second"></empact-priorities>');
  const first = page.locator("empact-priorities").first();
  assert.equal(await first.locator("[data-id=P1] .title").first().evaluate((node) => node.tagName), "H5");
  assert.equal(await first.locator("h1, h2, h3").count(), 0);
  assert.match(await first.locator("[data-key=P1]").innerText(), /Meer over/);
  assert.match(await page.locator("#second [data-key=P1]").innerText(), /More about/);
  const light = (locator) => locator.evaluate((node) => {
    const [red] = getComputedStyle(node).backgroundColor.match(/\d+/g);
    return Number(red) > 128;
  });
  assert.equal(await light(first), false);
  assert.equal(await light(page.locator("#second")), true);
});

test("7: fallback content", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const page = bare("<empact-priorities><p id=plain>Een eenvoudige lijst</p></empact-priorities>");
  const opened = await openPage({ t, path: "host.html", respond: async (request, response) => {
    if (request.url.endsWith(".wasm")) await gate;
    return page(request, response);
  } });
  assert.ok(await opened.page.locator("#plain").isVisible());
  letGo();
  await opened.page.locator("empact-priorities [data-id=P1]").waitFor();
  assert.ok(!(await opened.page.locator("#plain").isVisible()));
});

test("8: no DOM, and twice", async (t) => {
  const { EmpactPrioritiesElement } = await import(pathToFileURL(join(siteDir, "empact-priorities/element.js")).href);
  await import(pathToFileURL(join(siteDir, "empact-priorities/define.js")).href);
  assert.equal(EmpactPrioritiesElement.version, JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8")).version);
  const demo = await openDemo(t);
  await demo.page.evaluate(async () => {
    await import("./empact-priorities/define.js?again");
  });
  assert.equal((await demo.areas()).length, 18);
  demo.assertClean();
});

test("9: widths", async (t) => {
  const { page } = await openHost(t, '<div id="box"><empact-priorities></empact-priorities></div>', { context: { viewport: { width: 1280, height: 800 } } });
  const widths = (box, own = {}) => page.evaluate(([boxStyle, ownStyle]) => {
    const element = document.querySelector("empact-priorities");
    document.querySelector("#box").style.cssText = boxStyle;
    element.style.cssText = "";
    for (const [name, value] of Object.entries(ownStyle)) element.style.setProperty(name, value);
    const side = element.shadowRoot.querySelector(".side").getBoundingClientRect();
    const content = element.shadowRoot.querySelector(".content").getBoundingClientRect();
    return { host: Math.round(element.getBoundingClientRect().width), root: Math.round(element.shadowRoot.querySelector(".root").getBoundingClientRect().width), isWide: side.right <= content.left };
  }, [box, own]);
  for (const box of ["", "display: flex", "display: flex; flex-direction: column; align-items: center", "display: grid; place-items: center"]) {
    assert.deepEqual(await widths(box), { host: 1264, root: 1248, isWide: true }, box);
  }
  assert.equal((await widths("", { margin: "40px" })).host, 1184);
  assert.deepEqual(await widths("width: 280px"), { host: 280, root: 280, isWide: false });
  for (const box of ["float: left", "position: absolute", "display: table-cell"]) assert.equal((await widths(box)).host, 320, box);
  assert.deepEqual(await widths("", { "--empact-max-width": "32rem" }), { host: 1264, root: 512, isWide: false });
  assert.equal((await widths("width: 620px; font-size: 10px")).isWide, false);
  assert.equal((await widths("font-size: 32px")).isWide, true);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "62.5%";
  });
  assert.deepEqual(await widths("", { "--empact-font-size": "1.6rem" }), { host: 1264, root: 1248, isWide: true });
});

for (const [panel, open] of [
  ['<details><summary>Meer</summary>', () => {
    document.querySelector("main > details").open = true;
  }],
  ['<details hidden open>', () => {
    document.querySelector("main > details").hidden = false;
  }],
]) test(`10: a card in ${panel} that is opened`, async (t) => {
  const { page } = await openHost(t, `${panel}<empact-priorities priority="P7e"></empact-priorities></details>`);
  const seen = () => page.locator('[data-id="P7e"]').evaluate((card) => [card.getBoundingClientRect().top >= -5 && card.getBoundingClientRect().top < 200, card.getRootNode().activeElement?.closest("[data-id]")?.dataset.id]);
  await page.evaluate(open);
  await page.waitForFunction(() => scrollY > 0);
  assert.deepEqual(await seen(), [true, "P7e"]);
});

test("12: what a page says of sizes and selection", async (t) => {
  const { page } = await openHost(t, `<header></header>${["", "--empact-font-size: 1em", "--empact-font-size: 1.25em", "--empact-font-size: 100%", "--empact-scroll-margin: 0"].map((style) => `<empact-priorities data-style="${style}"></empact-priorities>`).join("")}`);
  const found = await page.evaluate(async () => {
    document.body.style.userSelect = "none";
    const elements = [...document.querySelectorAll("empact-priorities")];
    // The policy forbids style attributes in the page, not what a script sets.
    for (const element of elements) element.style.cssText = element.dataset.style;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    const sizes = elements.map(({ shadowRoot }) => ["h3.title, .title", ".legend", ".kicker"].map((name) => getComputedStyle(shadowRoot.querySelector(name)).fontSize).join(" "));
    const [first] = elements;
    const title = first.shadowRoot.querySelector(".official-title, .title");
    getSelection().selectAllChildren(title);
    const header = document.querySelector("header");
    header.style.cssText = "position: sticky; top: 0; height: 100px; z-index: 1; background: red";
    return {
      sizes, width: document.documentElement.scrollWidth - innerWidth, side: getComputedStyle(elements[4].shadowRoot.querySelector(".side")).maxBlockSize,
      select: getComputedStyle(title).userSelect,
    };
  });
  const [usual, em, larger, percent] = found.sizes;
  assert.equal(em, usual);
  assert.equal(percent, usual);
  assert.equal(parseFloat(larger) / parseFloat(usual), 1.25);
  assert.ok(found.width <= 0, `${found.width} pixels too wide`);
  assert.match(found.side, /^\d+px$/u);
  assert.equal(found.select, "text");
  // The page is scrolled so that the list of suggestions lies under its header.
  const input = page.locator("empact-priorities").first().locator("input[type=search]");
  await input.pressSequentially("wit");
  const options = page.locator("empact-priorities").first().locator(".suggestions");
  await options.waitFor();
  const top = await options.evaluate((list) => {
    scrollBy({ top: list.getBoundingClientRect().top - 40, behavior: "instant" });
    const { left } = list.getBoundingClientRect();
    return document.elementFromPoint(left + 20, 60).localName;
  });
  assert.equal(top, "header");
});

test("13: keys and places of the page", async (t) => {
  const { page } = await openHost(t, "<empact-priorities></empact-priorities>");
  const element = page.locator("empact-priorities");
  await page.evaluate(() => {
    document.querySelector("main").addEventListener("keydown", ({ key }) => { globalThis.keys = [...globalThis.keys ?? [], key]; });
  });
  const input = element.locator("input[type=search]");
  await input.pressSequentially("wit");
  for (const open of [true, false]) {
    assert.equal(await element.locator("[role=option]").first().isVisible(), open);
    await input.press("Escape");
  }
  assert.equal(await input.inputValue(), "");
  assert.equal(await page.evaluate(() => globalThis.keys.includes("Escape")), false);
  await input.press("Escape");
  assert.equal(await page.evaluate(() => globalThis.keys.at(-1)), "Escape", "there was nothing left to do with it");

  await element.evaluate((node) => {
    node.style.setProperty("--empact-scroll-margin", "100px");
    node.view = "background";
  });
  const parts = element.locator(".background .jump button");
  assert.ok(await parts.count() > 2);
  for (let at = 0; at < await parts.count(); at += 1) {
    await parts.nth(at).click();
    const title = await element.evaluate(({ shadowRoot }) => shadowRoot.activeElement.getBoundingClientRect().top);
    assert.ok(title >= 99, `part ${at} at ${title}`);
  }
});

test("14: what the scripts of a page replace", async (t) => {
  const dataset = JSON.parse(readFileSync(join(siteDir, "empact-priorities/dataset.json"), "utf8"));
  dataset.documents = [{ id: "a", title: "Handreiking witwassen", priorities: ["P7e"], language: "nl" }];
  const page = bare('<empact-priorities src="own.json"></empact-priorities>');
  const host = await openHost(t, "", { respond: (request, response) => serving("own.json", JSON.stringify(dataset))(request, response) || page(request, response), prepare: (opened) => opened.addInitScript(() => {
    // As Prototype.js does, which takes its own away again and the browser's with it.
    delete Array.prototype.entries;
    Array.prototype.each = Array.prototype.forEach;
    // As MooTools does, which knows no second argument.
    const from = Array.from;
    Array.from = (items) => from.call(Array, items);
  }) });
  const element = host.page.locator("empact-priorities");
  await element.locator("input[type=search]").pressSequentially("witw");
  await element.locator("[role=option]").first().waitFor();
  await element.locator(".view mark").first().waitFor();
  // Not those about a crime area, which are in its closed card once nothing has happened for a while.
  await element.locator(".group.portal .document").first().waitFor();
  for (const view of ["tasks", "text", "background"]) {
    await element.evaluate((node, name) => { node.view = name; }, view);
    await element.locator(`.view.${view === "tasks" ? "tasks-view" : view}`).waitFor();
  }
  host.assertClean();
});

test("11: a message in a box that moves", async (t) => {
  const { page } = await openHost(t, '<div id="box"><empact-priorities lang="nl"></empact-priorities></div>', { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.evaluate(() => {
    document.querySelector("#box").style.transform = "scale(1)";
  });
  await page.locator('[data-id="P2"] [data-action=cite]').first().click();
  const isSeen = () => page.waitForFunction(() => {
    const toast = document.querySelector("empact-priorities").shadowRoot.querySelector(".toast");
    const { height, top, bottom } = toast.getBoundingClientRect();
    return toast.textContent === "Citaat gekopieerd." && height > 0 && top >= 0 && bottom <= innerHeight;
  });
  await isSeen();
  await page.evaluate(() => {
    document.querySelector("empact-priorities").headingLevel = 4;
  });
  // What was said is still there, but out of the window until it is said again.
  await page.locator('[data-id="P2"] [data-action=cite]').first().click();
  await isSeen();
});

test("15: an element that has gone", async (t) => {
  const { page, context } = await openHost(t, "<empact-priorities></empact-priorities>");
  await page.evaluate(async () => {
    const node = document.createElement("empact-priorities");
    Object.assign(node, { deepLink: "hash", shortcut: "/", filters: { instrument: ["OAP"] } });
    document.querySelector("main").append(node);
    await node.whenReady();
    node.search("witwassen");
    node.open("P7e");
    node.remove();
    globalThis.gone = new WeakRef(node);
  });
  const devTools = await context.newCDPSession(page);
  // What was put off for a moment keeps it so long.
  let isThere = true;
  for (let tries = 0; isThere && tries < 50; tries += 1) {
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 100); }));
    await devTools.send("HeapProfiler.collectGarbage");
    isThere = await page.evaluate(() => globalThis.gone.deref() !== undefined);
  }
  assert.equal(isThere, false);
});
