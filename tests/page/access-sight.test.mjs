// For readers who see the page in another way than it was drawn. The numbers are those of ACCESSIBILITY.md.
//
// A7.  At 320 CSS px nothing scrolls sideways, in any state.
// A8.  At 400 % zoom (1280 by 1024, so 320 by 256 CSS px) nothing scrolls sideways, and the list of suggestions and what is said fit into the window.
// A9.  With the text spacing of WCAG 1.4.12 nothing is cut off, nothing lies over anything else and nothing scrolls sideways, in any state.
// A10. In forced colours controls keep a border, and what is chosen, marked or ticked can be told apart.
// A11. With reduced motion nothing moves by itself.
// A12. Paper shows everything: details, sources and where links to other sites lead, and no controls.
// A13. The browser's own search in the page opens what it finds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast } from "./colours.mjs";
import { openDemo } from "./demo.mjs";
import { STATES, openState, stateNamed, withoutTimers } from "./every-state.mjs";

const SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }";

/** Widens the spaces as a reader's own style sheet does: in the page and inside the element. */
const spaceOut = (page) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  for (const root of [document, document.querySelector("empact-priorities").shadowRoot]) if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}, SPACING);

/** What is wrong with where things are: what sticks out of the window, is cut off by its box, or lies over other text. */
const misplaced = (page) => page.evaluate(() => {
  const host = document.querySelector("empact-priorities");
  const roots = [host.shadowRoot, document.querySelector(".empact-static")].filter(Boolean);
  // Text for assistive technology is cut off on purpose; a narrow screen does so with some words.
  const isHidden = (node) => !node.checkVisibility({ visibilityProperty: true }) || node.closest(".vh, .bones, .room, .long, .print > span") !== null;
  const nodes = roots.flatMap((root) => [...root.querySelectorAll("*")]).filter((node) => !isHidden(node));
  const short = (node) => node.outerHTML.slice(0, 100);
  const wide = nodes.filter((node) => node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1).map(short);
  const cut = nodes.filter((node) => {
    const { overflowX, overflowY } = getComputedStyle(node);
    const clips = (value) => value === "hidden" || value === "clip";
    return (clips(overflowX) && node.scrollWidth > node.clientWidth + 1) || (clips(overflowY) && node.scrollHeight > node.clientHeight + 1);
  }).map(short);
  const lines = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      // What lies over the page on purpose: the list under the search box, what is said, the filters beside the results.
      if (text.data.trim() === "" || isHidden(text.parentElement) || text.parentElement.closest(".suggestions, .toast, .side")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) if (right - left > 1) lines.push({ text, left, right, top, bottom });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  const over = [];
  for (const [at, a] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next].top < a.bottom; next += 1) {
      const b = lines[next];
      // Boxes of lines are a little higher than their letters: half of the lower one covered is an overlap.
      const height = Math.min(a.bottom, b.bottom) - b.top;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (a.text !== b.text && width > 2 && height > (b.bottom - b.top) / 2) over.push(`${a.text.data.slice(0, 40)} / ${b.text.data.slice(0, 40)}`);
    }
  }
  return { sideways: document.documentElement.scrollWidth - innerWidth, wide: wide.slice(0, 3), cut: cut.slice(0, 3), over: over.slice(0, 3) };
});
const IN_PLACE = { sideways: 0, wide: [], cut: [], over: [] };

for (const [at, state] of STATES.entries()) {
  const lang = ["nl", "en", "fi"][at % 3];
  test(`A7, A9: 320 px and text spacing: ${state.name}, ${lang}`, async (t) => {
    // Plain HTML has no styles of its own: how its long words break is the page's to say.
    const { page } = await openState(t, state, { lang, css: ".empact-static { overflow-wrap: break-word; }", context: { viewport: { width: 320, height: 640 } } });
    assert.deepEqual(await misplaced(page), IN_PLACE);
    await spaceOut(page);
    assert.deepEqual(await misplaced(page), IN_PLACE, "with wider spaces");
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.deepEqual(await misplaced(page), IN_PLACE, "with wider spaces, in a wide window");
  });
}

