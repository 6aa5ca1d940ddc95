// What must work in every browser, on the demo page under the strict policy. Pictures of each state go to target/matrix.

import assert from "node:assert/strict";
import { siteDir } from "../../pkg/tools/project.mjs";
import { strictPolicy } from "../../pkg/tools/serve.mjs";
import { visiting } from "./visit.mjs";

const wide = [1280, 900];
const narrow = [420, 800];

const withoutWasm = strictPolicy.replace(" 'wasm-unsafe-eval'", "");

/** A page of the demo, whose cards are there when `use` begins, and which must be clean when it ends. `isForbidden`: WebAssembly. */
function demo(name, use, { path = "index.html", size = wide, isForbidden = false } = {}) {
  return {
    name,
    run: ({ driver, picture }) => visiting(driver, { folder: siteDir, path, size, policy: isForbidden ? withoutWasm : strictPolicy }, async (page) => {
      await page.ready();
      await use(page, async (state) => {
        await page.painted();
        await page.screenshot(picture(state));
      });
      await page.assertClean(isForbidden ? { violations: driver.refusals } : {});
    }),
  };
}

const untilOpen = (page, id, open = true) => page.until(`${id} ${open ? "open" : "closed"}`, (wanted, should) =>
  (document.querySelector("empact-priorities").shadowRoot.querySelector(`[data-key="${wanted}"]`)?.getAttribute("aria-expanded") === "true") === should, id, open);
const untilSuggesting = (page, open) => page.until(`suggestions ${open ? "open" : "closed"}`, (should) =>
  (document.querySelector("empact-priorities").shadowRoot.querySelector("input[type=search]").ariaExpanded === "true") === should, open);
const untilHash = (page, hash) => page.until(`the address ${hash}`, (wanted) => location.hash === wanted, hash);
const untilLang = (page, lang) => page.until(`the interface in ${lang}`, (wanted) => document.querySelector("empact-priorities").shadowRoot.querySelector(".root").lang === wanted, lang);

