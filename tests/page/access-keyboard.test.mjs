// With the keyboard, and with a hand that is not steady. The numbers are those of ACCESSIBILITY.md.
//
// A14. A whole journey needs no mouse: search, suggestion, filter, card, source, next view, back. After each step something has the focus.
// A15. What has the focus shows it, is in the window, and lies behind nothing: neither what is said nor a header of the portal that stays in place.
// A16. The focus goes in the order of the page, from its first control to its last and back, and is caught nowhere.
// A17. Every control is at least 24 by 24 CSS px, or has that much room, or stands in a line of text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDemo } from "./demo.mjs";
import { openPortal } from "./host.mjs";
import { openState, stateNamed } from "./every-state.mjs";

/**
 * What has the focus: its name, whether it can be seen that it has, whether it is in the window and uncovered.
 * `undefined` if nothing has it: the focus is lost, or outside the page.
 */
const focusOf = (page) => page.evaluate(async () => {
  // What scrolls smoothly has to arrive.
  for (let before = -1; before !== scrollY;) {
    before = scrollY;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
  let node = document.activeElement;
  const inside = node?.localName === "empact-priorities";
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  if (!node || node === document.body || node.localName === "empact-priorities") return undefined;
  // A card shows the focus of its heading.
  const shown = [node, node.closest(".card, .task, .entry, .document")].some((part) => {
    if (!part) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const rects = [...node.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const points = rects.flatMap(({ left, right, top, bottom }) => [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3]]);
  const uncovered = points.some(([x, y]) => {
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) at = at.shadowRoot.elementFromPoint(x, y);
    return at !== null && (node.contains(at) || at.contains(node));
  });
  const { left, top } = node.getBoundingClientRect();
  const region = ["languages", "masthead", "search", "bar", "side", "content"].find((name) => node.closest(`.${name}`)) ?? (inside ? "element" : "page");
  return { name: node.dataset.key ?? node.dataset.action ?? node.dataset.value ?? node.textContent.trim().slice(0, 40), tag: node.localName, region, inside, shown, uncovered, left, top: top + scrollY };
});

/** Presses a key, or does what a key of the browser does, and holds what must be true of the focus after it. */
const keys = (page) => async (key, what = key) => {
  await (typeof key === "function" ? key() : page.keyboard.press(key));
  const focus = await focusOf(page);
  assert.ok(focus, `${what}: the focus is lost`);
  // How the links of a page show it is the page's to say.
  assert.ok(focus.shown || !focus.inside, `${what}: ${focus.name} does not show the focus`);
  assert.ok(focus.uncovered, `${what}: ${focus.name} cannot be seen`);
  return focus;
};

/** Presses Tab until something has the focus. */
async function tabTo(press, wanted, key = "Tab") {
  for (let presses = 0; presses < 150; presses += 1) {
    const focus = await press(key, `${key} to ${wanted}`);
    if (focus.name === wanted) return focus;
  }
  throw new Error(`${wanted} is not reached with ${key}`);
}

test("A14, A15: a journey", async (t) => {
  const demo = await openDemo(t, "", { context: { viewport: { width: 1100, height: 700 } } });
  const { page } = demo;
  const press = keys(page);
  // Search, with a suggestion.
  await tabTo(press, "q");
  await page.keyboard.type("witw");
  await demo.element.getByRole("option").first().waitFor();
  await press("ArrowDown");
  assert.equal((await press("Enter")).name, "q");
  assert.equal(await demo.input.inputValue(), "witwassen");
  // Filter; the focus stays on the box.
  await tabTo(press, "CHSG");
  assert.equal((await press("Space")).name, "CHSG");
  assert.equal(await demo.element.locator(".chips .chip").count(), 1);
  // Open a card, and a source in it; both close again.
  await tabTo(press, "P7e");
  assert.equal((await press("Enter", "opening the card")).name, "P7e");
  assert.equal(await demo.toggle("P7e").getAttribute("aria-expanded"), "true");
  for (const name of ["link", "cite", "print"]) assert.equal((await press("Tab")).name, name);
  const source = await press("Tab", "Tab into the card");
  assert.match(source.name, /^source:/u);
  await press("Enter", "opening the source");
  // From the source to the place in the text: the focus is on its heading, and the reader hears where that is.
  const place = await press("Tab", "Tab to the place");
  const arrived = await press("Enter", "following the place");
  assert.equal(arrived.tag, "h3");
  assert.equal(await demo.element.getAttribute("view"), "text");
  // Back: the text is gone, and with it the heading; the focus is where the reader left.
  const back = await press(() => page.goBack(), "going back");
  assert.equal(await demo.element.getAttribute("view"), null);
  assert.equal(back.name, place.name);
  // The next view, and its filters.
  await tabTo(press, "view-tasks", "Shift+Tab");
  assert.equal((await press("Enter", "the next view")).name, "view-tasks");
  assert.equal(await demo.element.getAttribute("view"), "tasks");
  // Another language.
  await tabTo(press, "lang-en", "Shift+Tab");
  assert.equal((await press("Enter", "another language")).name, "lang-en");
  demo.assertClean();
});

/** What takes itself away when it is used: the focus goes on with the answer, not back to the top of the page. */
const VANISHING = [
  ["an example", "nothing found", ".nothing .chip", "group-title"],
  ["a search without filters", "nothing found", ".nothing li button", "group-title"],
  ["what was meant", "corrected query", ".reading button", "group-title"],
  ["a chip", "filters", ".chips .chip", "chip"],
  ["all chips", "filters", ".chips .link", "group-title"],
  ["a link to another view", "card with sources", ".quote a", "title"],
  ["more of the portal's documents", "own documents", ".group.portal button.more", "title"],
];
for (const [what, name, selector, goesTo] of VANISHING) {
  test(`A14, A15: ${what} is used up`, async (t) => {
    const { page, element } = await openState(t, stateNamed(name));
    await page.keyboard.press("Shift");
    await element.locator(`${selector}:visible`).last().focus();
    await keys(page)("Enter", what);
    assert.equal(await element.evaluate((node) => node.shadowRoot.activeElement.className), goesTo);
  });
}

test("A14, A15: a view that finds nothing leads to all the others", async (t) => {
  const { page, element } = await openPortal(t, { attributes: 'query="xyzzyqqq" view="tasks"', wait: ".nothing" });
  await element.getByRole("button", { name: "Zoek in alle onderdelen" }).focus();
  await keys(page)("Enter");
  assert.equal(await element.evaluate((node) => node.shadowRoot.activeElement.className), "group-title");
});

test("A14: an engine that fails takes nothing from under the hand", async (t) => {
  const { page, element } = await openState(t, stateNamed("ready"));
  await element.evaluate((node) => {
    node.engine.search = () => {
      throw Object.assign(new Error("unreachable"), { name: "EngineError", code: "crashed" });
    };
  });
  await element.locator("input[data-value=CHSG]").focus();
  assert.equal((await keys(page)("Space")).name, "retry");
  assert.equal((await keys(page)("Enter")).name, "q");
});

test("A14: another language keeps the place", async (t) => {
  const { page, element } = await openState(t, stateNamed("text"));
  await page.keyboard.press("Shift");
  assert.equal(await element.evaluate((node) => node.shadowRoot.activeElement.closest("[data-id]").dataset.id), "R04");
  await element.evaluate((node) => {
    node.lang = "en";
  });
  assert.equal(await element.evaluate((node) => node.shadowRoot.activeElement.closest("[data-id]")?.dataset.id), "R04");
});

test("A14, A15: a list that grows", async (t) => {
  const { page, element } = await openState(t, stateNamed("page by page"), { path: "#?q=netwerken", context: { viewport: { width: 1200, height: 800 } } });
  const press = keys(page);
  const focused = () => element.evaluate(({ shadowRoot: { activeElement } }) => {
    const { top, bottom } = activeElement.getBoundingClientRect();
    return { name: activeElement.dataset.value ?? activeElement.textContent, isInSight: top >= 0 && bottom <= innerHeight };
  });
  const facet = element.locator(".facet[open]").filter({ has: page.locator(".more:visible") }).first();
  const values = () => facet.locator("input").evaluateAll((boxes) => boxes.map((box) => box.dataset.value));
  const before = await values();
  await facet.locator(".more").focus();
  await press("Enter", "all values");
  const first = (await values()).find((value) => !before.includes(value));
  assert.deepEqual(await focused(), { name: first, isInSight: true });
  await facet.locator(".more").focus();
  await press("Enter", "fewer values");
  assert.equal((await focused()).isInSight, true);
});

test("A14, A15: a list of tasks that grows to its end", async (t) => {
  for (const size of [2, 9]) {
    const { page, element, close } = await openState(t, stateNamed("page by page"), { path: "#?view=tasks", context: { viewport: { width: 1200, height: 700 } } });
    await element.evaluate((node, size) => {
      node.maxResults = size;
    }, size);
    const more = element.locator(".rest-of-list:visible button");
    while (await more.count() > 0) {
      await more.focus();
      await page.keyboard.press("Enter");
      const focused = await element.evaluate(({ shadowRoot: { activeElement } }) => activeElement && { kind: activeElement.className, top: activeElement.getBoundingClientRect().top });
      assert.equal(focused?.kind, "actor-title");
      assert.ok(focused.top >= 0 && focused.top < 700, `at ${focused.top}`);
    }
    await close();
  }
});

test("A14: what goes away as the page loads anew", async (t) => {
  const { page, element } = await openState(t, stateNamed("ready"));
  for (const selector of ['input[data-value="OAP"]', ".bar .print"]) {
    await element.locator(selector).focus();
    await element.evaluate((node) => {
      node.src = "nothing-is-here.json";
    });
    await element.locator(".root.failed").waitFor();
    assert.ok(await element.evaluate((node) => node.shadowRoot.activeElement !== null), selector);
    await element.evaluate((node) => {
      node.removeAttribute("src");
    });
    await element.locator(".root:not(.failed, .loading)").waitFor();
  }
  assert.ok(await page.evaluate(() => document.activeElement?.localName === "empact-priorities"));
});

test("A14, A15: a failure far above", async (t) => {
  const { element } = await openState(t, stateNamed("ready"), { context: { viewport: { width: 360, height: 640 } } });
  await element.evaluate((node) => {
    for (let at = 0; at < 200; at += 1) node.append(Object.assign(document.createElement("p"), { textContent: `Regel ${at}` }));
  });
  await element.locator("[data-key=P10]").focus();
  await element.evaluate((node) => {
    node.src = "nothing-is-here.json";
  });
  await element.locator(".root.failed").waitFor();
  const focused = await element.evaluate(({ shadowRoot }) => {
    const { activeElement } = shadowRoot;
    const { top } = shadowRoot.querySelector(".failure").getBoundingClientRect();
    const { bottom } = activeElement.getBoundingClientRect();
    // A fraction of a pixel is rounded away.
    return { key: activeElement.dataset.key, isInSight: top > -1 && bottom <= innerHeight };
  });
  assert.deepEqual(focused, { key: "retry", isInSight: true });
});

test("A15: not behind what is said", async (t) => {
  // A small window.
  const { page, element } = await openState(t, stateNamed("citation copied"), {
    context: { viewport: { width: 320, height: 400 } },
  });
  // The next stop is in the window, so nothing scrolls, and lies in the middle of the message.
  await element.locator("[data-key=P2]").focus();
  await element.evaluate((node) => {
    const [toast, link] = [".toast", "[data-id=P2] [data-action=link]"].map((selector) => node.shadowRoot.querySelector(selector).getBoundingClientRect());
    scrollBy({ top: link.top + link.height / 2 - toast.top - toast.height / 2, behavior: "instant" });
  });
  assert.equal((await keys(page)("Tab")).name, "link");
  assert.notEqual(await element.locator(".toast").textContent(), "");
});

test("A15: not behind a header that stays in place", async (t) => {
  const { page, element } = await openState(t, stateNamed("filters"), {
    context: { viewport: { width: 1100, height: 500 } },
    css: "h1 { position: sticky; top: 0; height: 90px; margin: 0; z-index: 50; background: silver } empact-priorities { --empact-scroll-margin: 100px }",
  });
  const press = keys(page);
  await page.keyboard.press("End");
  await element.locator("[data-action=cite]:visible").last().focus();
  for (let presses = 0; presses < 150; presses += 1) {
    const { name } = await press("Shift+Tab");
    if (name === "q") return;
  }
  throw new Error("the search box is not reached");
});

test("A15: what Search and the filters lead to is not behind a header that stays in place", async (t) => {
  const { page, element, input } = await openPortal(t, {
    context: { viewport: { width: 380, height: 700 }, hasTouch: true, isMobile: true },
    css: "body { margin: 0 } h1 { position: sticky; top: 0; height: 90px; margin: 0; z-index: 50; background: silver } empact-priorities { --empact-scroll-margin: 100px }",
  });
  const topOf = (selector) => element.locator(selector).first().evaluate((node) => Math.round(node.getBoundingClientRect().top));
  await element.locator(".filter-toggle").tap();
  await element.locator(".to-results").tap();
  assert.equal(await topOf(".content"), 100);
  await input.tap();
  await input.pressSequentially("wapenz");
  await page.keyboard.press("Enter");
  assert.equal(await topOf(".content"), 100);
  assert.ok(await topOf(".reading") >= 100 && await topOf(".group-title:focus") > 100);
});

test("A15, A16: from the first to the last and back", async (t) => {
  const { page } = await openState(t, stateNamed("page by page"), { before: '<h1>Portaal</h1><a href="#">Voor</a>', after: '<a href="#">Na</a>', path: "#?q=netwerken", context: { viewport: { width: 1200, height: 800 } } });
  await page.locator("a", { hasText: "Voor" }).focus();
  const press = keys(page);
  const forward = [];
  for (let presses = 0; presses < 150; presses += 1) {
    const focus = await press("Tab");
    if (!focus.inside) {
      assert.equal(focus.name, "Na");
      break;
    }
    forward.push(focus);
  }
  assert.ok(forward.length > 30 && forward.length < 150, `${forward.length} stops`);
  // The regions one after the other, and in each from top to bottom.
  const regions = forward.map(({ region }) => region).filter((region, at, all) => region !== all[at - 1]);
  assert.deepEqual(regions, ["languages", "masthead", "search", "bar", "side", "content"]);
  for (const [at, focus] of forward.entries()) {
    const before = forward[at - 1];
    // The filters stay in the window while the page scrolls: their place says nothing.
    if (before?.region !== focus.region || focus.region === "side") continue;
    assert.ok(focus.top > before.top - 24, `${focus.name} comes after ${before.name}, and stands above it`);
  }
  const backward = [];
  for (let presses = 0; presses < 150; presses += 1) {
    const focus = await press("Shift+Tab");
    if (!focus.inside) {
      assert.equal(focus.name, "Voor");
      break;
    }
    backward.unshift(focus);
  }
  assert.deepEqual(backward.map(({ name }) => name), forward.map(({ name }) => name));
});

/** Controls that are too small for WCAG 2.5.8, with their size. */
const tooSmall = (page) => page.evaluate(() => {
  const LEAST = 24;
  const root = document.querySelector("empact-priorities").shadowRoot;
  const targets = [...root.querySelectorAll("a[href], button, input, summary, textarea, [role=option]")]
    // Those that lie under the list of suggestions can't be hit anyway.
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !(root.querySelector(".suggestions:not([hidden])") && node.closest(".views, .main")))
    .map((node) => {
      const box = (node.closest("label") ?? node).getBoundingClientRect();
      return { node, box, x: box.left + box.width / 2, y: box.top + box.height / 2, small: box.width < LEAST - 0.5 || box.height < LEAST - 0.5 };
    });
  /** Exception "inline": a link in a line of text, whose height the line gives. */
  const isInline = (node) => getComputedStyle(node).display === "inline" && [...node.parentNode.childNodes].some((sibling) => sibling !== node && sibling.textContent.trim() !== "");
  /** Exception "spacing": a circle of 24 px around its centre touches no other target and no circle of another small one. */
  const hasRoom = (one) => targets.every((other) => {
    if (other === one || other.node.contains(one.node) || one.node.contains(other.node)) return true;
    const dx = Math.max(other.box.left - one.x, 0, one.x - other.box.right);
    const dy = Math.max(other.box.top - one.y, 0, one.y - other.box.bottom);
    return Math.hypot(dx, dy) >= LEAST / 2 && (!other.small || Math.hypot(other.x - one.x, other.y - one.y) >= LEAST);
  });
  return targets.filter((target) => target.small && !isInline(target.node) && !hasRoom(target))
    .map(({ node, box }) => `${node.outerHTML.slice(0, 80)}: ${Math.round(box.width)} by ${Math.round(box.height)}`).slice(0, 4);
});

for (const width of [1280, 320]) {
  test(`A17: size of targets at ${width} px`, async (t) => {
    const found = {};
    for (const name of ["suggestions", "filters", "card with sources", "tasks", "background", "own documents"]) {
      const { page, close } = await openState(t, stateNamed(name), { context: { viewport: { width, height: 800 } } });
      const small = await tooSmall(page);
      if (small.length > 0) found[name] = small;
      await close();
    }
    assert.deepEqual(found, {});
  });
}
