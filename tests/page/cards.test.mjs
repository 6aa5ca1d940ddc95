// What the cards show.
//  1. Ten priorities in order, seven sub-priorities inside their parents, the horizontal threat apart. Where there is room they are listed above the cards.
//  2. A card has its number, its official title and its official objective, called so, verbatim and in the right language.
//  3. OAPs and CHSGs are marked, with their full names for assistive technology.
//  4. A card opens with a real button and says what it builds on, what it is delineated from, how it is implemented.
//  5. Behind every fact stand the words of the text, marked in their paragraph; a paragraph stands there once, however many of its words are meant.
//  6. In English every translation says that it is unofficial, and the official title stands beneath it.
//  7. That the priorities were changed, and that others have taken their place, is said above them, and that this is not from the document.
//     Facts from elsewhere have a source and a confidence, and their links tell the other site nothing; those to one site have numbers.
//  8. Tasks are grouped by who is to do them, each in full once, and in full for whom one asks; the text is there from beginning to end.
//  9. An open card shows all outside facts about its area, in a section of their own, and nothing of the document in it.
// 10. The background lists every term with its expansion and other forms, verbatim and with their places, and our translation marked as ours.
// 11. It lists every role with all the words that name it and who is asked to take it on.
// 12. It lists every reference with its label, our title, its date and all places where it is cited.
// 13. Terms, roles and references have addresses of their own, and the explanation of an abbreviation leads to its entry.
// 14. The numbers of footnotes stand above the line, in the text, in the quotes from it and in excerpts, also while a search marks the words that they are glued to.
// 15. One card can be printed alone, with what it is a part of.
// 16. The horizontal threat stands first where it answers best, and a search says how many tasks it names.
// 17. A dataset in one language alone, whose facts from elsewhere are in another, is searched everywhere.
// 18. On a telephone link, citation and print of a card stand on one line. "Source" stays where it is when it is pressed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { datasetWith, openDemo, serving } from "./demo.mjs";
import { siteDir } from "./harness.mjs";

const data = JSON.parse(readFileSync(join(siteDir, "empact-priorities/dataset.json"), "utf8"));
const areas = [...data.priorities, ...data.subPriorities, ...data.horizontalThreats];
const inOrder = [...data.priorities.flatMap(({ id }) => [id, ...data.subPriorities.filter(({ parent }) => parent === id).map((sub) => sub.id)]), ...data.horizontalThreats.map(({ id }) => id)];

test("1, 2: all crime areas in order, with official titles and objectives", async (t) => {
  const demo = await openDemo(t);
  assert.deepEqual(await demo.areas(), inOrder);
  assert.equal(inOrder.length, 18);
  for (const { id, title } of areas) {
    const card = demo.card(id);
    assert.ok((await card.locator(".title").first().textContent()).includes(title.quote), `${id}: title`);
    const objective = data.objectives.find(({ area }) => area === id);
    const shown = card.locator(":scope > .body > .objective");
    assert.equal(await shown.count(), objective ? 1 : 0, `${id}: objective`);
    if (!objective) continue;
    assert.equal(await shown.textContent(), objective.source.quote);
    assert.equal(await card.locator(":scope > .body > .objective-label").textContent(), "Doelstelling");
  }
  assert.equal(await demo.card("P7").locator("[data-id=P7e]").count(), 1);
  assert.equal(await demo.card("P1").locator("> .number").textContent(), "1");
  demo.assertClean();
});

test("1: the overview", async (t) => {
  const demo = await openDemo(t);
  const overview = demo.element.locator(".jump.areas button");
  assert.equal(await overview.count(), 11);
  assert.equal(await overview.last().textContent(), "Horizontale dreiging: Documentfraude");
  assert.equal(await overview.nth(8).textContent(), "9 Milieucriminaliteit");
  await overview.nth(8).click();
  assert.equal(await demo.card("P9").locator(".title").first().evaluate((title) => title.matches(":focus")), true);
  assert.ok(await demo.card("P9").evaluate((card) => card.getBoundingClientRect().top >= 0 && card.getBoundingClientRect().top < 100));
  assert.equal(await demo.element.getAttribute("priority"), null);
  await demo.input.fill("vuurwapens");
  assert.equal(await overview.first().isVisible(), false);
  await demo.input.fill("");
  assert.equal(await overview.first().isVisible(), true);
  await demo.element.evaluate((element) => {
    element.maxResults = 4;
  });
  assert.equal(await overview.first().isVisible(), false);
  demo.assertClean();
});

