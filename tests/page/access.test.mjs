// What axe-core can find, in every state that a reader can meet (every-state.mjs). The numbers are those of ACCESSIBILITY.md.
//
// A1. It finds nothing (WCAG 2.0 to 2.2 A and AA, EN 301 549, best practice) in any state, under any policy, in Dutch, English and other languages.
// A2. All text has the contrast that it needs in every look: ours in light and dark, and the themes of the package.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsOf } from "./demo.mjs";
import { STATES, openState, stateNamed } from "./every-state.mjs";

const theme = (name) => `empact-priorities/themes/${name}.css`;
/** The looks that a reader can meet: the colour scheme of the reader and the theme of the portal. */
const LOOKS = [
  { name: "light", colorScheme: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "rijkshuisstijl-like", colorScheme: "light", sheet: theme("rijkshuisstijl-like") },
  { name: "ecl-like", colorScheme: "dark", sheet: theme("ecl-like") },
  { name: "dark-portal", colorScheme: "light", sheet: theme("dark-portal") },
];
/** Dutch and English, another alphabet, and languages with long words. */
const LANGUAGES = ["nl", "en", "el", "fi", "en", "nl", "mt"];
/** States that show every colour between them. */
const COLOURFUL = new Set(["results", "suggestions", "filters", "card with sources", "tasks", "text", "background", "corrected query", "nothing found", "broken dataset", "own documents", "own documents missing"]);
/** As many entries as a short list has. Without a number the whole list is there, and so it is in "ready" and "results". */
const SHORT = 'max-results="3"';

// Not every state with everything, but each language, policy and look with several states: the lists are walked at different paces.
for (const [at, state] of STATES.entries()) {
  const policies = [...(state.profiles ?? "ABC")];
  for (const turn of at % 2 === 0 ? [0, 1] : [0]) {
    const lang = LANGUAGES[(at + turn * 3) % LANGUAGES.length];
    const profile = policies[(at + turn) % policies.length];
    // Policy C lets no style sheet in. Plain HTML has the colours of the page, whose dark canvas axe takes for white.
    const look = LOOKS[state.script === "" ? 0 : profile === "C" ? turn : (at + turn * 2) % LOOKS.length];
    test(`A1: axe finds nothing: ${state.name}; ${lang}, policy ${profile}, ${look.name}`, async (t) => {
      const host = await openState(t, state, {
        lang, profile, context: { colorScheme: look.colorScheme }, sheets: look.sheet === undefined ? [] : [look.sheet],
        attributes: turn === 0 || state.attributes !== undefined ? "" : SHORT,
      });
      assert.deepEqual(await violationsOf(host.page), []);
      assert.deepEqual({ violations: host.violations, outside: host.outside }, { violations: [], outside: [] });
    });
  }
}

// Where it ends depends on fonts and words: wherever that is, the filter under its edge has room enough, or is covered.
test("A1: axe finds no target too small: the edge of the suggestions over the filters, in each theme", async (t) => {
  for (const { name, colorScheme, sheet } of LOOKS) {
    const { page, close } = await openState(t, stateNamed("suggestions"), { context: { colorScheme }, sheets: sheet === undefined ? [] : [sheet] });
    for (let more = 0; more < 36; more += 3) {
      await page.evaluate((room) => {
        document.querySelector("empact-priorities").shadowRoot.querySelector(".suggestions").style.paddingBlockEnd = `${room}px`;
      }, more);
      assert.deepEqual(await violationsOf(page, ["target-size"]), [], `${name}, ${more} px lower`);
    }
    await close();
  }
});

for (const state of STATES.filter(({ name }) => COLOURFUL.has(name))) {
  test(`A2: contrast in every look: ${state.name}`, async (t) => {
    const host = await openState(t, state, { sheets: [theme("ecl-like")], attributes: state.attributes === undefined ? SHORT : "" });
    const found = {};
    for (const { name, colorScheme, sheet } of LOOKS) {
      await host.page.emulateMedia({ colorScheme });
      await host.page.evaluate((href) => new Promise((resolve) => {
        const link = document.querySelector("link");
        link.disabled = href === undefined;
        if (href === undefined || link.href === new URL(href, document.baseURI).href) resolve();
        else {
          link.addEventListener("load", resolve, { once: true });
          link.href = href;
        }
      }), sheet);
      const violations = await violationsOf(host.page, ["color-contrast", "link-in-text-block"]);
      if (violations.length > 0) found[name] = violations;
    }
    assert.deepEqual(found, {});
  });
}
