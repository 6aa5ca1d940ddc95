// What is around the element: boxes that scroll, panels that are closed, frames, frameworks, routers and caches of pages.
//  1. Where a box scrolls instead of the window, whatever shadow root it is in, what is made anew keeps the reader's place too.
//  2. Settings that are changed in one turn are answered once; what is asked for after them has them, and goes before what was typed.
//  3. In a panel that is closed, however it is, a link waits until it is opened; a host without a box of its own changes nothing.
//  4. In a frame a link takes no focus from the page around it.
//  5. What was typed does not get into the address of another page, whichever part of the address tells the two apart, also where the box with the focus is
//     taken away.
//  6. A copy of the element, as caches of pages make them, begins with what the page had set; its address names the rest.
//  7. What a browser translates, in elements of its own, is replaced by the next answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { datasetWith, serving } from "./demo.mjs";
import { openPortal } from "./host.mjs";

const still = { policy: "", context: { reducedMotion: "reduce" } };
const topOf = (page, id) => page.evaluate((card) => Math.round(document.querySelector("empact-priorities").shadowRoot.querySelector(`[data-id="${card}"]`).getBoundingClientRect().top), id);
const later = (page, time) => page.waitForTimeout(time);

const shell = "html,body{height:100%;margin:0;overflow:hidden}.scrolls{height:100vh;overflow:auto;scroll-behavior:smooth}";
for (const [name, prepare] of [
  ["a box", () => { document.querySelector("main").className = "scrolls"; }],
  ["a box in a shadow root", () => {
    const main = document.querySelector("main");
    const root = main.attachShadow({ mode: "open" });
    const box = document.createElement("div");
    box.style = "height: 100vh; overflow: auto";
    box.append(document.createElement("slot"));
    root.append(box);
  }],
]) test(`1: ${name} scrolls`, async (t) => {
  const { page, element } = await openPortal(t, { ...still, css: shell, attributes: 'deep-link="hash"' });
  await page.evaluate(prepare);
  await element.evaluate((node) => node.open("P9"));
  await later(page, 300);
  const before = await topOf(page, "P9");
  assert.ok(before > -5 && before < 200, String(before));
  // The heading has the focus, then nothing of the element.
  for (const change of [{ lang: "en" }, { contentLang: "nl" }, "blur", { lang: "nl" }, { contentLang: "en" }]) {
    await element.evaluate((node, set) => {
      if (set === "blur") node.shadowRoot.activeElement.blur();
      else Object.assign(node, set);
    }, change);
    assert.ok(Math.abs((await topOf(page, "P9")) - before) < 3, `${JSON.stringify(change)}: ${before} became ${await topOf(page, "P9")}`);
  }
});

test("1: a box that begins in the middle of the window", async (t) => {
  const { page, element } = await openPortal(t, {
    ...still, css: "html,body{height:100%;margin:0;overflow:hidden}header{height:350px}.scrolls{height:calc(100vh - 350px);overflow:auto}",
    before: '<header>Portaal</header><div class="scrolls">', after: "</div>",
  });
  await page.evaluate(() => {
    document.querySelector(".scrolls").scrollTop = 3000;
  });
  // The first card that begins in the box.
  const id = await element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[data-id]")].find((card) => card.getBoundingClientRect().top >= 350).dataset.id);
  const before = await topOf(page, id);
  await element.evaluate((node) => { node.lang = "en"; });
  assert.ok(Math.abs((await topOf(page, id)) - before) < 3, `${id}: ${before} became ${await topOf(page, id)}`);
});

test("1: what is only there for the browser's own search is no place", async (t) => {
  const { page, element } = await openPortal(t, still);
  await page.evaluate(() => dispatchEvent(new Event("blur")));
  await element.locator('[hidden="until-found"] [data-id="TK12"]').first().waitFor({ state: "attached" });
  await element.evaluate((node) => {
    node.open("P10");
    node.shadowRoot.activeElement.blur();
  });
  await later(page, 300);
  const before = await topOf(page, "P10");
  await element.evaluate((node) => { node.lang = "en"; });
  assert.ok(Math.abs((await topOf(page, "P10")) - before) < 3, `${before} became ${await topOf(page, "P10")}`);
});

