// For every reader.
//  1. axe-core finds nothing (WCAG 2.0 to 2.2 A and AA, best practice) in light and dark, Dutch and English, in every state.
//  2. Everything can be done with the keyboard, and the focus can be seen.
//  3. At 320 CSS px nothing scrolls sideways, in any view; nor with the text spacing of WCAG 1.4.12.
//  4. Paper shows everything: details and sources, and no controls.
//  5. The browser's own search in the page opens what it finds.
//  6. With reduced motion nothing moves by itself; in forced colours the chosen things can be told apart.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDemo, serving, violationsOf, withAxe } from "./demo.mjs";

const states = [
  ["the cards", "", async () => undefined],
  ["an open card with sources", "#P7e", async (demo) => {
    for (const source of (await demo.card("P7e").locator(".source:visible").all()).slice(0, 3)) await source.click();
    await demo.card("P7e").locator(".keyword").first().click();
  }],
  ["P1 with its principles", "#P1", async (demo) => {
    for (const row of await demo.card("P1").locator(".row-toggle").all()) await row.click();
  }],
  ["a search", "#?q=netwerken", async (demo) => {
    await demo.element.locator(".passage .toggle").first().click();
  }],
  ["a search with filters", "#?q=netwerken&instrument=OAP&offence=fraud", async () => undefined],
  ["nothing found", "#?q=xyzzyqqq&instrument=OAP", async () => undefined],
  ["tasks", "#?view=tasks", async () => undefined],
  ["text", "#O07", async () => undefined],
  ["background", "#?view=background", async () => undefined],
];

for (const [name, path, steps] of states) {
  test(`1: axe finds nothing: ${name}`, async (t) => {
    for (const [colorScheme, lang] of [["light", "nl"], ["dark", "en"]]) {
      const separator = path.includes("?") ? "&" : path === "" ? "#?" : "?";
      const demo = await openDemo(t, `${path}${lang === "en" ? `${separator}lang=en` : ""}`, { context: { colorScheme }, prepare: withAxe });
      await steps(demo);
      assert.deepEqual(await violationsOf(demo.page), [], `${colorScheme}, ${lang}`);
      demo.assertClean();
      await demo.close();
    }
  });
}

test("1: axe finds nothing: narrow", async (t) => {
  const demo = await openDemo(t, "#P7e", { context: { viewport: { width: 320, height: 640 } }, prepare: withAxe });
  await demo.element.getByRole("button", { name: /^Filters/ }).click();
  assert.deepEqual(await violationsOf(demo.page), []);
});

test("1: axe finds nothing: loading and failure", async (t) => {
  const waiting = await openDemo(t, "", { wait: false, prepare: withAxe, respond: (request) => request.url.endsWith(".wasm") });
  await waiting.element.locator(".loading").waitFor();
  assert.deepEqual(await violationsOf(waiting.page), []);
  for (const colorScheme of ["light", "dark"]) {
    const failed = await openDemo(t, "", { wait: false, context: { colorScheme }, prepare: withAxe, respond: serving(".wasm", "", { status: 404 }) });
    await failed.element.locator(".failure").waitFor();
    assert.deepEqual(await violationsOf(failed.page), []);
  }
});

test("2: with the keyboard alone", async (t) => {
  const demo = await openDemo(t);
  const at = () => demo.element.evaluate((element) => {
    const node = element.shadowRoot.activeElement;
    if (!node) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    return { name: node.dataset.key ?? node.tagName, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
  });
  const visited = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await demo.page.keyboard.press("Tab");
    const place = await at();
    if (!place) continue;
    assert.ok(place.seen, `${place.name} shows its focus`);
    visited.push(place.name);
    if (place.name === "P1") break;
  }
  for (const name of ["lang-nl", "lang-en", "q", "view-priorities", "view-background", "SUMMARY", "INPUT", "P1"]) {
    assert.ok(visited.includes(name), `${name} is reached: ${visited.join(" ")}`);
  }
  await demo.page.keyboard.press("Enter");
  assert.equal(await demo.toggle("P1").getAttribute("aria-expanded"), "true");
  await demo.page.keyboard.press("Space");
  assert.equal(await demo.toggle("P1").getAttribute("aria-expanded"), "false");
});

for (const path of ["", "#P7e?lang=en", "#?q=netwerken&instrument=OAP", "#?view=tasks", "#?view=text", "#?view=background&lang=en", "#?q=xyzzyqqq"]) {
  test(`3: 320 px: ${path || "the cards"}`, async (t) => {
    const demo = await openDemo(t, path, { context: { viewport: { width: 320, height: 640 } } });
    const tooWide = () => demo.element.evaluate((element) => {
      const wide = [...element.shadowRoot.querySelectorAll("*")].filter((node) => node.checkVisibility() && !node.closest(".vh") && node.getBoundingClientRect().right > innerWidth + 1);
      return { page: document.documentElement.scrollWidth - innerWidth, wide: wide.slice(0, 3).map((node) => node.outerHTML.slice(0, 120)) };
    });
    assert.deepEqual(await tooWide(), { page: 0, wide: [] });
    await demo.element.evaluate((element) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
      element.shadowRoot.adoptedStyleSheets.push(sheet);
    });
    assert.deepEqual(await tooWide(), { page: 0, wide: [] });
  });
}

test("4: on paper", async (t) => {
  const demo = await openDemo(t, "#?q=vuurwapens");
  await demo.input.fill("");
  await demo.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await demo.page.emulateMedia({ media: "print" });
  const visible = (selector) => demo.element.evaluate((element, wanted) => [...element.shadowRoot.querySelectorAll(wanted)].filter((node) => node.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && node.getBoundingClientRect().height > 0).length, selector);
  const all = (selector) => demo.element.evaluate((element, wanted) => element.shadowRoot.querySelectorAll(wanted).length, selector);
  // There are no documents of a portal here: their empty sections are hidden from everybody.
  const titles = ".view.priorities article .section-title:not(.portal[hidden] > *)";
  assert.ok((await all(titles)) > 100);
  assert.equal(await visible(titles), await all(titles));
  assert.ok((await all(".view.priorities .quote mark")) > 150);
  assert.equal(await visible(".view.priorities .quote figcaption"), await all(".view.priorities .quote figcaption"));
  for (const control of ["input", "button.toggle", "button.source", ".views", ".side", "[data-action]"]) assert.equal(await visible(control), 0, control);
});

test("5: found by the browser", async (t) => {
  const demo = await openDemo(t);
  const panel = demo.element.locator(`#${await demo.toggle("P1").getAttribute("aria-controls")}`);
  assert.equal(await panel.getAttribute("hidden"), "until-found");
  await panel.locator(".section-title").first().waitFor({ state: "attached" });
  await panel.evaluate((node) => node.dispatchEvent(new Event("beforematch", { bubbles: true })));
  assert.equal(await panel.getAttribute("hidden"), null);
  assert.equal(await demo.toggle("P1").getAttribute("aria-expanded"), "true");
});

test("6: motion and colours", async (t) => {
  const demo = await openDemo(t, "", { context: { reducedMotion: "reduce", forcedColors: "active" } });
  const border = (name) => demo.element.getByRole("link", { name, exact: true }).evaluate((link) => getComputedStyle(link).borderBlockEndColor);
  assert.notEqual(await border("Prioriteiten"), await border("Achtergrond"));
  assert.equal(await demo.toggle("P1").locator(".icon").evaluate((icon) => getComputedStyle(icon).transitionDuration), "0s");
});