test("A9: what the page widens is widened in the element", async (t) => {
  const { element, page } = await openState(t, stateNamed("page by page"));
  const width = () => element.locator(".title .name").first().evaluate((name) => name.getBoundingClientRect().width);
  const before = await width();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { letter-spacing: .12em !important; word-spacing: .16em !important; }");
    document.adoptedStyleSheets = [sheet];
  });
  assert.ok((await width()) > before * 1.1);
});

test("A8: 400 % zoom", async (t) => {
  const context = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  for (const name of ["ready", "suggestions", "filters", "card with sources", "citation copied", "tasks"]) {
    const { page, element, close } = await openState(t, stateNamed(name), { lang: "en", context });
    assert.deepEqual(await misplaced(page), IN_PLACE, name);
    const inWindow = async (selector) => {
      const { x, y, width, height } = await element.locator(selector).boundingBox();
      assert.ok(x >= 0 && y >= 0 && x + width <= 320 && y + height <= 256, `${name}: ${selector} fits: ${JSON.stringify({ x, y, width, height })}`);
    };
    if (name === "suggestions") {
      // The chosen one is in sight, and so is the box.
      await inWindow("[role=option][aria-selected=true]");
      await inWindow("#q");
    }
    if (name === "citation copied") await inWindow(".toast:not(:empty)");
    // Nothing is stuck to the window but what is said: there is no room for it.
    const stuck = await element.evaluate((node) => [...node.shadowRoot.querySelectorAll("*")].filter((part) => ["fixed", "sticky"].includes(getComputedStyle(part).position)).map((part) => part.classList[0]));
    assert.deepEqual(stuck, ["toast"], name);
    await close();
  }
});

test("A10: forced colours", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const context = { forcedColors: "active", colorScheme };
    const { element, page, input } = await openState(t, stateNamed("filters"), { context });
    const styleOf = (locator, name, pseudo) => locator.evaluate((node, [property, part]) => getComputedStyle(node, part)[property], [name, pseudo]);
    const differ = async (a, b, what) => assert.notEqual(await a, await b, `${colorScheme}: ${what}`);
    const first = (selector) => element.locator(`${selector}:visible`).first();

    // Controls whose text alone does not say that they are controls.
    for (const selector of ["#q", ".facet input:not(:checked)", ".chip", ".keyword", ".languages"]) {
      const control = selector === ".keyword" ? element.locator(selector).first() : first(selector);
      assert.notEqual(await styleOf(control, "borderTopStyle"), "none", selector);
      await differ(styleOf(control, "borderTopColor"), styleOf(element.locator(".root"), "backgroundColor"), selector);
    }
    // The tick and what it stands on are a pair of the reader's own theme, as with the language that is chosen; in this one they have 3:1.
    const box = first(".facet input:checked");
    const [tick, ground] = await Promise.all([styleOf(box, "borderBottomColor", "::after"), styleOf(box, "backgroundColor")]);
    assert.ok(contrast(...[tick, ground].map((colour) => colour.match(/\d+/gu).slice(0, 3).map(Number))) >= 3, `${colorScheme}: the tick, ${tick} on ${ground}`);
    const language = first(".languages button[aria-pressed=true]");
    assert.deepEqual([tick, ground], await Promise.all([styleOf(language, "color"), styleOf(language, "backgroundColor")]));
    await differ(styleOf(box, "backgroundColor"), styleOf(first(".facet input:not(:checked)"), "backgroundColor"), "a chosen value");
    // What is found.
    await differ(styleOf(first("mark"), "backgroundColor"), styleOf(first(".card"), "backgroundColor"), "a mark");
    // What is chosen.
    await differ(styleOf(first(".languages button[aria-pressed=true]"), "backgroundColor"), styleOf(first(".languages button[aria-pressed=false]"), "backgroundColor"), "the language");
    await differ(styleOf(first(".views a[aria-current]"), "borderBlockEndColor"), styleOf(first(".views a:not([aria-current])"), "borderBlockEndColor"), "the view");
    await input.fill("cyber");
    await input.press("ArrowDown");
    await differ(styleOf(first("[role=option][aria-selected=true]"), "backgroundColor"), styleOf(first("[role=option][aria-selected=false]"), "backgroundColor"), "the suggestion");
    // Drawings are lines in the colour of the text that they stand beside.
    for (const drawing of [".box > .icon", "[role=option][aria-selected=false] > .icon", ".filter-toggle > .icon", ".toggle > .icon", ".clear > .icon"]) {
      const [line, text] = await element.locator(drawing).first().evaluate((node) => [getComputedStyle(node).stroke, getComputedStyle(node.parentElement).color]);
      assert.equal(line, text, `${colorScheme}: ${drawing}`);
    }
    // The focus.
    await page.keyboard.press("Tab");
    const focused = element.locator(":focus").last();
    assert.equal(await styleOf(focused, "outlineStyle"), "solid");
    await differ(styleOf(focused, "outlineColor"), styleOf(first(".card"), "backgroundColor"), "the focus");
  }
  // What is told apart by its ground alone elsewhere.
  const said = await openState(t, stateNamed("citation copied"), { context: { forcedColors: "active" } });
  const borderOf = (host, selector) => host.element.locator(selector).evaluate((node) => getComputedStyle(node).borderTopStyle);
  assert.equal(await borderOf(said, ".toast"), "solid");
  assert.equal(await borderOf(said, ".rest-of-list .primary >> visible=true"), "solid");
});

