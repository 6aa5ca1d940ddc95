// Datasets and links that mean harm and keep to the format: what the element makes of them, under the strict policy.
//
//  1. Markup, scripts and addresses in texts are text: what is built has the elements and attributes, one by one, of the same dataset without them.
//  2. Links lead to http and https alone.
//  3. Names that objects have by themselves (`__proto__`, `constructor`) are ids, values and facets as any other; no prototype changes.
//  4. What turns the direction of text turns no word of ours and nothing that stands beside it, whether by letters or by control characters, which a
//     query in a link may hold as well.
//  5. A million characters without a space in any text do not widen the page, are not repeated over it, and leave it answering.
//  6. Thousands of values are there, and the page answers.
//  7. What is refused is said in plain text, however it is written; half characters are refused.
//  8. What a link asks for is repeated in few words, within quotation marks that it cannot end, and it can ask for no more than the page answers.
//  9. Every link leads to the page that it is on, also where its path looks like another host.
// 10. A citation is as legible as the card, however its quote ends.
// In each nothing is asked for but the component's own files, no policy is violated, and the console holds no error.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { endPause, openDemo, openHost, withHeldPause } from "./demo.mjs";
import { withoutTimers } from "./every-state.mjs";
import { copiedBy, openPage, siteDir } from "./harness.mjs";

const source = readFileSync(join(siteDir, "empact-priorities/dataset.json"), "utf8");
const VIEWS = ["priorities", "tasks", "text", "background"];

/** Where a dataset holds words for readers, and no ids, codes or addresses. */
const isText = (path) => /\.(?:text|quote|title|objective|gist|label|abbreviation|summary|body)$|\.(?:statement|note)\.[\w-]+$|\.items\.\d+$/u.test(path);

