// Two elements in a page that was not made for them: rules for all elements (`* { … }`, `h2 { color: red }`) and the strict policy.
//
// 1. Inside, everything looks as it does anywhere else, and the page's rules change nothing but the space between letters, which a reader may need.
// 2. axe-core finds nothing, in light and dark, Dutch and English; at 360 px nothing scrolls sideways.
// 3. The two differ as they were set; a card of the list opens in the browser, and the whole page follows the language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDemo, violationsOf, withAxe } from "./demo.mjs";
import { openPage } from "./harness.mjs";

async function openIntranet(t, { path = "", ...options } = {}) {
  const opened = await openPage({ t, path: `intranet.html${path}`, ...options });
  for (const id of ["list", "browser"]) await opened.page.locator(`#${id} .root:not(.loading)`).waitFor();
  return { ...opened, list: opened.page.locator("#list"), browser: opened.page.locator("#browser") };
}

/** How some things are set, wherever they stand. */
const looks = (element) => element.evaluate(({ shadowRoot }) => {
  const names = ["boxSizing", "lineHeight", "textTransform", "float", "listStyleType", "fontStyle", "paddingTop", "borderTopWidth"];
  return ["input", "article", ".cards > li", ".group-title", ".title", ".toggle", ".hint", ".quiet"].map((selector) => {
    const style = getComputedStyle(shadowRoot.querySelector(selector));
    return [selector, ...names.map((name) => style[name])].join(" ");
  });
});

test("1: what the page says of all elements", async (t) => {
  // The colours and the size of the theme are meant; the rest is not.
  const sheet = "empact-priorities { --empact-font: Arial !important; --empact-font-size: 16px !important; --empact-radius: 6px !important; } #browser { padding: 0 !important; }";
  const viewport = { width: 1280, height: 900 };
  const intranet = await openIntranet(t, { context: { viewport } });
  const demo = await openDemo(t, "", { context: { viewport } });
  for (const { page } of [intranet, demo]) {
    await page.evaluate((text) => {
      const added = new CSSStyleSheet();
      added.replaceSync(text);
      document.adoptedStyleSheets.push(added);
    }, sheet);
  }
  assert.deepEqual(await looks(intranet.browser), await looks(demo.element));
  assert.equal(await intranet.browser.locator(".title").first().evaluate((title) => getComputedStyle(title).letterSpacing), "0.15px");
  intranet.assertClean();
});

test("2: for every reader", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const intranet = await openIntranet(t, { context: { colorScheme, viewport: { width: 1280, height: 900 } }, prepare: withAxe });
    assert.deepEqual(await violationsOf(intranet.page), [], colorScheme);
    await intranet.browser.getByRole("button", { name: "English" }).click();
    assert.deepEqual(await violationsOf(intranet.page), [], `${colorScheme}, English`);
    intranet.assertClean();
    await intranet.close();
  }
  const { page } = await openIntranet(t, { context: { viewport: { width: 360, height: 740 } } });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
});

test("3: two elements", async (t) => {
  const { page, list, browser, ...intranet } = await openIntranet(t);
  const cards = (element) => element.locator(".priorities > section:first-child > div > ul > li > article").evaluateAll((all) => all.filter((card) => card.checkVisibility()).map((card) => card.dataset.id));
  assert.deepEqual(await cards(list), ["P1", "P7"]);
  assert.equal((await cards(browser)).length, 5);
  assert.ok(!(await list.locator(".top").isVisible()));
  await list.locator('[data-key="P7e"]').click();
  assert.equal(await list.locator('[data-key="P7e"]').getAttribute("aria-expanded"), "false");
  assert.equal(await browser.locator('[data-key="P7e"]').getAttribute("aria-expanded"), "true");
  assert.ok(await page.locator('[slot="card-actions-P7e"]').isVisible());
  await page.waitForFunction(() => location.search === "?empact-open=P7e");
  await browser.getByRole("button", { name: "English" }).click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.match(await page.title(), /^Working together/);
  assert.match(await list.locator('[data-key="P7e"]').innerText(), /More about/);
  intranet.assertClean();
});