test("3: OAPs and CHSGs", async (t) => {
  const demo = await openDemo(t);
  const badges = (id) => demo.card(id).locator(":scope > .body > .badges .vh").allTextContents();
  assert.deepEqual(await badges("P7e"), ["1 operationeel actieplan (OAP). ", "1 gemeenschappelijke horizontale strategische doelstelling (CHSG). "]);
  assert.deepEqual(await badges("P7"), ["5 operationele actieplannen (OAP’s) via de subprioriteiten. ", "1 gemeenschappelijke horizontale strategische doelstelling (CHSG) via de subprioriteiten. "]);
  // Which sub-priority has what.
  await demo.toggle("P7").click();
  const bySub = await demo.card("P7").locator(":scope > .body > .panel .by-sub li").allTextContents();
  assert.deepEqual(bySub.map((text) => text.replace(/^.* – /u, "")), ["1 OAP", "1 OAP", "1 OAP", "1 OAP", "1 OAP en 1 CHSG"]);
  assert.deepEqual(await badges("HT1"), ["1 gemeenschappelijke horizontale strategische doelstelling (CHSG). "]);
});

test("4, 5: an open card and the words behind its facts", async (t) => {
  const demo = await openDemo(t);
  const toggle = demo.toggle("P7e");
  assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  await toggle.click();
  assert.equal(await toggle.getAttribute("aria-expanded"), "true");
  const card = demo.card("P7e");
  await card.getByRole("heading", { name: "Bouwt voort op" }).waitFor();
  await card.getByText("Gezegd over prioriteit 7 als geheel.").waitFor();
  await card.getByRole("link", { name: /^Prioriteit 1: Criminele netwerken/ }).waitFor();
  // Every source button opens a quote that is marked and stands verbatim in a paragraph of the text.
  const buttons = card.locator(".source:visible");
  const n = await buttons.count();
  assert.ok(n >= 5, `${n} sources`);
  const blocks = data.text.map(({ text }) => text);
  for (let index = 0; index < n; index += 1) {
    const button = buttons.nth(index);
    await button.click();
    const panel = demo.element.locator(`#${await button.getAttribute("aria-controls")}`);
    for (const quote of await panel.locator(".quote").all()) {
      const paragraph = await quote.locator("blockquote p").textContent();
      assert.ok(blocks.includes(paragraph), `not a paragraph of the text: ${paragraph}`);
      const marked = await quote.locator("mark").allTextContents();
      assert.ok(marked.length > 0 && marked.every((words) => words.length > 0 && paragraph.includes(words)));
      assert.ok(await quote.locator("mark").first().isVisible());
    }
  }
  const keyword = card.getByRole("button", { name: "Witwassen", exact: true });
  await keyword.click();
  assert.ok(await demo.element.locator(`#${await keyword.getAttribute("aria-controls")} mark`).first().isVisible());
  await demo.toggle("P2").click();
  assert.equal(await demo.element.getAttribute("priority"), "P2");
  demo.assertClean();
});

test("5: everything that is said of a task, in one paragraph", async (t) => {
  const demo = await openDemo(t, "#?view=tasks");
  const task = data.tasks.find(({ addressees }) => addressees.length > 2 && new Set(addressees.map(({ source }) => source.unit)).size === 1);
  const button = demo.card(task.id).first().locator("button");
  assert.equal(await button.count(), 1);
  await button.click();
  const panel = demo.element.locator(`#${await button.getAttribute("aria-controls")}`);
  assert.equal(await panel.locator(".quote").count(), 1);
  assert.deepEqual((await panel.locator("mark").allTextContents()).sort(), [task.modalitySource, task.action, ...task.addressees.map(({ source }) => source)].map(({ quote }) => quote).sort());
  // On paper they stand there too, what is asked once.
  await demo.page.emulateMedia({ media: "print" });
  const said = await demo.card(task.id).first().locator(".said").innerText();
  assert.ok(said.includes(task.modalitySource.quote), said);
  assert.equal(said.split(task.action.quote).length, 2, said);
});