test("2: settings changed in one turn", async (t) => {
  const portal = await openPortal(t, { attributes: 'deep-link="hash"' });
  const { page, element } = portal;
  const settings = { headingLevel: 3, sort: "document", maxResults: 5, facets: "offence actor", contentLang: "en", shortcut: "/", lang: "en" };
  const [answers, read] = await element.evaluate(async (node, set) => {
    let n = 0;
    node.addEventListener("empact-priorities-search", () => { n += 1; });
    Object.assign(node, set);
    const now = Object.keys(set).map((name) => node[name]);
    await node.whenReady();
    return [n, now];
  }, settings);
  assert.deepEqual([answers, read], [1, Object.values(settings)]);
  const seen = () => element.evaluate(({ shadowRoot, query, view, filters }) => [
    shadowRoot.querySelector(".root").lang, shadowRoot.querySelector(".cards, .tasks-view")?.querySelector("h2, h3, h4")?.localName ?? "", [query, view, JSON.stringify(filters)].join(),
  ]);
  assert.equal((await seen())[0], "en");
  // Whatever the order, the last value of each counts, and is answered.
  const ordered = await element.evaluate(async (node) => {
    const answered = [];
    node.addEventListener("empact-priorities-search", ({ detail }) => answered.push([detail.query, detail.view]));
    Object.assign(node, { sort: "relevance", query: "wapens", lang: "nl", view: "text", filters: "instrument=OAP", headingLevel: 2, maxResults: null, facets: null });
    const now = [node.query, node.view, node.filters];
    await undefined;
    return [answered, now];
  });
  assert.deepEqual(ordered, [[["wapens", "text"]], ["wapens", "text", { instrument: ["OAP"] }]]);
  assert.equal(await portal.input.inputValue(), "wapens");
  // Methods find what was set before them.
  const asked = await element.evaluate(async (node) => {
    const found = [];
    node.addEventListener("empact-priorities-search", ({ detail }) => found.push([detail.query, node.shadowRoot.querySelector(".root").lang, detail.shown]));
    node.maxResults = 1;
    node.lang = "en";
    node.search("drugs", { view: "priorities", filters: {} });
    const last = found.at(-1);
    node.headingLevel = 4;
    node.open("P10");
    const { activeElement } = node.shadowRoot;
    const opened = [activeElement?.closest("[data-id]").dataset.id, activeElement?.localName];
    await undefined;
    return [last?.slice(0, 2), opened, node.shadowRoot.activeElement?.closest("[data-id]")?.dataset.id];
  });
  assert.equal(asked[0]?.join(), "drugs,en");
  assert.equal(asked[1][0], "P10");
  assert.equal(asked[2], "P10");
  // Taken away in between, moved in between.
  const away = await element.evaluate(async (node) => {
    const box = node.parentElement;
    const levels = [];
    for (const wait of [() => new Promise((resolve) => { setTimeout(resolve, 50); }), () => undefined]) {
      node.headingLevel = levels.length === 0 ? 5 : 2;
      node.remove();
      await wait();
      box.append(node);
      await node.whenReady();
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      levels.push(node.shadowRoot.querySelector(".group-title, .cards h2, .cards h5, .cards h3, .cards h4")?.localName, node.shadowRoot.querySelectorAll(".card").length > 0, node.query);
    }
    return levels;
  });
  assert.deepEqual(away.filter((_, index) => index % 3 !== 0), [true, "", true, ""]);
  assert.notEqual(away[0], away[3]);
  portal.assertClean();
});

test("2: settings of the page are not announced, and silence nothing", async (t) => {
  const { page, element } = await openPortal(t);
  const status = element.locator("p.vh[role=status]").last();
  const told = async (changes) => {
    await element.evaluate((node, set) => Object.assign(node, set), changes);
    await later(page, 1300);
    return status.textContent();
  };
  for (const changes of [{ headingLevel: 3 }, { maxResults: 4 }, { sort: "document" }]) assert.equal(await told(changes), "", JSON.stringify(changes));
  assert.match(await told({ query: "wapens", headingLevel: 2 }), /^3 resultaten/u);
  assert.match(await told({ query: "drugs", lang: "en" }), /^\d+ results/u);
});

