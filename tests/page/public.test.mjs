// What a portal can set, ask, hear and replace.
//  1. `content-lang` chooses the language of the contents apart from that of the interface; what is official is called by its language.
//  2. `filters` is written as in a link, and follows what the reader does; what it and events give are copies; frameworks can set properties before the
//     class is there.
//  3. `facets` says which facets there are and in which order; `sort` in which order results come.
//  4. `max-results` shows a list page by page: the focus stays, it is announced, what is opened is shown, and paper has all of it.
//  5. `shortcut` moves the focus to the search box, but not while something is typed.
//  6. `deep-link="query"` keeps the place in parameters of its own and leaves the others as they are. No text is too long for a URL.
//  7. Of two elements that want the address, the first has it and the second says so; with a part of it each, both have theirs.
//  8. A value that makes no sense is passed over and said once; of filters as soon as the dataset is there, also of those in a link.
//  9. Methods do what a reader could do, and refuse arguments of the wrong type before anything changes; `whenReady` waits, and rejects when there is nothing to wait for.
// 10. A page can keep cards from opening and closing, whoever asks for it, and links from being followed.
// 11. Slots take what the page puts into them; space between them is no content.
// 12. `:state()` says how it stands.
// 13. Every part that is documented is rendered somewhere, and no other.
// 14. Another dataset has ids of its own.
// 15. A property that is set to `undefined` or `null` is taken back; attributes set while the element is in no document count when it is back.
// 16. The page stays where it is when the language comes at its top; who types keeps the caret; text runs from left to right on any page.
// 17. Without an address of its own a card has no link, and a citation names the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as facts from "../../pkg/tools/element-facts.mjs";
import { datasetWith, serving } from "./demo.mjs";
import { withoutTimers } from "./every-state.mjs";
import { openPage, siteDir } from "./harness.mjs";

/** A bare page with one element, or whatever else stands in `body`. */
async function open(t, body, { path = "", wait = true, respond, ...options } = {}) {
  const opened = await openPage({ t, path: `host.html${path}`, respond: async (request, response) => {
    if (await respond?.(request, response)) return true;
    return serving("host.html", `<!doctype html><html lang="nl"><title>Portaal</title><script type="module" src="./empact-priorities/define.js"></script><main>${body}</main></html>`, { type: "text/html; charset=utf-8" })(request, response);
  }, ...options });
  if (wait) await opened.page.waitForFunction(() => [...document.querySelectorAll("empact-priorities")].every(({ engine }) => engine));
  const element = opened.page.locator("empact-priorities").first();
  return {
    ...opened,
    element,
    input: element.locator("input[type=search]"),
    card: (id) => element.locator(`[data-id="${id}"]`),
    cards: (selector = ".view article") => element.locator(selector).evaluateAll((cards) => cards.filter((card) => card.checkVisibility()).map((card) => card.dataset.id)),
    facets: () => element.locator(".facet").evaluateAll((all) => all.filter((facet) => facet.checkVisibility()).map((facet) => facet.dataset.facet)),
    address: () => opened.page.evaluate(() => location.search + location.hash),
  };
}
const tag = (attributes = "", inside = "") => `<empact-priorities ${attributes}>${inside}</empact-priorities>`;

test("1: the language of the contents", async (t) => {
  const portal = await open(t, tag('content-lang="en"'));
  const title = portal.card("P7e").locator(".title .name");
  assert.match(await portal.element.locator("[data-key=P7e]").innerText(), /Meer over/);
  assert.match(await title.innerText(), /money laundering/i);
  assert.equal(await title.locator("..").getAttribute("lang"), "en");
  assert.match(await portal.element.locator(".hint").innerText(), /money laundering/);
  await portal.element.evaluate((node) => {
    node.lang = "en";
    node.contentLang = "nl";
  });
  assert.match(await portal.element.locator("[data-key=P7e]").innerText(), /More about/);
  assert.match(await title.innerText(), /witwaspraktijken/);
  await portal.element.evaluate((node) => node.removeAttribute("content-lang"));
  assert.match(await title.innerText(), /money laundering/i);
  portal.assertClean();
});