test("5: quoted words that overlap are marked as one", async (t) => {
  const demo = await openDemo(t, "#P7e");
  const task = demo.card("P7e").locator(".task");
  await task.locator(".source").click();
  const marks = await task.locator(".quote mark").allTextContents();
  assert.equal(marks.length, 1, marks.join(" | "));
  assert.match(marks[0], /^Er moet worden gezorgd voor duidelijke afbakening/u);
  demo.assertClean();
});

test("4: what is delineated from what", async (t) => {
  const demo = await openDemo(t, "#P1");
  const section = (id) => demo.card(id).locator(":scope > .body > .panel > .inner > .section", { has: demo.page.getByRole("heading", { name: "Afbakening en coördinatie" }) });
  const said = async (id) => [await section(id).locator(":scope > p").allTextContents(), await section(id).locator("a[data-place]:not(figcaption a)").evaluateAll((links) => links.map(({ dataset }) => dataset.place))];
  // It is the others that have to be delineated.
  assert.deepEqual(await said("P1"), [["Van deze prioriteit duidelijk af te bakenen, en ermee te coördineren:"], ["P7e", "P10"]]);
  for (const id of ["P7e", "P10"]) {
    await demo.toggle(id).click();
    assert.deepEqual(await said(id), [["Duidelijk af te bakenen van, en te coördineren met:"], ["P1"]]);
  }
  demo.assertClean();
});

test("6, A6: English", async (t) => {
  const demo = await openDemo(t, "#P3?lang=en");
  const card = demo.card("P3");
  assert.equal(await demo.page.locator("html").getAttribute("lang"), "en");
  assert.match(await card.locator(".title").first().textContent(), /^Priority 3: Trafficking in human beings unofficial translation$/);
  const original = card.locator(".original .official");
  assert.equal(await original.textContent(), "Mensenhandel");
  assert.equal(await original.getAttribute("lang"), "nl");
  assert.ok(await card.locator(":scope > .body > .after .tag", { hasText: "unofficial translation" }).isVisible());
  const official = card.locator(".section", { hasText: "Official text of the objective" }).locator("blockquote");
  assert.equal(await official.getAttribute("lang"), "nl");
  for (const { id } of areas) {
    assert.equal(await demo.card(id).locator(".title .tag, .title + .original").first().isVisible(), true, `${id} is marked`);
  }
  demo.assertClean();
});

test("7: facts from elsewhere", async (t) => {
  const demo = await openDemo(t, "#?view=background");
  const cycles = await demo.element.locator(".cycle").evaluateAll((cards) => cards.map((card) => card.dataset.id));
  assert.deepEqual(cycles, data.cycles.map(({ id }) => id));
  const facts = demo.element.locator(".elsewhere li[data-fact]");
  assert.ok((await facts.count()) > 4);
  for (const fact of await facts.all()) {
    const text = await fact.textContent();
    assert.match(text, /betrouwbaarheid: (hoog|gemiddeld)/);
    const links = await fact.locator("a").evaluateAll((all) => all.map(({ href, rel, protocol }) => ({ href, rel, protocol })));
    assert.ok(links.length > 0);
    const names = await fact.locator("a").allTextContents();
    assert.equal(new Set(names).size, names.length, names.join());
    for (const { rel, protocol } of links) {
      assert.equal(rel, "noreferrer noopener");
      assert.match(protocol, /^https?:$/);
    }
  }
  assert.match(await demo.card("CY-2014-2017").textContent(), /Counterfeit goods/);
  assert.match(await demo.card("CY-2022-2025").textContent(), /deze cyclus.*Volgt op 2018–2021.*blogspot\.com \(1\) \(externe bron\), .*blogspot\.com \(2\) \(externe bron\)/s);
  demo.assertClean();
});

test("7, A6: what came after the document", async (t) => {
  const demo = await openDemo(t);
  const later = demo.element.locator(".masthead .later");
  assert.equal(await later.textContent(), "Later gewijzigd · Opgevolgd door Empact 2026-2029 niet uit dit document");
  await later.getByRole("link", { name: /^Opgevolgd door/ }).click();
  assert.equal(await demo.hash(), "#CY-2026-2029");
  await demo.card("CY-2026-2029").getByText("Prioriteiten (in het Engels)").waitFor();
  assert.ok((await demo.card("CY-2026-2029").locator(".outside").count()) > 0);
  assert.equal(await demo.card("CY-2026-2029").locator(".title").textContent(), "Empact 2026-2029 niet uit dit document");
  assert.equal(await demo.card("CY-2022-2025").locator(".title .tag").count(), 0);
  demo.assertClean();
});