test("2: a card that is being scrolled to stays where the reader goes", async (t) => {
  const { page, element } = await openPortal(t, { policy: "", respond: async (request) => {
    if (/\/pl-[^/]*\.js$/u.test(request.url)) await new Promise((resolve) => { setTimeout(resolve, 200); });
    return false;
  } });
  for (const changes of [{ priority: "P9", contentLang: "en" }, { lang: "pl", priority: "P10" }]) {
    await element.evaluate((node, set) => Object.assign(node, set), changes);
    const isThere = () => page.waitForFunction((id) => {
      const { top } = document.querySelector("empact-priorities").shadowRoot.querySelector(`[data-id="${id}"]`).getBoundingClientRect();
      return top > -5 && top < 200;
    }, changes.priority, { timeout: 8000 });
    await isThere();
    await later(page, 1200);
    await isThere();
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  }
});

test("2: a query set together with a setting, while somebody types", async (t) => {
  const { page, element, input } = await openPortal(t, { attributes: 'deep-link="hash"' });
  await input.pressSequentially("witw");
  await page.waitForFunction(() => location.hash === "#?q=witw");
  const before = await page.evaluate(() => history.length);
  // Everything is made anew, with the box that is typed in: nobody has searched by that.
  await page.evaluate(() => { document.documentElement.lang = "en"; });
  await element.locator('.root[lang="en"]').waitFor();
  assert.deepEqual([await page.evaluate(() => history.length), await element.evaluate(({ shadowRoot }) => shadowRoot.activeElement.id)], [before, "q"]);
  await input.pressSequentially("a");
  await element.evaluate((node) => {
    node.headingLevel = 4;
    node.query = "europol";
  });
  await page.waitForFunction(() => location.hash === "#?q=europol");
  assert.deepEqual([await element.evaluate(({ query }) => query), await input.inputValue(), await page.evaluate(() => history.length)], ["europol", "europol", before]);
});

test("2: a filter and the view that has it, in any order", async (t) => {
  const { element } = await openPortal(t);
  const set = (changes) => element.evaluate(async (node, given) => {
    let n = 0;
    const count = () => { n += 1; };
    node.addEventListener("empact-priorities-search", count);
    for (const [name, value] of given) node[name] = value;
    await undefined;
    node.removeEventListener("empact-priorities-search", count);
    return [node.view, node.filters, node.getAttribute("filters"), n];
  }, changes);
  const tasks = ["tasks", { modality: ["must"] }, "modality=must", 1];
  assert.deepEqual(await set([["filters", "modality=must"], ["view", "tasks"]]), tasks);
  assert.deepEqual((await set([["view", "priorities"]])).slice(0, 3), ["priorities", {}, null]);
  // In another turn it is what was kept that counts.
  assert.deepEqual((await set([["filters", "modality=must"]])).slice(0, 3), ["priorities", {}, null]);
  assert.deepEqual((await set([["view", "tasks"]])).slice(0, 3), ["tasks", {}, null]);
});

test("2: what has the focus has it again", async (t) => {
  const { element } = await openPortal(t, { attributes: 'max-results="3" filters="instrument=OAP"' });
  for (const [selector, headingLevel] of [[".rest-of-list button", 3], [".chips button", 4]]) {
    await element.locator(selector).first().focus();
    await element.evaluate(async (node, level) => {
      node.headingLevel = level;
      await undefined;
    }, headingLevel);
    assert.equal(await element.locator(selector).first().evaluate((button) => button.matches(":focus")), true, selector);
  }
});