/** The dataset with every text changed by `change(text, path)`. The same letters must become the same everywhere, or quotes are none. */
function withTexts(dataset, change, path = "") {
  if (typeof dataset === "string") return isText(path) ? change(dataset, path) : dataset;
  if (typeof dataset !== "object" || dataset === null) return dataset;
  const changed = Object.entries(dataset).map(([key, value]) => [key, withTexts(value, change, `${path}.${key}`)]);
  return Array.isArray(dataset) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

/** Puts something behind letters, so that nearly every text and quote holds some of it, and quotes stay verbatim. */
const behindLetters = (added) => (text) => text.replace(/[a-z]/giu, (letter) => letter + (added[letter.toLowerCase()] ?? ""));

/** The embedded dataset as if somebody else had written it, with documents of a portal and an unusual address. */
function usual() {
  const dataset = JSON.parse(source.replaceAll("DE RAAD VAN DE EUROPESE UNIE", "EEN RAAD VAN DE EUROPESE UNIE"));
  const addresses = ["https://evil.example/\"onmouseover=\"globalThis.hit=1", "https://[<script>globalThis.hit=1</script>", "http://x:y@evil.example:99/<b>#'>"];
  dataset.outside.facts.forEach((fact, at) => fact.sources.push(addresses[at % addresses.length]));
  dataset.documents = ["/a", "//evil.example/x", "b?javascript:globalThis.hit=1", "./javascript:globalThis.hit=1"].map((url, at) => ({
    id: `<document ${at}>`, title: `Handreiking witwassen ${at}`, summary: "Voor banken", body: "Over alles", url, language: ["nl", "en", "ar", "und-x-evil"][at],
    priorities: ["P7e"], facets: { "<b>kind": ["<img src=x onerror=globalThis.hit=1>"] },
  }));
  return dataset;
}

/** Nothing here is about time: machines differ, and some do more than they can. */
const PATIENCE = 120_000;

const open = (t, dataset, { attributes = "", prepare, ...options } = {}) =>
  openHost(t, `<empact-priorities src="own.json" ${attributes}></empact-priorities>`, { "own.json": typeof dataset === "string" ? dataset : JSON.stringify(dataset) }, {
    ...options,
    prepare: (page) => {
      page.setDefaultTimeout(PATIENCE);
      return prepare?.(page);
    },
  });

/** Makes everything of a view: what opens is filled, as it is before printing. */
async function fill(element, view, lang = "nl") {
  await element.evaluate((node, [name, language]) => {
    node.lang = language;
    node.view = name;
    dispatchEvent(new Event("beforeprint"));
  }, [view, lang]);
  await element.locator(`.root[lang=${lang}] .view.${view === "tasks" ? "tasks-view" : view}`).waitFor();
}

/** Opens everything that can be opened, where it stands. */
const unfold = (element) => element.evaluate(({ shadowRoot }) => {
  for (const details of shadowRoot.querySelectorAll("details")) details.open = true;
  for (const button of shadowRoot.querySelectorAll('.main [aria-expanded="false"]')) button.click();
});

/** How often each element with each set of attributes occurs. */
const structure = (element) => element.evaluate(({ shadowRoot }) => {
  const counts = {};
  for (const node of shadowRoot.querySelectorAll("*")) {
    const name = `${node.localName} ${node.getAttributeNames().sort().join(" ")}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
});

const addresses = (element) => element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[href], [src], [action], [srcset], [srcdoc]")].map((node) => [node.localName, node.protocol]));

/** The page answers to a click and to keys: all the work before them is done. */
async function assertAnswers({ element }) {
  await element.locator("input[type=search]").fill("witwassen");
  await element.locator("input[type=search]").press("Escape");
  await element.locator('[data-key="view-priorities"]').click();
  assert.equal(await element.locator('[data-key="view-priorities"]').getAttribute("aria-current"), "page");
}

const markup = behindLetters({
  e: "<b onclick=globalThis.hit=1>",
  g: "</span></p><script>globalThis.hit=1</script>",
  k: `"'><img src=x onerror="globalThis.hit=1">`,
  m: "</style></title></textarea><iframe srcdoc='<script>top.hit=1</script>'>",
  p: "javascript:globalThis.hit=1",
  v: "data:text/html,<script>top.hit=1</script>",
  z: "{{constructor.constructor('hit=1')()}}${globalThis.hit=1}&lt;b&gt;",
});

test("1, 2: markup in every text", async (t) => {
  const host = await openHost(t, '<empact-priorities src="usual.json"></empact-priorities><empact-priorities src="own.json"></empact-priorities>', {
    "usual.json": JSON.stringify(usual()),
    "own.json": JSON.stringify(withTexts(usual(), markup)),
  }, { prepare: (page) => page.setDefaultTimeout(PATIENCE) });
  const [usually, hostile] = [host.element, host.page.locator("empact-priorities").nth(1)];
  for (const lang of ["nl", "en"]) {
    for (const view of VIEWS) {
      for (const element of [usually, hostile]) await fill(element, view, lang);
      assert.deepEqual(await structure(hostile), await structure(usually), `${view}, ${lang}`);
      for (const [name, protocol] of await addresses(hostile)) {
        assert.equal(name, "a");
        assert.match(protocol, /^https?:$/u);
      }
      const text = await hostile.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".view").textContent);
      for (const sign of ["<b onclick=globalThis.hit=1>", "</p><script>globalThis.hit=1</script>", "javascript:globalThis.hit=1"]) assert.ok(text.includes(sign), "it is there to read");
    }
  }
  // What is found and suggested is text too.
  await hostile.evaluate((node) => { node.view = "priorities"; });
  await hostile.locator("input[type=search]").pressSequentially("onerr");
  await hostile.locator(".view mark[part=mark]").first().waitFor();
  await hostile.locator("[role=option]").first().waitFor();
  assert.equal(await hostile.locator("script, img, iframe, style, title, object, embed, [onclick], [onerror]").count(), 0);
  assert.equal(await host.page.evaluate(() => globalThis.hit), undefined, "nothing ran");
  host.assertClean();
});