test("8, A6: who does what, and the whole text", async (t) => {
  const demo = await openDemo(t, "#?view=tasks&actor=A-cosi&lang=en");
  assert.equal(await demo.element.locator(".group.actor").count(), 1);
  const ofCosi = data.tasks.filter(({ addressees }) => addressees.some(({ actor }) => actor === "A-cosi"));
  assert.equal(await demo.element.locator(".group.actor .task").count(), ofCosi.length);
  assert.match(await demo.element.locator(".group.actor").textContent(), /by the summer of 2023/);
  assert.equal(await demo.element.locator(".brief").count(), 0);
  await demo.element.locator(".chips .chip").click();
  const tasks = demo.element.locator(".task[data-id]");
  assert.deepEqual((await tasks.evaluateAll((all) => all.map((task) => task.dataset.id))).sort(), data.tasks.map(({ id }) => id).sort());
  // What stands in full elsewhere leads there.
  const brief = demo.element.locator(".brief").first();
  const title = await brief.locator("a").textContent();
  await brief.locator("a").click();
  assert.equal(await demo.element.evaluate((element) => element.shadowRoot.activeElement.textContent), `${title} (our words)`);
  assert.equal(await demo.hash(), `#${data.tasks.find(({ id }) => data.ownWords.en[id].title === title).id}?lang=en`);
  await demo.element.getByRole("link", { name: "Full text" }).click();
  const shown = await demo.element.locator(".passage.text > blockquote p").allTextContents();
  assert.deepEqual([...shown].sort(), data.text.map(({ text }) => text).sort());
  demo.assertClean();
});

test("9: what is known about a card from elsewhere", async (t) => {
  const demo = await openDemo(t);
  let nFacts = 0;
  for (const { id } of areas) {
    await demo.toggle(id).click();
    const section = demo.card(id).locator(":scope > .body > .panel > .inner > .elsewhere");
    const known = data.outside.facts.filter(({ about }) => about.includes(id));
    nFacts += known.length;
    if (known.length === 0) {
      assert.equal(await section.count(), 0, `${id}: no empty section`);
      continue;
    }
    const facts = section.locator("li[data-fact]");
    assert.deepEqual((await facts.evaluateAll((all) => all.map((fact) => fact.dataset.fact))).sort(), known.map((fact) => fact.id).sort(), id);
    assert.equal(await section.getByRole("heading").textContent(), "Bekend uit andere bronnen niet uit dit document");
    assert.equal(await section.locator(".official, .source, .quote").count(), 0, `${id}: nothing of the document`);
    for (const fact of known) {
      const shown = section.locator(`[data-fact="${fact.id}"]`);
      const text = await shown.textContent();
      assert.ok(text.includes(fact.statement.nl), `${fact.id}: ${text}`);
      if (fact.note) assert.ok(text.includes(fact.note.nl), `${fact.id}: note`);
      assert.ok(text.endsWith(`betrouwbaarheid: ${fact.confidence === "high" ? "hoog" : "gemiddeld"}`), text);
      assert.deepEqual(await shown.locator("a").evaluateAll((links) => links.map((link) => link.href)), fact.sources.map((source) => new URL(source).href));
    }
  }
  assert.ok(nFacts >= 16, `${nFacts} facts`);
  demo.assertClean();
});

/** What a row of the background says, without the buttons; and the words that its buttons open. */
async function entry(demo, id) {
  const row = demo.card(id);
  const quotes = [];
  const paragraphs = [];
  for (const button of await row.locator("dd > .fact > p > .source").all()) {
    await button.click();
    const panel = demo.element.locator(`#${await button.getAttribute("aria-controls")}`);
    paragraphs.push(await panel.locator(".quote blockquote").allTextContents());
    for (const quote of await panel.locator(".quote").all()) {
      const paragraph = await quote.locator("blockquote p").textContent();
      assert.ok(data.text.some(({ text }) => text === paragraph), `not a paragraph of the text: ${paragraph}`);
      quotes.push(...await quote.locator("mark").allTextContents());
    }
  }
  for (const once of paragraphs) assert.equal(new Set(once).size, once.length, id);
  return { name: await row.locator("dt").textContent(), row, quotes, official: await row.locator("dd .fact > p .official").allTextContents() };
}