const panels = {
  "max-height": "#panel:not(.open){max-height:0;overflow:hidden}#panel{transition:max-height .3s;max-height:30000px;overflow:hidden}",
  "rows of a grid": "#panel{display:grid;grid-template-rows:0fr;transition:grid-template-rows .3s}#panel>div{overflow:hidden;min-height:0}#panel.open{grid-template-rows:1fr}",
  visibility: "#panel:not(.open){visibility:hidden}",
  "visibility of what has no height": "#panel:not(.open){visibility:hidden;opacity:0;height:0;overflow:hidden}",
  width: "#panel:not(.open){width:0;overflow:hidden}",
  "visibility, with a delay": "#panel{visibility:hidden;transition:visibility .1s .4s}#panel.open{visibility:visible}",
  "visibility, by a box that is ticked": "#panel{visibility:hidden}:checked~#panel{visibility:visible}",
};
for (const [name, css] of Object.entries(panels)) test(`3: closed by ${name}`, async (t) => {
  const { page, element } = await openPortal(t, {
    ...still, wait: false, css: `${css}.tall{height:700px}`, attributes: 'deep-link="hash"', path: "#P7e",
    before: '<h1>Portaal</h1><div class="tall"></div><input type="checkbox" id="open" aria-label="Prioriteiten"><div id="panel"><div>', after: '</div></div><div class="tall"></div>',
  });
  await element.evaluate((node) => node.whenReady());
  await later(page, 300);
  const seen = () => page.evaluate(() => [Math.round(scrollY), document.activeElement.localName, document.querySelector("#panel").scrollTop]);
  assert.deepEqual(await seen(), [0, "body", 0]);
  await page.evaluate((isTicked) => {
    // A page that is never still.
    setInterval(() => document.documentElement.style.setProperty("--time", performance.now()), 50);
    if (isTicked) document.querySelector("#open").checked = true;
    else document.querySelector("#panel").classList.add("open");
  }, name.endsWith("ticked"));
  await page.waitForFunction(() => document.activeElement.localName === "empact-priorities");
  await later(page, 500);
  const top = await topOf(page, "P7e");
  assert.ok(top > -5 && top < 200, String(top));
});

test("3: out of sight, but in no closed panel", async (t) => {
  const { page } = await openPortal(t, {
    ...still, css: `${shell}#clip{overflow:hidden}.tall{height:3000px}`, attributes: 'deep-link="hash"', path: "#P7e",
    before: '<div class="scrolls"><div class="tall"></div><div id="clip">', after: '</div></div>',
  });
  await page.waitForFunction(() => document.activeElement.localName === "empact-priorities");
  const top = await topOf(page, "P7e");
  assert.ok(top > -5 && top < 200, String(top));
});

test("3: who types elsewhere while a panel opens stays there", async (t) => {
  const { page, element } = await openPortal(t, {
    ...still, wait: false, css: "#panel:not(.open){display:none}", attributes: 'deep-link="hash"', path: "#P7e",
    before: '<h1>Portaal</h1><input id="own" aria-label="Naam"><div id="panel">', after: "</div>",
  });
  await element.evaluate((node) => node.whenReady());
  await page.locator("#own").click();
  await page.evaluate(() => document.querySelector("#panel").classList.add("open"));
  await later(page, 500);
  await page.keyboard.type("verlof");
  assert.deepEqual(await page.evaluate(() => [document.querySelector("#own").value, scrollY]), ["verlof", 0]);
  assert.equal(await element.locator('[data-key="P7e"]').getAttribute("aria-expanded"), "true");
});

for (const [name, css] of [
  ["beside what floats", "body{overflow-x:hidden}main{float:left;width:100%}"],
  ["behind a shell that is placed", "body{position:relative;margin:0;overflow:hidden}main{position:absolute;width:100vw;height:100vh;overflow:auto}"],
]) test(`3: a page without height, ${name}`, async (t) => {
  const { page } = await openPortal(t, { ...still, css, attributes: 'deep-link="hash"', path: "#P7e" });
  assert.equal(await page.evaluate(() => document.body.clientHeight), 0);
  await page.waitForFunction(() => document.activeElement.localName === "empact-priorities", undefined, { timeout: 3000 });
  const top = await topOf(page, "P7e");
  assert.ok(top > -5 && top < 200, String(top));
});

test("3: a host without a box", async (t) => {
  const { page, element } = await openPortal(t, { ...still, css: "main,empact-priorities{display:contents}", attributes: 'deep-link="hash"', path: "#P7e" });
  const isAt = async (id) => {
    await page.waitForFunction((card) => document.querySelector("empact-priorities").shadowRoot.activeElement?.closest("[data-id]")?.dataset.id === card, id);
    const top = await topOf(page, id);
    assert.ok(top > -5 && top < 200, `${id}: ${top}`);
  };
  await isAt("P7e");
  await element.evaluate((node) => node.open("P10"));
  await isAt("P10");
  await element.evaluate((node) => {
    node.shadowRoot.activeElement.blur();
    node.lang = "en";
  });
  const top = await topOf(page, "P10");
  assert.ok(top > -5 && top < 200, `in another language: ${top}`);
});