test("A11: reduced motion", async (t) => {
  const demo = await openDemo(t, "", { context: { reducedMotion: "reduce" } });
  const moving = await demo.element.evaluate((element) => [...element.shadowRoot.querySelectorAll("*")].filter((node) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
    return parseFloat(transitionDuration) > 0 || animationName !== "none" || scrollBehavior === "smooth";
  }).map((node) => node.className));
  assert.deepEqual(moving, []);
  // A suggested card far down is there at once.
  await demo.input.fill("vuurwapens");
  await demo.element.getByRole("option").filter({ hasText: "Prioriteit 10:" }).click();
  const top = () => demo.card("P10").evaluate((card) => card.getBoundingClientRect().top);
  const arrived = await top();
  await demo.page.waitForTimeout(200);
  assert.equal(await top(), arrived);
});

test("A12: on paper", async (t) => {
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
  for (const control of ["input", "button.toggle", "button.source", ".views", ".side", "[data-action]", ".toast"]) assert.equal(await visible(control), 0, control);
  // Links to other sites have their addresses behind them, and nothing else has.
  await demo.element.evaluate((element) => {
    element.view = "background";
  });
  const addressed = (selector) => demo.element.locator(selector).evaluateAll((nodes) => [...new Set(nodes.map((node) => getComputedStyle(node, "::after").content !== "none"))]);
  assert.deepEqual([await addressed("a.outside"), await addressed(".cycle, a:not(.outside)")], [[true], [false]]);
});

const finds = {
  "the focus goes there": (page) => page.evaluate(() => dispatchEvent(new Event("blur"))),
  "its key is pressed": (page) => page.keyboard.press("Control+f"),
};
for (const [how, search] of Object.entries(finds)) test(`A13: found by the browser: ${how}`, async (t) => {
  // Otherwise what it finds is there after five seconds.
  const demo = await openDemo(t, "", { prepare: withoutTimers(5000) });
  const panel = demo.element.locator(`#${await demo.toggle("P1").getAttribute("aria-controls")}`);
  assert.equal(await panel.getAttribute("hidden"), "until-found");
  await search(demo.page);
  await panel.locator(".section-title").first().waitFor({ state: "attached" });
  // The words of the Council can be found once on each card, not in every source that quotes them.
  const whole = panel.locator(`#${await panel.locator('[data-key="full:P1"]').getAttribute("aria-controls")}`);
  await whole.locator("blockquote").first().waitFor({ state: "attached" });
  assert.equal(await whole.getAttribute("hidden"), "until-found");
  assert.equal(await panel.locator(".quote").count(), 0);
  await panel.evaluate((node) => node.dispatchEvent(new Event("beforematch", { bubbles: true })));
  assert.equal(await panel.getAttribute("hidden"), null);
  assert.equal(await demo.toggle("P1").getAttribute("aria-expanded"), "true");
});