test("10: terms and abbreviations", async (t) => {
  const demo = await openDemo(t, "#?view=background&lang=en");
  assert.ok(data.terms.length > 30);
  for (const { id, abbreviation, expansion, forms } of data.terms) {
    const { name, row, quotes, official } = await entry(demo, id);
    if (abbreviation) assert.equal(name, abbreviation);
    else assert.ok(name.startsWith(data.ownWords.en[id].title), name);
    if (expansion && expansion.quote.toLowerCase() !== name.toLowerCase()) assert.equal(official[0], expansion.quote, id);
    else if (!expansion) assert.match(await row.textContent(), /Never written out in the document/);
    // Each form stands there once, in whatever capitals, and all that is said has its place behind it.
    const said = [name, ...official].map((words) => words.toLowerCase());
    for (const { quote } of forms) assert.ok(said.includes(quote.toLowerCase()), `${id}: ${quote} in ${said.join(" | ")}`);
    for (const words of official) assert.ok(quotes.includes(words), `${id}: no place for ${words}`);
    assert.ok((await row.locator(".tag", { hasText: expansion ? "unofficial translation" : /unofficial translation|our words/u }).count()) > 0, `${id}: our words are marked`);
    for (const words of await row.locator(".official").all()) assert.equal(await words.getAttribute("lang"), "nl");
  }
  demo.assertClean();
});

test("11: roles", async (t) => {
  const demo = await openDemo(t, "#?view=background");
  for (const { id, mentions } of data.roles) {
    const { quotes } = await entry(demo, id);
    assert.deepEqual(quotes.sort(), mentions.map(({ quote }) => quote).sort(), id);
  }
  // Who can become driver? All actors are asked to, in the fourth operative paragraph.
  assert.match(await demo.card("ROLE-driver").textContent(), /Gevraagd aan alle actoren: Treed op als drijvende kracht/);
  assert.doesNotMatch(await demo.card("ROLE-nec").textContent(), /Gevraagd aan/);
  await demo.card("ROLE-driver").getByRole("link", { name: /^Treed op als/ }).click();
  assert.equal(await demo.hash(), "#TK19");
  await demo.card("TK19").first().waitFor();
  demo.assertClean();
});

test("12: references", async (t) => {
  const demo = await openDemo(t, "#?view=background");
  for (const { id, label, date, sources } of data.references) {
    const { name, row, quotes } = await entry(demo, id);
    assert.equal(name, label);
    const known = data.dates.find((other) => other.id === date);
    const dates = known?.sources.map(({ quote }) => quote) ?? [];
    assert.deepEqual(quotes.sort(), [...dates, ...sources.map(({ quote }) => quote)].sort(), id);
    assert.deepEqual(await row.locator("dd > .fact > p > .key").allTextContents(), known ? [known.type === "event" ? "Datum" : "Wanneer", "Aangehaald in"] : ["Aangehaald in"]);
    assert.ok((await row.locator("dd").textContent()).startsWith(data.ownWords.nl[id].title), `${id}: our title`);
    const places = row.locator("dd > .fact > p > a");
    assert.ok((await places.count()) >= new Set(sources.map(({ unit }) => unit)).size, `${id}: places`);
  }
  await demo.card("REF-6481-21").getByRole("link", { name: "Overweging 4, tekstdeel 1", exact: true }).first().click();
  assert.equal(await demo.hash(), "#R04");
  demo.assertClean();
});