test("4: a frame", async (t) => {
  const { page } = await openPortal(t, { ...still, wait: false, before: '<h1>Portaal</h1><input id="own" aria-label="Naam"><iframe title="Prioriteiten" width="900" height="600"></iframe>' });
  await page.locator("#own").click();
  await page.evaluate(() => {
    document.querySelector("empact-priorities").remove();
    document.querySelector("iframe").src = "index.html#P7e";
  });
  const frame = page.frameLocator("iframe").locator("empact-priorities");
  await frame.locator('[data-key="P7e"][aria-expanded=true]').waitFor();
  await page.keyboard.type("verlof");
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.querySelector("#own").value]), ["own", "verlof"]);
  const [top] = await frame.evaluate((node) => [node.shadowRoot.querySelector('[data-id="P7e"]').getBoundingClientRect().top]);
  assert.ok(top > -5 && top < 200, String(top));
  // The page sends it elsewhere.
  await page.evaluate(() => {
    document.querySelector("iframe").contentWindow.location.hash = "#P10";
  });
  await frame.locator('[data-key="P10"][aria-expanded=true]').waitFor();
  await page.keyboard.type(" aanvragen");
  assert.equal(await page.locator("#own").inputValue(), "verlof aanvragen");
  // Who is in the frame gets there.
  await frame.locator("input[type=search]").click();
  await frame.evaluate(() => {
    location.hash = "#P9";
  });
  await frame.locator('[data-key="P9"][aria-expanded=true]').waitFor();
  assert.equal(await frame.evaluate((node) => node.shadowRoot.activeElement?.closest("[data-id]")?.dataset.id), "P9");
});

for (const [kind, next] of [["query", "?id=2"], ["hash", "?id=2"], ["query", "?id=1#/two"]]) test(`5: ${kind}, ${next}`, async (t) => {
  const { page, element, input } = await openPortal(t, { path: "?id=1", attributes: `deep-link="${kind}"` });
  await input.evaluate(async (box, address) => {
    box.value = "wapens";
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await new Promise((resolve) => { setTimeout(resolve, 60); });
    history.pushState(null, "", address);
  }, next);
  await later(page, 400);
  assert.equal(await page.evaluate(() => location.search + location.hash), next);
  assert.equal(await element.evaluate(({ query }) => query), "wapens");
});

for (const kind of ["hash", "query"]) test(`5: ${kind}, Back takes away the box with the focus`, async (t) => {
  const { page, element, input } = await openPortal(t, { path: "?id=1", attributes: `deep-link="${kind}"` });
  // As routers do.
  await element.evaluate((node) => {
    const place = node.parentElement;
    node.remove();
    history.pushState(undefined, "", "?id=2");
    addEventListener("popstate", () => { node.remove(); });
    place.append(node);
  });
  await input.pressSequentially("witw");
  await page.waitForFunction(() => location.href.endsWith("q=witw"));
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.querySelector("empact-priorities") === null);
  await later(page, 300);
  assert.equal(await page.evaluate(() => location.search + location.hash), "?id=1");
});

test("5: a page that goes on, and takes away the box with the focus", async (t) => {
  const { page, element, input } = await openPortal(t, { attributes: 'deep-link="hash"' });
  await input.pressSequentially("witw");
  await page.waitForFunction(() => location.hash === "#?q=witw");
  const before = await page.evaluate(() => history.length);
  const [query, there] = await element.evaluate(async (node) => {
    const place = node.parentElement;
    history.pushState(undefined, "", "#two");
    node.remove();
    const { hash } = location;
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    place.append(node);
    return [node.query, [hash, location.hash]];
  });
  assert.deepEqual([query, there, await page.evaluate(() => history.length)], ["witw", ["#two", "#two"], before + 1]);
});