test("3: names that objects have by themselves", async (t) => {
  const names = { "A-cosi": "__proto__", "A-europol": "constructor", P7e: "hasOwnProperty", "T-oap": "valueOf", "CY-2018-2021": "__defineGetter__", doc: "prototype", TK01: "isPrototypeOf" };
  let text = source;
  for (const [id, name] of Object.entries(names)) text = text.replaceAll(`"${id}"`, `"${name}"`);
  text = text.replaceAll('"corruption"', '"constructor"').replaceAll('"offence:corruption"', '"offence:constructor"');
  const documents = '[{"id":"__lookupGetter__","title":"Over witwassen","facets":{"__proto__":["polluted"],"constructor":["__proto__"],"toString":["valueOf"]},"priorities":["hasOwnProperty"]}]';
  text = text.replace(/\}\s*$/u, `,"documents":${documents}}`);
  const host = await open(t, text, { attributes: 'deep-link="hash"', prepare: (page) => page.addInitScript(() => {
    globalThis.before = JSON.stringify([Object, Array, Function, String].map(({ prototype }) => Object.getOwnPropertyNames(prototype)));
  }) });
  const { page, element } = host;
  for (const view of VIEWS) await fill(element, view);
  await element.evaluate((node) => { node.view = "priorities"; });
  await element.locator('[data-key="hasOwnProperty"]').click();
  assert.match(await page.evaluate(() => location.hash), /^#hasOwnProperty/u);
  assert.equal(await element.locator('[data-id="hasOwnProperty"] section.portal .document').count(), 1);
  await element.evaluate((node) => { node.view = "tasks"; });
  const box = element.locator('input[data-value="__proto__"]');
  await box.check();
  assert.deepEqual(await element.evaluate((node) => Object.entries(node.filters)), [["actor", ["__proto__"]]]);
  assert.ok(await element.locator(".task").count() > 0);
  await element.evaluate((node) => { node.view = "priorities"; });
  await element.evaluate((node) => { node.filters = { offence: ["constructor"] }; });
  assert.ok(await element.locator(".view.priorities article").count() > 0);
  assert.equal(await page.evaluate(() => JSON.stringify([Object, Array, Function, String].map(({ prototype }) => Object.getOwnPropertyNames(prototype))) === globalThis.before), true);
  assert.equal(await page.evaluate(() => ({}).polluted ?? ({}).text), undefined);
  host.assertClean();
});

/** Pieces of text that do not stand in the order in which they follow each other, within one line of one block. */
const outOfOrder = (element) => element.evaluate(({ shadowRoot }) => {
  const blockOf = (node) => {
    let block = node.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  };
  const wrong = [];
  const before = new Map();
  const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // The words of a text that is marked are one text.
    if (node.data.trim() === "" || !node.parentElement.checkVisibility() || node.parentElement.closest("style, mark, .around")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const block = blockOf(node);
    const last = before.get(block);
    before.set(block, { node, lines });
    for (const a of last?.lines ?? []) for (const b of lines) {
      const isOneLine = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
      if (isOneLine && a.right > b.left + 1) wrong.push(`${last.node.data.slice(0, 40)} | ${node.data.slice(0, 40)}`);
    }
  }
  return [...new Set(wrong)];
});

/** Every text to another one, without a letter that runs from left to right. */
const inHebrewLetters = (text) => text.replace(/\p{L}/gu, (letter) => String.fromCharCode(0x5d0 + ((letter.toLowerCase().charCodeAt() + 7) % 26)));

for (const [what, change] of [
  ["control characters", behindLetters({ e: "\u202e", a: "\u2069\u202e", n: "\u2067", r: "\u202b" })],
  ["letters", behindLetters({ e: "\u05d0\u05d1", a: "\u0627\u0644", n: " 1 \u05d2" })],
  ["letters alone", (text, path) => (/\.(?:ownWords|aliases|statement|note|documents|items)\./u.test(path) ? inHebrewLetters(text) : text)],
]) {
  test(`4: what turns the direction: ${what}`, async (t) => {
    const host = await open(t, withTexts(usual(), change), { attributes: 'lang="nl" deep-link="hash"', context: { viewport: { width: 1280, height: 900 } } });
    const { element } = host;
    for (const view of VIEWS) {
      await fill(element, view);
      await unfold(element);
      assert.deepEqual(await outOfOrder(element), [], view);
      assert.ok(!/[\u202a-\u202e\u2066-\u2069]/u.test(await element.evaluate(({ shadowRoot }) => shadowRoot.textContent)), view);
    }
    host.assertClean();
  });
}

test("4: what turns the direction, in a link", async (t) => {
  const host = await openHost(t, `<empact-priorities lang="en" query="\u2069\u202efirearms \u202e\u2067zzzz"></empact-priorities>`);
  for (const query of ["\u2069\u202efirearms \u202e\u2067zzzz", "\u202e\u2067zzzz", "\u202emensenhandle"]) {
    await host.element.evaluate((node, text) => { node.query = text; }, query);
    const shown = await host.element.evaluate(({ shadowRoot }) => shadowRoot.textContent);
    assert.match(shown, /zzzz|mensenhandle/u);
    assert.ok(!/[\u202a-\u202e\u2066-\u2069]/u.test(shown), query);
  }
  host.assertClean();
});