test("13: the way to an entry", async (t) => {
  for (const id of ["T-hrcn", "ROLE-nec", "REF-socta-2021"]) {
    const demo = await openDemo(t, `#${id}`);
    assert.equal(await demo.element.getAttribute("view"), "background");
    assert.equal(await demo.card(id).locator("dt").evaluate((name) => name.matches(":focus")), true, id);
    assert.ok(await demo.card(id).evaluate((row) => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().top < 200));
  }
  const demo = await openDemo(t);
  await demo.input.fill("OAP's");
  await demo.element.locator(".definition").getByRole("link", { name: "Meer over dit begrip" }).click();
  assert.equal(await demo.card("T-oap").locator("dt").evaluate((name) => name.matches(":focus")), true);
  assert.match(await demo.hash(), /^#T-oap/);
  demo.assertClean();
});

test("14: footnotes", async (t) => {
  const demo = await openDemo(t, "#?view=text");
  const numbers = (id) => demo.card(id).locator("blockquote.official").first().locator("sup").allTextContents();
  const text = () => demo.card("R01").locator("blockquote.official p").first().textContent();
  const official = data.text.find(({ unit }) => unit === "R01").text;
  assert.deepEqual(await numbers("R01"), ["1", "2", "3", "1", "2", "3"]);
  assert.deepEqual(await numbers("R03"), ["4", "4"]);
  assert.equal(await text(), official);
  await demo.input.fill("criminaliteit");
  assert.deepEqual(await numbers("R01"), ["1", "2", "3", "1", "2", "3"]);
  assert.equal(await text(), official);
  assert.deepEqual(await demo.card("R01").locator("blockquote.official mark").allTextContents(), Array(4).fill("criminaliteit"));
  await demo.input.fill("criminaliteit1");
  assert.equal(await demo.card("R01").locator("blockquote.official mark sup").first().textContent(), "1");
  await demo.element.evaluate((element) => {
    element.view = "priorities";
  });
  await demo.input.fill("socta");
  assert.deepEqual(await demo.card("R12").locator(".found sup").allTextContents(), ["6"]);
  demo.assertClean();
});

test("15: one card on paper", async (t) => {
  const demo = await openDemo(t, "#P7e");
  const { page, element } = demo;
  await page.evaluate(() => {
    globalThis.print = () => {
      globalThis.dispatchEvent(new Event("beforeprint"));
    };
  });
  const shown = () => element.evaluate((node) => [...node.shadowRoot.querySelectorAll(".card")].filter((card) => card.checkVisibility()).map((card) => card.dataset.id));
  const all = await shown();
  await demo.card("P7e").locator("[data-action=print]").click();
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await shown(), ["P7", "P7e"]);
  // Of the priority only what it is called, of the sub-priority everything.
  assert.equal(await demo.card("P7").locator(":scope > .body > .objective, :scope > .body > .badges").first().isVisible(), false);
  assert.equal(await demo.card("P7e").locator(".panel .section").first().isVisible(), true);
  assert.equal(await element.locator(".masthead .subject").isVisible(), true);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual(await shown(), all);
  // Where printing is not allowed nothing says that it is over: the next card is alone all the same.
  for (const id of ["P7e", "P10"]) {
    await demo.element.evaluate((node, opened) => node.open(opened), id);
    await demo.card(id).locator("[data-action=print]").first().click();
  }
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await shown(), ["P10"]);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual(await shown(), all);
  demo.assertClean();
});

test("15: what was printed is kept no longer than it is on the page", async (t) => {
  const { page, context } = await openDemo(t);
  await page.evaluate(async () => {
    globalThis.print = () => dispatchEvent(new Event("afterprint"));
    const node = document.createElement("empact-priorities");
    document.querySelector("main").append(node);
    await node.whenReady();
    node.shadowRoot.querySelector("[data-action=print]").click();
    node.remove();
    globalThis.printed = new WeakRef(node);
  });
  await page.waitForTimeout(300);
  const devTools = await context.newCDPSession(page);
  await devTools.send("HeapProfiler.collectGarbage");
  assert.equal(await page.evaluate(() => globalThis.printed.deref()?.localName), undefined);
});

test("16: what answers best stands first, and a search leads to the tasks", async (t) => {
  const demo = await openDemo(t);
  await demo.input.fill("documentfraude");
  const first = demo.element.locator(".view.priorities .card").first();
  await demo.element.locator('.view.priorities > .group:first-child [data-id="HT1"]').waitFor();
  assert.equal(await first.getAttribute("data-id"), "HT1");
  await demo.input.fill("COSI");
  const link = demo.element.locator(".pointer a");
  const text = await link.textContent();
  assert.match(text, /^Wie doet wat: [1-9]\d* taken$/u);
  await demo.input.press("Escape");
  await link.click();
  assert.equal(await demo.element.getAttribute("view"), "tasks");
  assert.ok((await demo.element.locator(".count").textContent()).startsWith(text.replace("Wie doet wat: ", "")));
  await demo.input.fill("");
  assert.equal(await link.count(), 0);
  demo.assertClean();
});