for (const kind of ["hash", "query"]) test(`6: a copy, ${kind}`, async (t) => {
  const portal = await openPortal(t, { policy: "", attributes: `view="tasks" filters="modality=must" deep-link="${kind}"` });
  const { page, element, input } = portal;
  const begun = ["tasks", { modality: ["must"] }, "", "", "nl"];
  const place = () => page.evaluate(() => {
    const { view, filters, priority, query, shadowRoot } = document.querySelector("empact-priorities");
    return [view, filters, priority, query, shadowRoot.querySelector(".root").lang];
  });
  assert.deepEqual(await place(), begun);
  await element.getByRole("link", { name: "Prioriteiten", exact: true }).click();
  await element.getByRole("button", { name: "English" }).click();
  await input.fill("wapens");
  await input.press("Enter");
  await element.locator('[data-key="P10"]').click();
  const there = ["priorities", {}, "P10", "wapens", "en"];
  assert.deepEqual(await place(), there);
  const named = await page.evaluate(() => location.href);
  /** What a cache of pages does: the copy stands where the element was, on the address to which the reader goes back. */
  const comeBack = (address) => page.evaluate(async (href) => {
    const now = document.querySelector("empact-priorities");
    globalThis.copy ??= now.cloneNode(true).outerHTML;
    now.remove();
    history.pushState(null, "", href);
    const room = document.createElement("div");
    room.innerHTML = globalThis.copy;
    document.querySelector("main").append(room);
    await document.querySelector("empact-priorities").whenReady();
  }, address);
  await comeBack("?");
  assert.deepEqual(await place(), begun);
  assert.deepEqual(await element.evaluate((node) => [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort()), [`deep-link=${kind}`, "filters=modality=must", "view=tasks"]);
  await comeBack(named);
  assert.deepEqual(await place(), there);
  // Back from there, in the copy.
  await page.goBack();
  await later(page, 100);
  assert.deepEqual(await place(), begun);
  portal.assertClean();
});

test("6: an address that comes, and goes", async (t) => {
  const { page, element, input } = await openPortal(t, { attributes: 'query="drugs"' });
  await input.fill("wapens");
  const own = (deepLink) => element.evaluate((node, kind) => {
    node.deepLink = kind;
    return node.getAttribute("data-empact-own");
  }, deepLink);
  assert.equal(await own("hash"), "query=drugs");
  await page.waitForFunction(() => location.hash === "#?q=wapens");
  assert.equal(await own("none"), null);
});

test("6: a copy without an address keeps the reader's search", async (t) => {
  const { page, input } = await openPortal(t);
  await input.fill("wapens");
  const query = await page.evaluate(async () => {
    const now = document.querySelector("empact-priorities");
    const copy = now.cloneNode(true);
    now.replaceWith(copy);
    await copy.whenReady();
    return [copy.query, copy.getAttributeNames()];
  });
  assert.deepEqual(query, ["wapens", ["query"]]);
});

test("7: a translated page", async (t) => {
  const { element, input, page } = await openPortal(t, { attributes: 'src="own.json" max-results="3"', respond: serving("own.json", datasetWith({ documents: Array.from({ length: 30 }, (_, n) => ({ id: `d${n}`, title: `Witwassen in wijk ${n}` })) })) });
  // As browsers do it.
  const translate = () => element.evaluate(({ shadowRoot }) => {
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() !== "" && walker.currentNode.parentNode.localName !== "font") texts.push(walker.currentNode);
    for (const text of texts) {
      const [outer, inner] = ["font", "font"].map((name) => document.createElement(name));
      inner.textContent = text.data.toUpperCase();
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
  const said = () => element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[part=more], .facet[open] .more, .count-of, .count")].filter((node) => node.checkVisibility()).map((node) => node.textContent.toLowerCase()));
  await element.evaluate((node) => { node.search("fraude"); });
  await translate();
  await element.evaluate((node) => { node.search("witwassen"); });
  const translated = await said();
  // The same without a translation.
  await page.evaluate(() => { document.documentElement.lang = "en"; });
  await page.evaluate(() => { document.documentElement.lang = "nl"; });
  await element.evaluate((node) => { node.search("fraude"); node.search("witwassen"); });
  assert.equal(await input.inputValue(), "witwassen");
  assert.ok(translated.length > 8, translated.join("; "));
  assert.deepEqual(translated, await said());
});