/** How far the page goes beyond the window. */
const beyond = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const MILLION = 1_000_000;

for (const width of [320, 1280]) {
  test(`5: a million characters, ${width} px`, async (t) => {
    const long = "x".repeat(MILLION);
    const dataset = usual();
    for (const id of ["TK01", "offence:corruption", "A-customs", "REF-pad", "CY-2018-2021"]) dataset.ownWords.nl[id].title = `${long}${id}`;
    Object.assign(dataset.ownWords.nl.TK02, { gist: long });
    Object.assign(dataset.ownWords.nl.R01, { gist: long });
    dataset.aliases.find(({ of }) => of === "P1").text = long;
    dataset.documents[0].title = `witwassen${long}`;
    dataset.documents[1].summary = `witwassen ${long}`;
    const [fact] = dataset.outside.facts;
    Object.assign(fact, { statement: { nl: long }, note: { nl: long }, sources: [`https://${"x".repeat(60)}.example/${long}`, `https://[${long}`] });
    const host = await open(t, JSON.stringify(dataset).replaceAll("Cyberaanvallen", `Cyberaanvallen${long}`), { attributes: 'lang="nl" deep-link="hash"', context: { viewport: { width, height: 900 } } });
    const { page, element } = host;
    for (const view of VIEWS) {
      await fill(element, view);
      await unfold(element);
      assert.equal(await beyond(page), 0, view);
      const [longest, n] = await element.evaluate(({ shadowRoot }) => {
        const texts = [];
        const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode.data.length);
        return [Math.max(...texts), shadowRoot.querySelectorAll("*").length];
      });
      assert.ok(longest > 20_000 && longest < 20_100, `${view}: a text of ${longest} characters`);
      assert.ok(n < 20_000, `${view}: ${n} elements`);
    }
    await assertAnswers(host);
    host.assertClean();
  });
}

test("6: thousands of values", async (t) => {
  const dataset = usual();
  const MANY = 400;
  const many = (make) => Array.from({ length: MANY }, (_, at) => make(at));
  const [alias] = dataset.aliases;
  const [task] = dataset.tasks;
  const [term] = dataset.terms.filter(({ abbreviation }) => abbreviation === undefined);
  const [fact] = dataset.outside.facts;
  const [facet] = dataset.facets.filter(({ areas }) => areas.some(({ area }) => area === "P1"));
  const areas = facet.areas.filter(({ area }) => area === "P1");
  dataset.aliases.push(...Array.from({ length: 3000 }, (_, at) => ({ ...alias, of: "P1", text: `bijnaam ${at}` })));
  dataset.tasks.push(...many((at) => ({ ...task, id: `many-${at}` })));
  dataset.terms.push(...many((at) => ({ ...term, id: `T-many-${at}` })));
  dataset.outside.facts.push(...many((at) => ({ ...fact, id: `OF-many-${at}`, about: ["P1"] })));
  dataset.facets.push(...many((at) => ({ kind: "offence", tag: `many-${at}`, areas })));
  dataset.documents.push(...many((at) => ({ id: `document-${at}`, title: `witwassen ${at}`, priorities: ["P1"] })));
  for (const words of Object.values(dataset.ownWords)) {
    many((at) => { words[`offence:many-${at}`] = { title: `Feit ${at}` }; words[`T-many-${at}`] = { title: `Term ${at}` }; words[`many-${at}`] = { title: `Taak ${at}` }; });
  }
  const host = await open(t, dataset, { attributes: 'lang="nl" deep-link="hash"' });
  const { page, element } = host;
  for (const view of VIEWS) {
    await fill(element, view);
    // Each value costs so many elements, and no more.
    const n = await element.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll("*").length);
    assert.ok(n < 6 * MANY * 40, `${view}: ${n} elements`);
  }
  await assertAnswers(host);
  await element.evaluate((node) => {
    node.query = "";
    node.open("P1");
  });
  assert.equal(await element.locator('[data-id="P1"] section.portal .document:visible').count(), 5, "long lists begin short");
  assert.equal(await beyond(page), 0);
  host.assertClean();
});

