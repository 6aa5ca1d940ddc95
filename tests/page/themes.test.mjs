// How a portal changes the look.
//
// 1. A component's property goes before the theme's, the theme's before the portal's design system, that before ours.
// 2. A design system speaks for the light half alone.
// 3. In each theme of the package axe-core finds nothing, in the states that show all colours.
// 4. Each theme keeps the contrast that the texts (4.5) and the borders of controls (3) need, for every pair that can meet.
// 5. A theme names only properties that there are.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as facts from "../../pkg/tools/element-facts.mjs";
import { violationsOf, withAxe } from "./demo.mjs";
import { openPage } from "./harness.mjs";

const folder = new URL("../../pkg/themes/", import.meta.url);
const themes = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

/** A bare page with one element, its own style sheet `host.css` and a theme. */
async function open(t, { css = "", theme, attributes = "", path = "", ...options }) {
  const sheets = ["host.css", ...(theme === undefined ? [] : [`empact-priorities/themes/${theme}`])].map((href) => `<link rel="stylesheet" href="./${href}">`).join("");
  const files = {
    "/host.css": ["text/css", css],
    "/host.html": ["text/html; charset=utf-8", `<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Portaal</title>${sheets}<script type="module" src="./empact-priorities/define.js"></script><main><h1>Portaal</h1><empact-priorities deep-link="hash" ${attributes}></empact-priorities></main></html>`],
  };
  const opened = await openPage({ t, path: `host.html${path}`, respond: (request, response) => {
    const file = files[request.url.split("?")[0]];
    if (!file) return false;
    response.writeHead(200, { "Content-Type": file[0] });
    response.end(file[1]);
    return true;
  }, ...options });
  await opened.page.locator("empact-priorities .root:not(.loading)").waitFor();
  const colour = (selector, property) => opened.page.locator(`empact-priorities ${selector}`).first().evaluate((node, name) => getComputedStyle(node)[name], property);
  return { ...opened, element: opened.page.locator("empact-priorities"), colour };
}
const rgb = (hex) => hex.match(/\w\w/gu).map((pair) => Number.parseInt(pair, 16));
const css = (hex) => `rgb(${rgb(hex).join(", ")})`;

test("1: three tiers", async (t) => {
  const tiers = [
    ["", "1b4a8f"],
    [":root { --utrecht-link-color: #111111; }", "111111"],
    [":root { --utrecht-link-color: #111111; } empact-priorities { --empact-color-accent: #222222; }", "222222"],
    [":root { --utrecht-link-color: #111111; } empact-priorities { --empact-color-accent: #222222; --empact-chip-color: #333333; }", "333333"],
  ];
  for (const [sheet, wanted] of tiers) {
    const portal = await open(t, { css: sheet, path: "#?instrument=OAP" });
    assert.equal(await portal.colour(".chip", "color"), css(wanted), sheet);
    await portal.close();
  }
  const fonts = await open(t, { css: ":root { --bs-body-font-family: Bootstrapped; --ecl-color-primary: #123456; }" });
  assert.equal(await fonts.colour(".hint", "fontFamily"), "Bootstrapped");
  assert.equal(await fonts.colour(".toggle", "color"), css("123456"));
});

test("2: dark is ours", async (t) => {
  const host = ":root { color-scheme: dark; --utrecht-link-color: #111111; --utrecht-document-color: #111111; }";
  const portal = await open(t, { css: host });
  assert.equal(await portal.colour(".toggle", "color"), css("92bdf7"));
  assert.equal(await portal.colour(".root", "color"), css("e7ebf2"));
});

for (const { file } of themes) {
  test(`3: ${file}`, async (t) => {
    for (const path of ["#P7e?q=criminele&instrument=OAP", "#O13", "#?view=tasks", "#?q=xyzzyqqq"]) {
      const portal = await open(t, { theme: file, path, prepare: withAxe, attributes: 'max-results="3"' });
      for (const source of (await portal.element.locator(".source:visible").all()).slice(0, 2)) await source.click();
      assert.deepEqual(await violationsOf(portal.page), [], path);
      portal.assertClean();
      await portal.close();
    }
  });
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function contrast(a, b) {
  const [light, dark] = [a, b].map((hex) => {
    const [red, green, blue] = rgb(hex).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text, the grounds on which it stands, and the least contrast. */
const PAIRS = [
  ["text", ["page", "card", "tint", "quote", "quoted", "mark"], 4.5],
  ["text-soft", ["page", "card", "tint", "quote"], 4.5],
  ["accent", ["page", "card", "tint", "quote"], 4.5],
  ["on-accent", ["accent"], 4.5],
  ["official-text", ["page", "card", "quote"], 4.5],
  ["error", ["page", "card"], 4.5],
  ["page", ["text"], 4.5],
  ["control", ["page", "card"], 3],
];

for (const { file, text } of themes) {
  const colours = Object.fromEntries([...text.matchAll(/--empact-(?:color-)?([\w-]+): #(\w+);/gu)].map(([, name, hex]) => [name, hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex]));
  test(`4: ${file}`, () => {
    const found = PAIRS.flatMap(([ink, grounds, least]) => grounds.flatMap((ground) => {
      const ratio = contrast(colours[ink], colours[ground]);
      return ratio < least ? [`${ink} on ${ground}: ${ratio.toFixed(2)}`] : [];
    }));
    assert.deepEqual(found, []);
    for (const ground of ["page", "card", "tint"]) if (colours["link-color"]) assert.ok(contrast(colours["link-color"], colours[ground]) >= 4.5, `links on ${ground}`);
  });
  test(`5: ${file}`, () => {
    const known = new Set(facts.cssProperties.map(({ name }) => name));
    assert.deepEqual([...text.matchAll(/(--[\w-]+):/gu)].map(([, name]) => name).filter((name) => !known.has(name)), []);
  });
}