test("1: a dataset in another language", async (t) => {
  const respond = serving("de.json", datasetWith({ language: "de" }));
  const portal = await open(t, tag('src="de.json" lang="de" priority="P7e"'), { respond, context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const kicker = () => portal.element.locator(".kicker").innerText();
  const official = () => portal.card("P7e").locator(".section-title").first().innerText();
  assert.equal(await portal.element.evaluate((node) => node.contentLang), "de");
  assert.match(await kicker(), /amtlicher text \(Deutsch\)/i);
  assert.match(await official(), /Umsetzung/);
  await portal.card("P7e").locator("[data-action=cite]").first().click();
  await portal.element.locator(".toast:not(:empty)").waitFor();
  assert.match(await portal.page.evaluate(() => navigator.clipboard.readText()), /“, amtlicher Text \(Deutsch\), unter http/u);
  await portal.element.evaluate((node) => {
    node.lang = "nl";
    node.contentLang = "en-GB";
  });
  assert.equal(await portal.element.evaluate((node) => node.contentLang), "en");
  for (const [tag, read] of [["DE_at", "de"], ["en_GB", "en"]]) {
    assert.equal(await portal.element.evaluate((node, tag) => (node.contentLang = tag) && node.contentLang, tag), read);
  }
  assert.match(await kicker(), /officiële tekst \(Duits\)/i);
  assert.equal(await official(), "Officiële tekst (Duits)");
  // What is searched in is said of the embedded dataset alone.
  await portal.element.evaluate((node) => node.search("qqqq"));
  assert.doesNotMatch(await portal.element.locator(".nothing").innerText(), /Nederlands/);
  assert.equal(portal.warnings.length, 0);
  await portal.element.evaluate((node) => {
    node.contentLang = "fr";
  });
  assert.match(portal.warnings[0], /content-lang="fr": expected .*\bde\b/);
  portal.assertClean();
});

test("1: a language that only another dataset has", async (t) => {
  const portal = await open(t, tag('src="de.json" content-lang="de-AT"'), { respond: serving("de.json", datasetWith({ language: "de" })) });
  assert.deepEqual([await portal.element.evaluate((node) => node.contentLang), portal.warnings], ["de", []]);
  portal.assertClean();
});

test("1: a dataset without English, objectives and tasks", async (t) => {
  const whole = JSON.parse(datasetWith());
  const inDutch = { nl: whole.ownWords.nl };
  const facts = whole.outside.facts.map((fact) => ({ ...fact, statement: { nl: "Iets." }, ...(fact.note ? { note: { nl: "Iets." } } : {}) }));
  const own = datasetWith({ ownWords: inDutch, aliases: whole.aliases.filter(({ lang }) => lang === "nl"), outside: { ...whole.outside, facts }, objectives: whole.objectives.filter(({ area }) => area !== "P9") });
  const portal = await open(t, tag('src="own.json" lang="nl" priority="P9"'), { respond: serving("own.json", own) });
  assert.doesNotMatch(await portal.card("P9").innerText(), /subprioriteiten/);
  await portal.element.getByRole("button", { name: "English" }).click();
  assert.match(await portal.element.locator("[data-key=P7e]").innerText(), /More about/);
  assert.match(await portal.card("P7e").locator(".title .name").innerText(), /witwaspraktijken/);
  assert.equal(await portal.element.evaluate((node) => node.contentLang), "nl");
  portal.assertClean();
});

test("2: filters", async (t) => {
  const portal = await open(t, tag('filters="instrument=CHSG&amp;offence=money-laundering"'));
  const filters = () => portal.element.evaluate((node) => [node.getAttribute("filters"), node.filters]);
  assert.deepEqual(await filters(), ["instrument=CHSG&offence=money-laundering", { instrument: ["CHSG"], offence: ["money-laundering"] }]);
  await portal.element.locator(".chip").first().click();
  assert.deepEqual(await filters(), ["offence=money-laundering", { offence: ["money-laundering"] }]);
  await portal.element.evaluate((node) => {
    node.filters = "instrument=OAP";
  });
  assert.ok(await portal.element.locator('input[data-value="OAP"]').isChecked());
  // Each view keeps those that it has.
  await portal.element.evaluate((node) => {
    node.view = "tasks";
    // A value alone, from a page without types.
    node.filters = { actor: "A-cosi" };
  });
  assert.equal(await portal.element.getAttribute("filters"), "actor=A-cosi");
  await portal.element.evaluate((node) => {
    node.filters = { modality: ["request"], offence: ["fraud"] };
  });
  assert.deepEqual(await filters(), ["modality=request", { modality: ["request"] }]);
  assert.deepEqual(portal.warnings, []);
  portal.assertClean();
});

test("2: filters are given out as copies", async (t) => {
  const portal = await open(t, tag('filters="instrument=OAP"'));
  const seen = await portal.element.evaluate((node) => {
    const chosen = () => [...node.shadowRoot.querySelectorAll("input:checked")].map(({ dataset }) => dataset.value);
    const all = [];
    // What is done to a copy counts when it is assigned.
    const filters = node.filters;
    filters.instrument[0] = "CHSG";
    all.push(node.filters.instrument, chosen());
    node.filters = filters;
    all.push(node.filters.instrument, chosen());
    // What a listener does to an event, and a program to what it has passed, does nothing.
    node.addEventListener("empact-priorities-search", ({ detail }) => {
      detail.filters.instrument.push("OAP");
    });
    const passed = { instrument: ["CHSG"], offence: ["fraud"] };
    node.search("", { filters: passed });
    passed.offence.push("corruption");
    all.push(node.filters, chosen());
    return all;
  });
  assert.deepEqual(seen, [["OAP"], ["OAP"], ["CHSG"], ["CHSG"], { instrument: ["CHSG"], offence: ["fraud"] }, ["CHSG", "fraud"]]);
  portal.assertClean();
});

test("2: properties that were set before the class was there", async (t) => {
  const portal = await open(t, tag(), { wait: false, prepare: (page) => page.addInitScript(() => {
    // The page is parsed, and no module has run yet.
    document.addEventListener("readystatechange", () => {
      globalThis.wasDefined = customElements.get("empact-priorities") !== undefined;
      const set = { filters: { instrument: ["OAP"] }, contentLang: "en", maxResults: 3, facets: "offence", query: "drugs", sort: "document" };
      Object.assign(document.querySelector("empact-priorities"), set);
    }, { once: true });
  }) });
  await portal.element.locator(".root:not(.loading)").waitFor();
  assert.deepEqual(await portal.element.evaluate((node) => [node.filters, node.contentLang, node.maxResults, node.facets, node.query, node.sort]),
    [{ instrument: ["OAP"] }, "en", 3, "offence", "drugs", "document"]);
  assert.equal(await portal.page.evaluate(() => globalThis.wasDefined), false);
  assert.ok(await portal.element.evaluate((node) => ["filters", "contentLang", "maxResults"].every((name) => !Object.hasOwn(node, name))));
});

test("3: facets and order", async (t) => {
  const portal = await open(t, tag('facets="actor offence actor" query="netwerken"'));
  assert.deepEqual(await portal.facets(), ["actor", "offence"]);
  const byRank = await portal.cards();
  await portal.element.evaluate((node) => {
    node.sort = "document";
  });
  const byPlace = await portal.cards();
  assert.deepEqual([...byPlace].sort(), [...byRank].sort());
  assert.notDeepEqual(byPlace, byRank);
  const order = await portal.element.evaluate(({ engine }) => engine.units().map(({ id }) => id));
  const texts = await portal.cards(".texts article");
  assert.ok(texts.length > 2);
  assert.deepEqual(texts, [...texts].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  await portal.element.evaluate((node) => {
    node.facets = "none";
  });
  assert.deepEqual(await portal.facets(), []);
  assert.ok(!(await portal.element.locator(".side").isVisible()));
});

test("4: page by page", async (t) => {
  // What is said stays there to be read.
  const portal = await open(t, tag('max-results="4"'), { prepare: withoutTimers(6000) });
  const { page, element } = portal;
  const top = () => portal.cards(".view > section:first-child > div > .cards > li > article");
  assert.deepEqual(await top(), ["P1", "P2", "P3", "P4"]);
  const more = element.getByRole("button", { name: "Nog 4 tonen" });
  await more.focus();
  await page.keyboard.press("Enter");
  assert.equal((await top()).length, 8);
  const focused = () => element.evaluate(({ shadowRoot: { activeElement } }) => activeElement?.textContent);
  // The reader goes on where the button was.
  assert.match(await focused(), /^Prioriteit 5:/);
  assert.equal(await element.locator(".toast[role=status]").innerText(), "Getoond: 8 van 10.");
  await element.getByRole("button", { name: "Nog 2 tonen (Prioriteiten)" }).press("Enter");
  assert.equal((await top()).length, 10);
  assert.match(await focused(), /^Prioriteit 9:/);
  assert.ok(!(await element.locator(".rest-of-list").first().isVisible()));
  // Another question begins anew; a card that is asked for is shown wherever it stands.
  await portal.input.fill("criminele");
  assert.equal((await top()).length, 4);
  await portal.input.fill("");
  await element.evaluate((node) => node.open("P10"));
  assert.ok((await top()).includes("P10"));
  await element.evaluate((node) => {
    node.maxResults = 2;
  });
  await page.emulateMedia({ media: "print" });
  assert.equal((await top()).length, 10);
  await page.emulateMedia({ media: "screen" });
  assert.equal((await top()).length, 2);
  await element.evaluate((node) => {
    node.maxResults = Infinity;
  });
  assert.equal((await top()).length, 10);
  portal.assertClean();
});

test("5, A19: shortcut", async (t) => {
  const portal = await open(t, `<textarea id="text"></textarea><div contenteditable></div>${tag('shortcut="/"')}`);
  const { page } = portal;
  const isFocused = () => portal.element.evaluate(({ shadowRoot: { activeElement } }) => activeElement?.id === "q");
  for (const elsewhere of ["#text", "[contenteditable]"]) {
    await page.locator(elsewhere).press("/");
    assert.equal(await isFocused(), false, elsewhere);
  }
  assert.equal(await page.locator("#text").inputValue(), "/");
  await page.locator("#text").evaluate((node) => node.blur());
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Control+/");
  assert.equal(await isFocused(), false);
  await page.keyboard.press("/");
  assert.equal(await isFocused(), true);
  assert.equal(await portal.input.inputValue(), "");
  assert.equal(await portal.input.getAttribute("aria-keyshortcuts"), "/");
  await page.keyboard.press("/");
  assert.equal(await portal.input.inputValue(), "/");
});

for (const [kind, text, isLatin] of [["query", "witwassen vuurwapens drugs ", true], ["query", "ξέπλυμα χρήματος ", false], ["hash", "witwassen vuurwapens drugs ", true]]) test(`6: a long text is searched for as far as a URL can hold it: ${kind}, ${text}`, async (t) => {
  const { page, element, input } = await open(t, tag(`deep-link="${kind}"`));
  const seen = () => element.evaluate(({ query, shadowRoot }) => [query, shadowRoot.querySelector("#q").value, shadowRoot.querySelector(".count").textContent]);
  const readAgain = async () => {
    await page.waitForFunction(() => location.href.includes("q="));
    const [query, box, count] = await seen();
    assert.equal(query, box);
    assert.ok(text.repeat(2_000).startsWith(query) && (isLatin ? query.length === 1000 : query.length > 300), `${query.length} characters`);
    assert.ok((await page.evaluate(() => location.href.length)) < 2_048);
    await page.reload();
    await element.locator(".view, .nothing").first().waitFor();
    assert.deepEqual(await seen(), [query, box, count]);
  };
  await input.focus();
  await page.keyboard.insertText(text.repeat(2_000));
  await readAgain();
  await page.goto(page.url().split(/[?#]/u)[0]);
  await element.locator(".view").waitFor();
  await element.evaluate((node, long) => { node.query = long; }, text.repeat(2_000));
  await readAgain();
});

test("6: the place in the parameters of the page", async (t) => {
  const path = "?pagina=a%20b&vlag&empact-q=drugs&empact-instrument=OAP#kop";
  const portal = await open(t, tag('deep-link="query" query="wapens"'), { path });
  const { page } = portal;
  assert.equal(await portal.input.inputValue(), "drugs");
  assert.ok(await portal.element.locator('input[data-value="OAP"]').isChecked());
  await portal.element.locator('[data-key="P6a"]').click();
  assert.equal(await portal.address(), "?pagina=a%20b&vlag&empact-q=drugs&empact-instrument=OAP&empact-open=P6a#kop");
  assert.equal(await portal.card("P6a").locator("[data-action=link]").first().getAttribute("href"), new URL("/host.html?pagina=a%20b&vlag&empact-open=P6a#kop", page.url()).href);
  await page.goBack();
  assert.equal(await portal.address(), path);
  assert.equal(await portal.element.locator('[data-key="P6a"]').getAttribute("aria-expanded"), "false");
  await portal.element.evaluate((node) => node.clear());
  // Without the query that the page begins with.
  await page.waitForFunction(() => location.search === "?pagina=a%20b&vlag&empact-view=priorities");
  // The page has made an entry of its own in the meantime: it keeps it.
  await page.evaluate(() => history.pushState(null, "", "?pagina=2"));
  await portal.element.locator('[data-key="P6a"]').click();
  assert.equal(await portal.address(), "?pagina=2&empact-open=P6a");
  await page.goBack();
  assert.equal(await portal.address(), "?pagina=2");
  // What it changes in an entry does not make what was typed there an entry of its own.
  assert.equal(await portal.input.inputValue(), "wapens");
  await portal.input.fill("fraude");
  await page.waitForFunction(() => location.search.includes("fraude"));
  await page.evaluate(() => history.replaceState(null, "", `${location.search}&vlag`));
  await portal.input.press("Enter");
  assert.equal(await portal.address(), "?pagina=2&vlag&empact-q=fraude");
  await page.goBack();
  assert.equal(await portal.address(), "?pagina=2&vlag");
  portal.assertClean();
});

test("7: two elements and one address", async (t) => {
  const portal = await open(t, `${tag('id="a" deep-link="hash"')}${tag('id="b" deep-link="hash"')}${tag('id="c" deep-link="query"')}`, { path: "#?q=drugs" });
  assert.deepEqual(await portal.page.evaluate(() => ["a", "b", "c"].map((id) => document.querySelector(`#${id}`).query)), ["drugs", "", ""]);
  assert.equal(portal.warnings.length, 1);
  assert.match(portal.warnings[0], /^<empact-priorities id="b"> deep-link="hash": another element/);
  await portal.page.evaluate(() => {
    document.querySelector("#a").remove();
    document.querySelector("main").append(document.querySelector("#b"));
  });
  assert.equal(await portal.page.evaluate(() => document.querySelector("#b").query), "drugs");
  // Who waited and has gone does not come back for it.
  assert.equal(await portal.page.evaluate(async () => {
    const place = document.querySelector("main");
    const [waiting, next] = [1, 2].map(() => Object.assign(document.createElement("empact-priorities"), { deepLink: "hash" }));
    const passed = () => new Promise((resolve) => { setTimeout(resolve); });
    place.append(waiting);
    waiting.remove();
    document.querySelector("#b").remove();
    await passed();
    place.append(next);
    return next.query;
  }), "drugs");
});

test("7: two elements, each with a part of the address", async (t) => {
  const { page, address } = await open(t, tag('id="one" deep-link="hash"') + tag('id="two" deep-link="query"'));
  for (const [first, second] of [["one", "two"], ["two", "one"]]) {
    await page.evaluate(async (ids) => {
      for (const id of ids) document.querySelector(`#${id}`).search(`wapens ${ids[0]}`);
      await new Promise((resolve) => { setTimeout(resolve, 600); });
    }, [first, second]);
    assert.equal(await address(), `?empact-q=wapens+${first}#?q=wapens+${first}`);
  }
});

test("7: what was set before the page went elsewhere is not written there, whoever else writes", async (t) => {
  const { page, address } = await open(t, tag('id="one" deep-link="hash"') + tag('id="two" deep-link="query"'));
  await page.evaluate(async () => {
    const [one, two] = document.querySelectorAll("empact-priorities");
    one.query = "wapens";
    history.pushState(null, "", "?pagina=2");
    two.shadowRoot.querySelector("[data-key=P10]").click();
    // Longer than it is put off.
    await new Promise((resolve) => { setTimeout(resolve, 300); });
  });
  assert.equal(await address(), "?pagina=2&empact-open=P10");
});

test("8: values that make no sense", async (t) => {
  const bad = { "content-lang": "fr", sort: "age", "max-results": "0", "heading-level": "9", "deep-link": "path", shortcut: "a b", theme: "pink", engine: "lisp", view: "map", facets: "offence colour", filters: "colour=red&instrument=OAP" };
  const portal = await open(t, tag(Object.entries(bad).map(([name, value]) => `${name}="${value.replace("&", "&amp;")}"`).join(" ")));
  assert.deepEqual(portal.warnings.map((text) => /> ([\w-]+)=/.exec(text)?.[1]).sort(), Object.keys(bad).sort());
  assert.ok(portal.warnings.every((text) => /expected .* It is ignored\.$/.test(text)), portal.warnings.join("\n"));
  assert.deepEqual(await portal.element.evaluate(({ contentLang, sort, maxResults, headingLevel, deepLink, shortcut, theme, view, filters }) => [contentLang, sort, maxResults, headingLevel, deepLink, shortcut, theme, view, filters]),
    ["nl", "relevance", Infinity, 2, "none", "", "auto", "priorities", { instrument: ["OAP"] }]);
  assert.deepEqual(await portal.facets(), ["offence"]);
  await portal.element.evaluate((node) => node.open("P99"));
  assert.match(portal.warnings.at(-1), /priority="P99": nothing that can be opened has this id/);
  assert.deepEqual(await portal.element.evaluate(({ view, priority }) => [view, priority]), ["priorities", ""]);
  assert.equal(portal.warnings.length, Object.keys(bad).length + 1);
  portal.assertClean();
});

test("8: filters that the dataset does not have", async (t) => {
  const portal = await open(t, tag('filters="offence=nonexistent&amp;offence=fraud&amp;instrument=OAP"'));
  const { element, warnings } = portal;
  const state = (opened) => opened.element.evaluate((node) => [node.getAttribute("filters"), node.query, node.priority, [...node.shadowRoot.querySelectorAll(".chips .chip")].length]);
  const said = (value) => new RegExp(`> filters="${value}": nothing in the dataset has it\\. It is ignored\\.$`, "u");
  assert.deepEqual(await state(portal), ["instrument=OAP&offence=fraud", "", "", 2]);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], said("offence=nonexistent"));
  await element.evaluate((node) => {
    node.filters = { instrument: ["OAP", "offence"], victim: ["toString"] };
  });
  assert.deepEqual(await state(portal), ["instrument=OAP", "", "", 1]);
  assert.match(warnings[1], said("instrument=offence"));
  assert.match(warnings[2], said("victim=toString"));
  await element.evaluate((node) => {
    node.search("fraude", { view: "tasks", filters: { actor: ["A-cosi"], modality: ["toString"], deadline: ["yes", "maybe"] } });
  });
  assert.deepEqual(await state(portal), ["actor=A-cosi&deadline=yes", "fraude", "", 2]);
  assert.equal(warnings.length, 5);
  portal.assertClean();

  const linked = await open(t, tag('deep-link="hash"'), { path: "#P7e?q=witwassen&offence=nonexistent&lang=en" });
  assert.deepEqual(await state(linked), [null, "witwassen", "P7e", 0]);
  await linked.page.waitForFunction(() => location.hash === "#P7e?q=witwassen&lang=en");
  await linked.page.evaluate(() => {
    location.hash = "#?q=wapens&instrument=OAP&offence=zzz";
  });
  await linked.page.waitForFunction(() => document.querySelector("empact-priorities").query === "wapens");
  assert.deepEqual(await state(linked), ["instrument=OAP", "wapens", "", 1]);
  assert.deepEqual(linked.warnings.map((text) => /filters="(.*?)"/u.exec(text)[1]), ["offence=nonexistent", "offence=zzz"]);
  linked.assertClean();

  // Another dataset has other values.
  const whole = JSON.parse(datasetWith());
  const other = datasetWith({ facets: whole.facets.map((facet) => (facet.tag === "fraud" ? { ...facet, tag: "swindle" } : facet)) });
  const own = await open(t, tag('src="own.json" filters="offence=swindle"'), { respond: serving("own.json", other.replaceAll('"offence:fraud"', '"offence:swindle"')) });
  assert.deepEqual(await state(own), ["offence=swindle", "", "", 1]);
  await own.element.evaluate((node) => {
    node.removeAttribute("src");
  });
  await own.page.waitForFunction(() => document.querySelector("empact-priorities").getAttribute("filters") === null);
  assert.match(own.warnings[0], said("offence=swindle"));
});

test("9: methods", async (t) => {
  const portal = await open(t, "", { wait: false });
  await portal.page.evaluate(() => customElements.whenDefined("empact-priorities"));
  const { element } = portal;
  const ready = await portal.page.evaluate(async () => {
    const node = document.createElement("empact-priorities");
    const promise = node.whenReady();
    // Before it is in the document, and before the cards are there.
    node.open("P7e");
    document.querySelector("main").append(node);
    const engine = await promise;
    return engine === node.engine && engine === (await node.whenReady()) && engine.get("P7e").id;
  });
  assert.equal(ready, "P7e");
  const expanded = (id) => element.locator(`[data-key="${id}"]`).getAttribute("aria-expanded");
  assert.equal(await expanded("P7e"), "true");
  await element.evaluate((node) => node.close());
  assert.equal(await expanded("P7e"), "false");
  assert.equal(await element.evaluate(({ priority }) => priority), "");
  await element.evaluate((node) => node.search("drugs", { filters: { instrument: ["OAP"] } }));
  assert.equal(await portal.input.inputValue(), "drugs");
  assert.deepEqual(await element.evaluate(({ filters }) => filters), { instrument: ["OAP"] });
  await element.evaluate((node) => node.search("wapens", { view: "text" }));
  assert.deepEqual(await element.evaluate(({ query, view, filters }) => [query, view, filters]), ["wapens", "text", { instrument: ["OAP"] }]);
  await element.evaluate((node) => node.clear());
  assert.deepEqual(await element.evaluate(({ query, filters }) => [query, filters]), ["", {}]);
  await element.evaluate((node) => node.focus());
  assert.equal(await element.evaluate(({ shadowRoot: { activeElement } }) => activeElement.id), "q");
  // As if the reader had typed it: a card that is not among the results is open no more.
  await element.evaluate((node) => {
    node.open("P9");
    node.search("cocaïne");
  });
  assert.deepEqual(await element.evaluate(({ query, priority }) => [query, priority]), ["cocaïne", ""]);
  await element.evaluate((node) => {
    node.open("P9");
    node.query = "cocaïne";
  });
  assert.deepEqual(await element.evaluate(({ query, priority }) => [query, priority]), ["cocaïne", ""]);
  const printed = await element.evaluate((node) => new Promise((resolve) => {
    globalThis.print = () => resolve(true);
    node.print();
  }));
  assert.equal(printed, true);
  portal.assertClean();
});

test("9: what can be opened", async (t) => {
  const { element } = await open(t, tag());
  for (const [id, view] of [["HT1", "priorities"], ["doc", "text"], ["GP1", "text"], ["TK01", "tasks"], ["CY-2022-2025", "background"], ["ROLE-driver", "background"], ["T-oap", "background"], ["REF-pad", "background"]]) {
    assert.deepEqual(await element.evaluate((node, one) => {
      node.open(one);
      return [node.priority, node.view, node.shadowRoot.activeElement !== null];
    }, id), [id, view, true]);
  }
  await element.evaluate((node) => node.open("A-cosi"));
  assert.equal(await element.evaluate(({ priority }) => priority), "REF-pad");
});

test("9: arguments that make no sense", async (t) => {
  const portal = await open(t, tag('query="drugs" filters="instrument=OAP" view="text"'));
  const { element } = portal;
  const search = (...args) => element.evaluate((node, given) => {
    try {
      node.search(...given);
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
    return [node.query, node.view, node.filters];
  }, args);
  const of = "TypeError: search of <empact-priorities>: ";
  for (const [args, message] of [
    [[5], "`query` must be a string; found number."],
    [["a", "b"], "`request` must be an object; found string."],
    [["a", { filters: null }], "`request.filters` must be an object of facets and their values, or text; found null."],
    [["a", { filters: { offence: ["fraud", 5] } }], "`request.filters.offence` must be an array of strings; found number."],
    [["a", { view: ["text"] }], "`request.view` must be a string; found an array."],
  ]) assert.equal(await search(...args), of + message);
  assert.deepEqual(await element.evaluate((node) => [node.query, node.view, node.filters]), ["drugs", "text", { instrument: ["OAP"] }]);
  assert.deepEqual(portal.warnings, []);
  assert.deepEqual(await search("wapens", { view: "zzz", filters: { kind: ["recital"], colour: ["red"] } }), ["wapens", "text", { kind: ["recital"] }]);
  assert.equal(portal.warnings.length, 2);
  assert.match(portal.warnings[0], /> view="zzz": expected priorities, .* It is ignored\.$/u);
  assert.match(portal.warnings[1], /> filters="kind=recital&colour=red": .* colour is no facet\. It is ignored\.$/u);
  portal.assertClean();
});

for (const pause of [0, 200]) {
  test(`9: opened while it is in no document, for ${pause} ms`, async (t) => {
    const portal = await open(t, tag('deep-link="hash"'), { path: "#P9" });
    await portal.element.evaluate(async (node, time) => {
      const parent = node.parentNode;
      node.remove();
      // Soon after, the engine is let go.
      await new Promise((resolve) => setTimeout(resolve, time));
      node.open("P7e");
      if (time === 0) parent.append(node);
      await new Promise((resolve) => setTimeout(resolve, time));
      parent.append(node);
      return node.whenReady();
    }, pause);
    const heading = () => portal.element.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.closest("[data-id]")?.dataset.id);
    assert.equal(await portal.element.locator('[data-key="P7e"]').getAttribute("aria-expanded"), "true");
    assert.equal(await heading(), "P7e");
    await portal.page.waitForFunction(() => location.hash === "#P7e");
    portal.assertClean();
  });
}

test("9: whenReady rejects, and waits for another try", async (t) => {
  let isBroken = true;
  const portal = await open(t, tag('engine="wasm"'), { wait: false, respond: (request, response) => isBroken && serving(".wasm", "", { status: 404 })(request, response) });
  assert.equal(await portal.element.evaluate((node) => node.whenReady().catch(({ code }) => code)), "wasm-load");
  assert.equal(await portal.element.evaluate((node) => node.whenReady().catch(({ code }) => code)), "wasm-load");
  isBroken = false;
  const later = portal.element.evaluate((node) => {
    node.shadowRoot.querySelector("[data-key=retry]").click();
    return node.whenReady().then(({ framework }) => framework.counts.priority);
  });
  assert.equal(await later, 10);
});

test("10: a page that decides", async (t) => {
  const portal = await open(t, tag('lang="nl"', '<a slot="card-actions-P2" href="#eigen">Eigen</a>'));
  const { page, element } = portal;
  await page.evaluate(() => {
    globalThis.seen = [];
    for (const name of ["open", "link"]) {
      addEventListener(`empact-priorities-${name}`, (event) => {
        globalThis.seen.push([name, event.detail.id, event.cancelable]);
        event.preventDefault();
      });
    }
  });
  const seen = () => page.evaluate(() => globalThis.seen.splice(0));
  const toggle = element.locator('[data-key="P7e"]');
  await toggle.click();
  assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  await element.evaluate((node) => {
    node.priority = "P7e";
  });
  assert.equal(await element.getAttribute("priority"), null);
  assert.deepEqual(await seen(), [["open", "P7e", true], ["open", "P7e", true]]);
  await element.getByRole("link", { name: "Volledige tekst" }).click();
  assert.equal(await element.evaluate(({ view }) => view), "priorities");
  await element.getByRole("link", { name: "Later gewijzigd" }).click();
  assert.deepEqual(await seen(), [["link", "", true], ["link", "CY-2022-2025", true]]);
  assert.equal(await page.evaluate(() => location.hash), "");
  // The page's own links are its own.
  await element.locator('[slot="card-actions-P2"]').click();
  assert.deepEqual(await seen(), []);
  assert.equal(await page.evaluate(() => location.hash), "#eigen");
  portal.assertClean();
});

test("10: asked once about each card that opens or closes", async (t) => {
  const portal = await open(t, tag('priority="P3"'));
  const { element } = portal;
  await element.evaluate((node) => {
    globalThis.seen = [];
    node.addEventListener("empact-priorities-open", (event) => {
      const { id, open } = event.detail;
      globalThis.seen.push(`${open ? "open" : "close"} ${id}`);
      if (!open && globalThis.keeps) event.preventDefault();
    });
  });
  /** What was asked, which cards are open, and which one is named. */
  const after = (change) => element.evaluate((node, step) => {
    const steps = {
      open: () => node.open("P5"),
      method: () => node.close(),
      empty: () => { node.priority = ""; },
      removed: () => node.removeAttribute("priority"),
      property: () => { node.priority = "P3"; },
      toggle: () => node.shadowRoot.querySelector('[data-key="P5"]').click(),
    };
    steps[step]();
    const cards = [...node.shadowRoot.querySelectorAll('.toggle[aria-expanded="true"]')].map(({ dataset }) => dataset.key);
    return [globalThis.seen.splice(0).join(), cards.join(), node.priority, node.getAttribute("priority")];
  }, change);
  assert.deepEqual(await after("open"), ["open P5,close P3", "P5", "P5", "P5"]);
  assert.deepEqual(await after("empty"), ["close P5", "", "", null]);
  assert.deepEqual(await after("property"), ["open P3", "P3", "P3", "P3"]);
  assert.deepEqual(await after("removed"), ["close P3", "", "", null]);
  assert.deepEqual(await after("property"), ["open P3", "P3", "P3", "P3"]);
  assert.deepEqual(await after("method"), ["close P3", "", "", null]);
  assert.deepEqual(await after("toggle"), ["open P5", "P5", "P5", "P5"]);
  // Kept open, whatever closes it.
  await portal.page.evaluate(() => {
    globalThis.keeps = true;
  });
  for (const step of ["empty", "removed", "method", "toggle"]) assert.deepEqual(await after(step), ["close P5", "P5", "P5", "P5"], step);
  assert.deepEqual(await after("property"), ["open P3,close P5", "P3,P5", "P3", "P3"]);
  portal.assertClean();
});

test("11: slots", async (t) => {
  const inside = `
    <p slot="intro">Inleiding</p>
    <p slot="empty">Bel de bibliotheek</p>
    <p slot="error">Bel de helpdesk</p>
    <a slot="card-actions-P7e" href="#x">Naar het dossier</a>
    <p slot="footer">Beheer: afdeling X</p>
  `;
  const portal = await open(t, tag("", inside));
  const { page } = portal;
  const above = (first, second) => page.evaluate(([a, b]) => document.querySelector(a).getBoundingClientRect().top < document.querySelector(b).getBoundingClientRect().top, [first, second]);
  for (const [name, isSeen] of [["intro", true], ["empty", false], ["error", false], ["card-actions-P7e", true], ["footer", true]]) {
    assert.equal(await page.locator(`[slot="${name}"]`).isVisible(), isSeen, name);
  }
  assert.ok(await above("[slot=intro]", "[slot=card-actions-P7e]"));
  assert.ok(await above("[slot=card-actions-P7e]", "[slot=footer]"));
  assert.equal(await page.locator('[slot="card-actions-P7e"]').evaluate((node) => node.assignedSlot.closest("article").dataset.id), "P7e");
  await portal.input.fill("xyzzyqqq");
  await page.locator("[slot=empty]").waitFor();
  assert.equal(await portal.element.locator(".nothing").getByText("Er is gezocht in").isVisible(), false);
  // No two slots of one name, in any view.
  for (const view of ["priorities", "text", "tasks", "background"]) {
    const names = await portal.element.evaluate((node, wanted) => {
      node.search("criminele", { view: wanted });
      return [...node.shadowRoot.querySelectorAll("slot")].map(({ name }) => name);
    }, view);
    assert.equal(new Set(names).size, names.length, view);
  }
  portal.assertClean();

  const waiting = await open(t, tag("", inside), { wait: false, respond: (request) => request.url.endsWith(".wasm") });
  await waiting.element.locator(".bone").first().waitFor();
  const failed = await open(t, tag('engine="wasm"', inside), { wait: false, respond: serving(".wasm", "", { status: 404 }) });
  await failed.page.locator("[slot=error]").waitFor();
});

test("12: states", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const opened = await openPage({ t, path: "host.html", respond: async (request, response) => {
    if (request.url.endsWith(".wasm")) await gate;
    return serving("host.html", '<!doctype html><html lang="nl"><title>x</title><script type="module" src="./empact-priorities/define.js"></script><empact-priorities></empact-priorities></html>', { type: "text/html" })(request, response);
  } });
  const states = () => opened.page.evaluate((names) => names.filter((name) => document.querySelector(`empact-priorities:state(${name})`)), facts.states.map(({ name }) => name));
  await opened.page.locator("empact-priorities .loading").waitFor();
  assert.deepEqual(await states(), ["loading"]);
  letGo();
  await opened.page.evaluate(() => document.querySelector("empact-priorities").whenReady());
  assert.deepEqual(await states(), ["ready"]);
  await opened.page.evaluate(() => document.querySelector("empact-priorities").search("xyzzyqqq"));
  assert.deepEqual(await states(), ["ready", "empty"]);
  const typed = await opened.page.evaluate(() => {
    const element = document.querySelector("empact-priorities");
    const box = element.shadowRoot.querySelector("#q");
    box.value += "z";
    box.dispatchEvent(new InputEvent("input", { data: "z" }));
    return ["ready", "empty", "answering"].filter((name) => element.matches(`:state(${name})`));
  });
  assert.deepEqual(typed, ["ready", "empty", "answering"]);
  await opened.page.waitForFunction(() => !document.querySelector("empact-priorities").matches(":state(answering)"));
  await opened.page.evaluate(() => document.querySelector("empact-priorities").clear());
  assert.deepEqual(await states(), ["ready"]);
  await opened.page.evaluate(() => document.querySelector("empact-priorities").setAttribute("src", "nothing.json"));
  await opened.page.locator("empact-priorities .failure").waitFor();
  assert.deepEqual(await states(), ["error"]);
});

test("13: parts", async (t) => {
  const documents = [{ id: "guide", title: "Handreiking criminele netwerken", url: "/gids", priorities: ["P1"] }];
  const dataset = JSON.stringify({ ...JSON.parse(readFileSync(join(siteDir, "empact-priorities/dataset.json"), "utf8")), documents });
  const portal = await open(t, tag('src="own.json" max-results="2" query="criminele" filters="instrument=OAP" priority="P1"'), { respond: serving("own.json", dataset) });
  await portal.card("P1").locator(".source").first().click();
  const parts = () => portal.element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[part]")].flatMap((node) => [...node.part]));
  const seen = new Set(await parts());
  await portal.element.evaluate((node) => node.setAttribute("src", "nothing.json"));
  await portal.element.locator(".failure").waitFor();
  for (const part of await parts()) seen.add(part);
  assert.deepEqual([...seen].sort(), facts.parts.map(({ name }) => name).sort());
});

test("14: ids of its own", async (t) => {
  // A priority with a name of its own, and an operative paragraph that is called like a priority.
  const own = readFileSync(join(siteDir, "empact-priorities/dataset.json"), "utf8").replaceAll('"P3"', '"drugs & meer"').replaceAll('"O13"', '"P99"');
  const attributes = 'src="own.json" deep-link="hash"';
  const isOpen = ({ card }, id) => card(id).locator(".toggle").first().getAttribute("aria-expanded");
  const where = ({ element }) => element.evaluate(({ view }) => view);
  const serveOwn = serving("own.json", own);

  const portal = await open(t, tag(`${attributes} priority="drugs & meer"`), { respond: serveOwn });
  assert.deepEqual([await where(portal), await isOpen(portal, "drugs & meer")], ["priorities", "true"]);
  await portal.element.evaluate((node) => {
    node.open("P99");
  });
  assert.deepEqual([await where(portal), await isOpen(portal, "P99")], ["text", "true"]);
  await portal.page.waitForFunction(() => location.hash === "#P99?view=text");
  const link = await portal.card("drugs & meer").locator("[data-action=link]").first().getAttribute("href");
  assert.match(link, /#drugs%20%26%20meer\?view=priorities$/u);
  await portal.page.evaluate((hash) => {
    location.hash = hash;
  }, link.slice(link.indexOf("#")));
  await portal.page.waitForFunction(() => document.querySelector("empact-priorities").view === "priorities");
  assert.equal(await isOpen(portal, "drugs & meer"), "true");
  portal.assertClean();

  for (const [path, view, id] of [
    [link.slice(link.indexOf("#")), "priorities", "drugs & meer"],
    ["#drugs%20%26%20meer?view=text", "text", "drugs & meer"],
    ["#P99?view=text", "text", "P99"],
  ]) {
    const linked = await open(t, tag(attributes), { path, respond: serveOwn });
    assert.deepEqual([await where(linked), await isOpen(linked, id)], [view, "true"], path);
    linked.assertClean();
  }

  // Asked for before anybody knows what has that id.
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const early = await open(t, tag(attributes), { wait: false, respond: async (request, response) => {
    if (request.url.endsWith(".wasm")) await gate;
    return serveOwn(request, response);
  } });
  try {
    await early.element.locator(".root.loading").waitFor();
    assert.equal(await early.element.evaluate((node) => {
      node.open("drugs & meer");
      return node.engine;
    }), undefined);
  } finally {
    letGo();
  }
  await early.element.evaluate((node) => node.whenReady());
  assert.deepEqual([await where(early), await isOpen(early, "drugs & meer")], ["priorities", "true"]);
  await early.page.waitForFunction(() => location.hash === "#drugs%20%26%20meer?view=priorities");
  early.assertClean();
});

test("14: footnotes whose numbers stand elsewhere", async (t) => {
  const own = datasetWith().replace("1 Doc. 11050/11.", "Noot: Doc. 11050/11.");
  const portal = await open(t, tag('src="own.json" view="text"'), { respond: serving("own.json", own) });
  assert.deepEqual(await portal.card("R01").locator("blockquote.official").first().locator("sup").allTextContents(), ["1", "2", "3", "2", "3"]);
  portal.assertClean();
});

test("14: an id with a quotation mark in it keeps the focus", async (t) => {
  const own = readFileSync(join(siteDir, "empact-priorities/dataset.json"), "utf8").replaceAll('"P3"', String.raw`"a\"b"`);
  const portal = await open(t, tag('src="own.json"'), { respond: serving("own.json", own) });
  const focused = () => portal.element.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.dataset.key);
  await portal.element.locator(String.raw`[data-key="a\"b"]`).focus();
  assert.equal(await focused(), 'a"b');
  await portal.element.evaluate((node) => {
    node.headingLevel = 4;
  });
  assert.equal(await focused(), 'a"b');
  assert.equal(await portal.element.locator("h5").first().isVisible(), true);
  portal.assertClean();
});

test("15: properties taken back, and attributes set elsewhere", async (t) => {
  const portal = await open(t, tag('query="fraude"'));
  const { element } = portal;
  await element.evaluate((node) => {
    Object.assign(node, { query: undefined, filters: null, priority: undefined, src: undefined, snapshot: null, maxResults: undefined, view: undefined, headingLevel: null });
  });
  assert.deepEqual(await element.evaluate((node) => [node.getAttributeNames(), node.query, node.filters, node.maxResults]), [[], "", {}, Infinity]);
  await element.evaluate((node) => {
    const { parentNode } = node;
    node.remove();
    Object.assign(node, { query: "witwassen", headingLevel: 4, view: "tasks" });
    parentNode.append(node);
  });
  await element.locator(".tasks-view h4").first().waitFor();
  assert.deepEqual([await portal.input.inputValue(), await element.getAttribute("query"), await element.getAttribute("view")], ["witwassen", "witwassen", "tasks"]);
  portal.assertClean();
});

test("16: a language that comes late, a caret, a page from right to left", async (t) => {
  const late = { respond: async (request) => {
    if (/\/el-[A-Z0-9]+\.js/u.test(request.url)) await new Promise((resolve) => { setTimeout(resolve, 400); });
    return false;
  } };
  const portal = await open(t, `<p>Portaal</p>${tag('lang="el"')}<script type="text/plain"></script>`, { ...late, context: { viewport: { width: 1280, height: 900 } } });
  const { page, element } = portal;
  await element.locator('.root[lang="el"]').waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
  await portal.input.fill("witwassen");
  await portal.input.evaluate((input) => input.setSelectionRange(3, 5));
  await element.evaluate((node) => {
    node.maxResults = 3;
    node.lang = "nl";
  });
  assert.deepEqual(await portal.input.evaluate((input) => [input.selectionStart, input.selectionEnd, input.getRootNode().activeElement === input]), [3, 5, true]);
  await page.evaluate(() => { document.documentElement.dir = "rtl"; });
  assert.equal(await element.locator(".root").evaluate((root) => getComputedStyle(root).direction), "ltr");
  portal.assertClean();
});

test("17: no link without an address", async (t) => {
  const portal = await open(t, tag('priority="P7e"'), { path: "?pagina=1#kop", context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const { page, element } = portal;
  await portal.card("P7e").locator("[data-action=cite]").first().waitFor();
  assert.equal(await element.locator("[data-action=link]").count(), 0);
  await portal.card("P7e").locator("[data-action=cite]").first().click();
  await element.locator(".toast:not(:empty)").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /host\.html\?pagina=1#kop/u);
  await element.evaluate((node) => { node.deepLink = "query"; });
  assert.match(await portal.card("P7e").locator("[data-action=link]").first().getAttribute("href"), /empact-open=P7e/u);
  portal.assertClean();
});
