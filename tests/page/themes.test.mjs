// How a portal changes the look.
//
// 1. A component's property goes before the theme's, the theme's before the portal's design system, that before ours.
// 2. A design system speaks for the light half alone.
// 3. Each theme, and our own look in light and dark, keeps the contrast that texts (4.5), the borders of controls and the focus (3) need, for every
//    pair that can meet (A2 and A3 of ACCESSIBILITY.md; access.test.mjs looks at the pages themselves).
// 4. A theme names only properties that there are.
// 5. Where the element asks for the half that a theme does not have, the theme leaves the colours to it; a page overrides a theme with the plainest rule.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as facts from "../../pkg/tools/element-facts.mjs";
import { contrast, rgb } from "./colours.mjs";
import { openPortal } from "./host.mjs";

const folder = new URL("../../pkg/themes/", import.meta.url);
const themes = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

/** A page with its own style sheet and a theme. */
async function open(t, { theme, ...options }) {
  const opened = await openPortal(t, { sheets: theme === undefined ? [] : [`empact-priorities/themes/${theme}`], ...options, attributes: `deep-link="hash" ${options.attributes ?? ""}` });
  return { ...opened, colour: (selector, property) => opened.element.locator(selector).first().evaluate((node, name) => getComputedStyle(node)[name], property) };
}
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

/** Text, the grounds on which it stands, and the least contrast. */
const PAIRS = [
  ["text", ["page", "card", "tint", "quote", "quoted", "mark"], 4.5],
  ["text-soft", ["page", "card", "tint", "quote"], 4.5],
  ["accent", ["page", "card", "tint", "quote"], 4.5],
  ["on-accent", ["accent"], 4.5],
  ["official-text", ["page", "card", "quote"], 4.5],
  ["error", ["page", "card"], 4.5],
  ["page", ["text"], 4.5],
  ["control", ["page", "card", "tint"], 3],
  ["focus-color", ["page", "card", "tint", "quote"], 3],
];

/** The colours of our own looks: the light and the dark half of each pair in the style sheet of the element. */
const pairs = [...readFileSync(new URL("../../pkg/src/element/styles.css", import.meta.url), "utf8").matchAll(/var\(--empact-color-(?<name>[\w-]+), light-dark\((?:var\([^#]*)?#(?<light>\w+)\)*, #(?<dark>\w+)\)\)/gu)].map(({ groups }) => groups);
const looks = [
  ...["light", "dark"].map((half) => ({ name: `our own, ${half}`, colours: pairs.map((pair) => [pair.name, pair[half]]) })),
  ...themes.map(({ file, text }) => ({ name: file, colours: [...text.matchAll(/--empact-(?:color-)?([\w-]+): #(\w+);/gu)].map(([, name, hex]) => [name, hex]) })),
];

for (const { name, colours: found } of looks) {
  const colours = Object.fromEntries(found.map(([key, hex]) => [key, rgb(hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex)]));
  colours["focus-color"] ??= colours.accent;
  test(`3, A2, A3: ${name}: contrast`, () => {
    const low = PAIRS.flatMap(([ink, grounds, least]) => grounds.flatMap((ground) => {
      const ratio = contrast(colours[ink], colours[ground]);
      return ratio < least ? [`${ink} on ${ground}: ${ratio.toFixed(2)}`] : [];
    }));
    assert.deepEqual(low, []);
    for (const ground of ["page", "card", "tint"]) if (colours["link-color"]) assert.ok(contrast(colours["link-color"], colours[ground]) >= 4.5, `links on ${ground}`);
  });
}

for (const { file, text } of themes) {
  test(`4: ${file} names what there is`, () => {
    const known = new Set(facts.cssProperties.map(({ name }) => name));
    assert.deepEqual([...text.matchAll(/(--[\w-]+):/gu)].map(([, name]) => name).filter((name) => !known.has(name)), []);
  });
}

for (const { file, text } of themes) {
  test(`5: ${file} and the other half`, async (t) => {
    const half = /color-scheme: (\w+)/u.exec(text)[1];
    const portal = await open(t, { sheets: [`empact-priorities/themes/${file}`, "host.css"], css: "empact-priorities { --empact-color-accent: #777777; }" });
    const seen = async () => [await portal.element.evaluate((node) => getComputedStyle(node).colorScheme), await portal.colour(".root", "color"), await portal.colour(".card", "backgroundColor")];
    const hex = (name) => css(/^.{3}$/u.test(name) ? [...name].map((digit) => digit + digit).join("") : name);
    const own = (name) => hex(new RegExp(`--empact-color-${name}: #(\\w+);`, "u").exec(text)[1]);
    const [ink, card] = ["text", "card"].map((name) => pairs.find((pair) => pair.name === name));
    for (const theme of ["auto", "light", "dark"]) {
      await portal.element.evaluate((node, wanted) => {
        node.theme = wanted;
      }, theme);
      const isIts = theme === "auto" || theme === half;
      assert.deepEqual(await seen(), isIts ? [half, own("text"), own("card")] : [theme, hex(ink[theme]), hex(card[theme])], theme);
      assert.equal(await portal.colour(".toggle", "color"), css("777777"));
    }
  });
}