export const smoke = [
  demo("cards", async (page, picture) => {
    assert.equal((await page.areas()).length, 18);
    assert.equal(await page.evaluate(() => document.querySelector("empact-priorities").engine.backend), "wasm");
    // WebKit drops the shorthand that says both.
    assert.deepEqual(await page.evaluate(() => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.querySelector("empact-priorities").shadowRoot.querySelector(".source"));
      return [textDecorationLine, textDecorationStyle];
    }), ["underline", "dotted"]);
    await picture("cards");
  }),
  demo("search", async (page, picture) => {
    await page.search("witwassen");
    const found = await page.areas();
    assert.ok(found.includes("P7e") && found.length < 18, found.join(" "));
    // What was found is marked.
    assert.ok(await page.evaluate(() => document.querySelector("empact-priorities").shadowRoot.querySelectorAll("mark").length > 0));
    // Escape closes the suggestions, then empties the box.
    await untilSuggesting(page, true);
    await picture("suggestions");
    await page.key("Escape");
    await untilSuggesting(page, false);
    assert.equal(await page.evaluate(() => document.querySelector("empact-priorities").query), "witwassen");
    await picture("search");
    await page.key("Escape");
    await page.until("everything again", () => document.querySelector("empact-priorities").query === "");
    assert.equal((await page.areas()).length, 18);
  }),
  demo("facets", async (page, picture) => {
    await page.press('input[data-value="CHSG"]');
    await page.until("a chip", () => document.querySelector("empact-priorities").shadowRoot.querySelector(".chips button.chip") !== null);
    const found = await page.areas();
    assert.ok(found.length > 0 && found.length < 18, found.join(" "));
    await picture("facets");
    await page.press(".chips button.chip");
    await page.until("everything again", () => document.querySelector("empact-priorities").shadowRoot.querySelector(".chips button.chip") === null);
    assert.equal((await page.areas()).length, 18);
  }),
  demo("an opened card, its address, Back", async (page, picture) => {
    await page.press('[data-key="P1"]');
    await untilOpen(page, "P1");
    await untilHash(page, "#P1");
    await page.press('[data-key="P2"]');
    await untilHash(page, "#P2");
    await untilOpen(page, "P2");
    await picture("card");
    await page.back();
    await untilHash(page, "#P1");
    await untilOpen(page, "P1");
    await page.back();
    await untilHash(page, "");
    await untilOpen(page, "P1", false);
  }),
  demo("a deep link", async (page, picture) => {
    await untilOpen(page, "P7e");
    await untilLang(page, "en");
    await page.until("the card in the window", () => {
      const { top } = document.querySelector("empact-priorities").shadowRoot.querySelector('[data-id="P7e"]').getBoundingClientRect();
      return top >= -10 && top < innerHeight;
    });
    await picture("deep-link");
  }, { path: "index.html#P7e?lang=en" }),
  demo("a link of the page, a reload, a box that shrinks", async (page) => {
    await page.evaluate(() => {
      location.hash = "#P7e";
    });
    await untilOpen(page, "P7e");
    await page.evaluate(() => scrollTo({ top: 5000, behavior: "instant" }));
    await page.until("the place", () => Math.abs(scrollY - 5000) < 2);
    await page.evaluate(() => {
      globalThis.isOld = true;
      location.reload();
    });
    await page.until("another page", () => globalThis.isOld === undefined);
    await page.ready();
    // WebKit may go as far as the page was high before there was an element.
    await page.until("the same place", () => (/AppleWebKit(?!.*Chrome)/u.test(navigator.userAgent) ? scrollY > 1000 : Math.abs(scrollY - 5000) < 2));
    const width = await page.evaluate(() => {
      const element = document.querySelector("empact-priorities");
      element.parentElement.style.cssText = "display: flex; flex-direction: column; align-items: center";
      return element.getBoundingClientRect().width / element.parentElement.getBoundingClientRect().width;
    });
    assert.ok(width > 0.9, String(width));
  }),
  demo("another language", async (page, picture) => {
    await page.press('[data-key="lang-en"]');
    await untilLang(page, "en");
    await page.evaluate(() => { document.querySelector("empact-priorities").lang = "el"; });
    await untilLang(page, "el");
    await picture("greek");
  }),
  demo("dark", async (page, picture) => {
    await page.evaluate(() => {
      document.querySelector("empact-priorities").theme = "dark";
      document.documentElement.style.colorScheme = "dark";
    });
    const red = await page.evaluate(() => Number(/\d+/u.exec(getComputedStyle(document.querySelector("empact-priorities")).backgroundColor)[0]));
    assert.ok(red < 128, `the background's red is ${red}`);
    await picture("dark");
  }),
  ...["tasks", "text", "background"].map((view) => demo(`the view ${view}`, async (page, picture) => {
    await page.press(`[data-key="view-${view}"]`);
    await page.until(view, (wanted) => document.querySelector("empact-priorities").shadowRoot.querySelector(`[data-key="view-${wanted}"]`).ariaCurrent === "page", view);
    assert.deepEqual(await page.areas(), [], "the cards make room");
    assert.ok(await page.evaluate(() => document.querySelector("empact-priorities").shadowRoot.querySelector(".view").textContent.length > 1000));
    await picture(view);
  })),
  demo("narrow", async (page, picture) => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth <= 0), true, "nothing to scroll sideways");
    await page.press(".filter-toggle");
    await picture("narrow");
  }, { size: narrow }),
  demo("documents", async (page) => {
    await page.evaluate(() => {
      import("/empact-priorities/index.js").then(async ({ DocumentIndex }) => {
        const built = await DocumentIndex.build([{ id: "a", title: "Handreiking accijnsfraude" }, { id: "b", title: "Mensenhandel herkennen" }], { language: "nl" });
        const index = await DocumentIndex.load(built.save());
        globalThis.found = index.search("fraude").hits.map(({ id }) => id).join();
      }).catch((error) => { globalThis.found = String(error); });
    });
    assert.equal(await page.until("an answer", () => globalThis.found), "a");
  }),
  demo("without WebAssembly", async (page, picture) => {
    assert.equal(await page.evaluate(() => document.querySelector("empact-priorities").engine.backend), "js");
    await page.search("witwassen");
    assert.ok((await page.areas()).includes("P7e"));
    await picture("without-wasm");
  }, { isForbidden: true }),
];
