// What the cards show.
//  1. Ten priorities in order, seven sub-priorities inside their parents, the horizontal threat apart.
//  2. A card has its number, its official title and its official objective, verbatim and in the right language.
//  3. OAPs and CHSGs are marked, with their full names for assistive technology.
//  4. A card opens with a real button and says what it builds on, what it is delineated from, how it is implemented.
//  5. Behind every fact stand the words of the text, marked in their paragraph.
//  6. In English every translation says that it is unofficial, and the official title stands beneath it.
//  7. Facts from elsewhere have a source and a confidence, and their links tell the other site nothing.
//  8. Tasks are grouped by who is to do them; the text is there from beginning to end.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openDemo } from "./demo.mjs";
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
    if (objective) assert.equal(await shown.textContent(), objective.source.quote);
  }
  assert.equal(await demo.card("P7").locator("[data-id=P7e]").count(), 1);
  assert.equal(await demo.card("P1").locator("> .number").textContent(), "1");
  demo.assertClean();
});

test("3: OAPs and CHSGs", async (t) => {
  const demo = await openDemo(t);
  const badges = (id) => demo.card(id).locator(":scope > .body > .badges .vh").allTextContents();
  assert.deepEqual(await badges("P7e"), ["1 operationeel actieplan (OAP). ", "1 gemeenschappelijke horizontale strategische doelstelling (CHSG). "]);
  assert.deepEqual(await badges("P7"), ["5 operationele actieplannen (OAP’s) via de subprioriteiten. "]);
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
  await card.getByText("Gezegd van prioriteit 7 als geheel.").waitFor();
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
      const marked = await quote.locator("mark").textContent();
      assert.ok(marked.length > 0 && paragraph.includes(marked));
      assert.ok(await quote.locator("mark").isVisible());
    }
  }
  const keyword = card.getByRole("button", { name: "Witwassen", exact: true });
  await keyword.click();
  assert.ok(await demo.element.locator(`#${await keyword.getAttribute("aria-controls")} mark`).first().isVisible());
  await demo.toggle("P2").click();
  assert.equal(await demo.element.getAttribute("priority"), "P2");
  demo.assertClean();
});

test("6: English", async (t) => {
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
    assert.match(text, /zekerheid: (hoog|gemiddeld)/);
    const links = await fact.locator("a").evaluateAll((all) => all.map(({ href, rel, protocol }) => ({ href, rel, protocol })));
    assert.ok(links.length > 0);
    for (const { rel, protocol } of links) {
      assert.equal(rel, "noreferrer noopener");
      assert.match(protocol, /^https?:$/);
    }
  }
  assert.match(await demo.card("CY-2014-2017").textContent(), /Counterfeit goods/);
  demo.assertClean();
});

test("8: who does what, and the whole text", async (t) => {
  const demo = await openDemo(t, "#?view=tasks&actor=A-cosi&lang=en");
  assert.equal(await demo.element.locator(".group.actor").count(), 1);
  const ofCosi = data.tasks.filter(({ addressees }) => addressees.some(({ actor }) => actor === "A-cosi"));
  assert.equal(await demo.element.locator(".group.actor .task").count(), ofCosi.length);
  assert.match(await demo.element.locator(".group.actor").textContent(), /by the summer of 2023/);
  await demo.element.getByRole("button", { name: "Clear all" }).click();
  await demo.element.getByRole("link", { name: "Full text" }).click();
  const shown = await demo.element.locator(".passage.text > blockquote p").allTextContents();
  assert.deepEqual([...shown].sort(), data.text.map(({ text }) => text).sort());
  demo.assertClean();
});