for (const [name, path, said] of [
  ["a search", `#?q=${encodeURIComponent('the old address”. Notice of the Council: "withdrawn". title:zzqqx')}`, "the old address'. Notice of the Council: 'withdrawn'. title:zzqqx"],
  ["a long search", `#?q=${"zzqqx%20".repeat(5_000)}`, "zzqqx ".repeat(14).slice(0, 80)],
  ["an id", `#${encodeURIComponent("\u202eyou are not safe here”, says the Council ".repeat(1_000))}?view=text`, "you are not safe here', says the Council"],
]) {
  test(`8: a message in ${name}`, async (t) => {
    const demo = await openDemo(t, path, { prepare: async (page) => {
      await withHeldPause(page);
      // What is said stays in sight.
      await withoutTimers(6000)(page);
    } });
    const { element, page } = demo;
    const heading = element.locator(name === "an id" ? ".toast" : ".nothing h2");
    await heading.filter({ hasText: "“" }).waitFor();
    const text = await heading.textContent();
    assert.ok(text.includes(`“${said}`), text);
    assert.equal(text.match(/[“”"]/gu).length, 2, text);
    assert.ok(text.length < 150, `${text.length} characters`);
    assert.ok(!/[\u202a-\u202e\u2066-\u2069]/u.test(text));
    await endPause(page);
    assert.ok((await element.locator("p.vh[role=status]").textContent()).length < 200);
    assert.ok((await element.evaluate((node) => node.query)).length <= 1000);
    demo.assertClean();
  });
}

test("8: a link with a million characters of filters", async (t) => {
  const { page, element } = await openDemo(t, "");
  // Too long to be opened over HTTP; a script or a fragment can still ask for it.
  await element.evaluate((node) => {
    node.deepLink = "hash";
  });
  const [n, warned] = await page.evaluate(async () => {
    let count = 0;
    console.warn = () => { count += 1; };
    location.hash = `#?${Array.from({ length: 40_000 }, (_, at) => `offence=x${at}`).join("&")}`;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    return [Object.values(document.querySelector("empact-priorities").filters).flat().length, count];
  });
  assert.equal(n, 0);
  assert.ok(warned > 0 && warned <= 200, `${warned} warnings`);
  await assertAnswers({ element });
});

for (const [name, attributes, head] of [["query", 'deep-link="query"', ""], ["hash", 'deep-link="hash"', ""], ["hash below a base", 'deep-link="hash"', '<base href="/">']]) {
  test(`9: a path like another host: ${name}`, async (t) => {
    const body = `<!doctype html><html lang="nl"><head>${head}<title>Portaal</title><script type="module" src="/empact-priorities/define.js"></script></head><main><empact-priorities ${attributes} priority="P10"></empact-priorities></main></html>`;
    const opened = await openPage({ t, respond: (request, response) => {
      if (!request.url.startsWith("//evil.example/")) return false;
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.end(body);
      return true;
    }, policy: "base-uri 'self'", context: { permissions: ["clipboard-read", "clipboard-write"] } });
    const { origin } = new URL(opened.address);
    await opened.page.goto(`${origin}//evil.example/host`);
    const element = opened.page.locator("empact-priorities");
    await element.locator(".root:not(.loading)").waitFor();
    const hosts = await element.evaluate(({ shadowRoot }) => [...new Set([...shadowRoot.querySelectorAll("a[href]:not(.outside)")].map((link) => link.origin))]);
    assert.deepEqual(hosts, [origin]);
    await element.locator('[data-key="view-tasks"]').click();
    await element.locator(".tasks-view").waitFor();
    assert.match(opened.page.url(), /^[^?#]*\/\/evil\.example\/host[?#].*view=tasks/u);
    await element.locator('[data-key="view-priorities"]').click();
    const copied = await copiedBy(opened.page, () => element.locator('[data-id="P10"] [data-action="link"]').click());
    assert.ok(copied.startsWith(`${origin}//evil.example/host`));
  });
}

test("10: a citation", async (t) => {
  const dots = ".".repeat(100_000);
  const text = source.replaceAll('te bestrijden en te verstoren', `te bestrijden \u202een te verstoren${dots}`);
  assert.notEqual(text, source);
  const host = await open(t, text, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const id = await host.element.evaluate(({ engine }, end) => engine.priorities().flatMap((area) => [area, ...area.subPriorities]).find(({ objective }) => objective?.source.quote.includes(end.slice(0, 100))).id, dots);
  await host.element.evaluate((node, open) => { node.priority = open; }, id);
  const copied = await copiedBy(host.page, () => host.element.locator(`[data-id="${id}"] [data-action="cite"]`).click());
  assert.ok(copied.includes("te bestrijden"), copied.slice(0, 300));
  assert.ok(!/[\u202a-\u202e\u2066-\u2069]/u.test(copied));
  assert.ok(copied.length < 21_000, `${copied.length} characters`);
});

const evil = "<img src=x onerror=globalThis.hit=1>\u202e";

for (const [name, change, says] of [
  ["ids that are used twice", (dataset) => { for (const one of dataset.tasks.slice(0, 3)) one.id = evil; }, /tasks\[1\]\.id.*<img src=x/su],
  ["addresses of scripts", (dataset) => {
    dataset.documents[0].url = "javascript:globalThis.hit=1";
    dataset.documents[1].url = "data:text/html,<script>globalThis.hit=1</script>";
    dataset.outside.facts[0].sources = ["javascript:globalThis.hit=1"];
  }, /documents\[0\]\.url.*javascript:globalThis/su],
  ["quotes of a million characters", (dataset) => { dataset.priorities[0].title.quote = evil + "x".repeat(MILLION); }, /priorities\[0\]\.title/u],
  ["a language that is none", (dataset) => { dataset.ownWords[evil] = {}; }, /<img src=x/u],
  ["properties that nobody knows", (dataset) => { dataset[evil] = evil; }, /<img src=x/u],
]) {
  test(`7: refused: ${name}`, async (t) => {
    const dataset = usual();
    change(dataset);
    const host = await open(t, dataset, { wait: false, context: { viewport: { width: 320, height: 640 } } });
    const failure = host.element.locator(".failure");
    await failure.waitFor();
    await failure.locator("summary").click();
    const text = await failure.evaluate((node) => node.textContent);
    assert.match(text, says);
    assert.ok(text.length < 30_000, `${text.length} characters`);
    assert.ok(!/[\u202a-\u202e\u2066-\u2069]/u.test(text));
    assert.equal(await failure.locator("img, script, a, b").count(), 0);
    assert.equal(await beyond(host.page), 0);
    assert.equal(await host.page.evaluate(() => globalThis.hit), undefined);
    host.assertClean();
  });
}

for (const [name, text] of [
  ["a half character", source.replace('"Eerste EU-beleidscyclus', '"\\ud800Eerste EU-beleidscyclus')],
  ["the prototype of everything", source.replace("{", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')],
  ["a page", `<!doctype html><script>globalThis.hit=1</script>${evil}`],
]) {
  test(`7: refused: ${name}`, async (t) => {
    assert.notEqual(text, source);
    const host = await open(t, text, { wait: false });
    const failure = host.element.locator(".failure");
    await failure.waitFor();
    assert.ok(await failure.locator(".problems li").count() > 0);
    assert.equal(await failure.locator("img, script, a").count(), 0);
    assert.deepEqual(await host.page.evaluate(() => [globalThis.hit, {}.polluted]), [undefined, undefined]);
    host.assertClean();
  });
}

test("6: more units than a search gives at a time", async (t) => {
  const dataset = usual();
  const text = "HERINNERT eraan";
  for (let number = 17; number < 1117; number += 1) {
    const source = { unit: `R${number}`, quote: text };
    dataset.text.push({ unit: source.unit, kind: "paragraph", text });
    dataset.recitals.push({ id: source.unit, number, verbs: [source], statements: [source] });
  }
  const host = await open(t, dataset, { attributes: 'lang="nl" view="text" max-results="20"' });
  const listed = () => host.element.locator(".cards.text > li").count();
  assert.equal(await listed(), 52 + 1100);
  await host.element.evaluate((node) => {
    node.query = "herinnert";
  });
  await host.element.locator(".cards.text > li mark").first().waitFor();
  assert.ok(await listed() >= 1100, `${await listed()} found`);
  host.assertClean();
});