for (const width of [360, 1100]) {
  test(`16: the results stay where they are when the way to the tasks is added, ${width} px`, async (t) => {
    const demo = await openDemo(t);
    await demo.page.setViewportSize({ width, height: 800 });
    for (const query of ["witwassen", "COSI", "drugs"]) {
      await demo.input.fill("");
      await demo.element.evaluate((node) => {
        const { shadowRoot } = node;
        globalThis.tops = [];
        const look = () => {
          const first = shadowRoot.querySelector(".view.priorities:not([hidden])");
          const says = shadowRoot.querySelector(".count").textContent;
          if (first && says.includes("voor")) globalThis.tops.push([says, Math.round(first.getBoundingClientRect().top)]);
          globalThis.looking = requestAnimationFrame(look);
        };
        cancelAnimationFrame(globalThis.looking);
        look();
      });
      await demo.input.pressSequentially(query);
      await demo.element.locator(".count").getByText(`“${query}”`).waitFor();
      await demo.page.waitForTimeout(600);
      const tops = await demo.page.evaluate(() => globalThis.tops);
      assert.ok(tops.length > 1);
      assert.deepEqual([...new Set(tops.filter(([says]) => says.includes(`“${query}”`)).map(([, top]) => top))].length, 1, JSON.stringify(tops));
    }
  });
}

test("16: a longer count moves nothing", async (t) => {
  const demo = await openDemo(t);
  await demo.page.setViewportSize({ width: 1180, height: 800 });
  const tops = new Set();
  for (const query of ["drugs", "witwassen", "mensenhandel", "cybercriminaliteit"]) {
    await demo.input.fill(query);
    await demo.element.locator(".count").getByText(`“${query}”`).waitFor();
    await demo.page.waitForFunction(() => document.querySelector("empact-priorities").matches(":not(:state(answering))"));
    tops.add(Math.round((await demo.element.locator(".group-title").first().boundingBox()).y));
  }
  assert.equal(tops.size, 1, JSON.stringify([...tops]));
  demo.assertClean();
});

test("17: one language", async (t) => {
  const { nl } = data.ownWords;
  const own = { ownWords: { nl }, aliases: data.aliases.filter(({ lang }) => lang === "nl"), outside: { ...data.outside, facts: data.outside.facts.map(({ statement, note, ...rest }) => ({ ...rest, statement: { nl: statement.nl }, ...(note && { note: { nl: note.nl } }) })) } };
  const demo = await openDemo(t, "", { respond: serving("/own.json", datasetWith(own)) });
  await demo.element.evaluate(async (element) => {
    element.src = "own.json";
    await element.whenReady();
    element.view = "background";
  });
  assert.deepEqual(await demo.element.evaluate((element) => element.engine.framework.languages), ["nl"]);
  assert.match(await demo.card("CY-2014-2017").textContent(), /Counterfeit goods/);
  await demo.input.fill("counterfeit");
  assert.match(await demo.card("CY-2014-2017").locator("mark").first().textContent(), /Counterfeit/);
  demo.assertClean();
});

for (const width of [320, 360]) test(`18: a row of a card, ${width} px`, async (t) => {
  const demo = await openDemo(t, "#?q=witwassen", { context: { viewport: { width, height: 740 } } });
  const middles = await demo.card("P7e").locator(".copy > *").evaluateAll((controls) => controls.map((control) => {
    const { top, bottom } = control.getBoundingClientRect();
    return Math.round((top + bottom) / 2);
  }));
  assert.equal(middles.length, 3);
  assert.equal(new Set(middles).size, 1, middles.join());
  demo.assertClean();
});

for (const width of [360, 1280]) test(`18: the source of a task, ${width} px`, async (t) => {
  const demo = await openDemo(t, "#?view=tasks", { context: { viewport: { width, height: 740 } } });
  const button = demo.element.locator(".view .source").first();
  const left = () => button.evaluate((node) => node.getBoundingClientRect().left);
  const before = await left();
  await button.click();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  assert.equal(await left(), before);
  demo.assertClean();
});
