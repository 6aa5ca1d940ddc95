// The reader is left where the reader is, whatever the page around the element does.
//  1. Back leads to what the page itself begins with, and a reload to what the reader made of it.
//  2. A page that goes to a fragment of its own, or to its top, takes nothing from what was just searched for.
//  3. A linked card that comes late takes no focus from who is at work elsewhere on the page, and who types there is not scrolled away.
//  4. What had the focus and goes hands it on: in a card that Back closes, in the content that stands in for the cards.
//  5. Back gives the focus to the link that was followed once, and to no other visit of the same place.
//  6. `whenReady` after another dataset was asked for waits for its engine.
//  7. Links lead to this page, also where a `<base>` leads elsewhere.
//  8. A citation has no numbers of footnotes in it.
//  9. A control of the page that opens cards keeps the focus.
// 10. The line above the title makes room for three languages.
// 11. `lang` is taken back as all properties are, and what is said reads from left to right on a page that does not.
// 12. In another document the element has its style.
// 13. When the element that has the page's address goes, the one that waits for it takes it over.
// 14. What the page sets right before the reader opens something is where Back leads to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { datasetWith, serving } from "./demo.mjs";
import { copiedBy } from "./harness.mjs";
import { openPortal } from "./host.mjs";

/** What has the focus, through all shadow roots. */
const focused = (page) => page.evaluate(() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node?.id === "" ? node.closest("[data-id]")?.dataset.id ?? node.localName : node?.id;
});
const placeOf = (page) => page.evaluate(() => location.search + location.hash);
const link = (portal, name) => portal.element.getByRole("link", { name, exact: true });
const expanded = (portal, id) => portal.element.locator(`[data-key="${id}"]`).getAttribute("aria-expanded");

for (const kind of ["hash", "query"]) {
  test(`1: what the page begins with, ${kind}`, async (t) => {
    const portal = await openPortal(t, { attributes: `view="tasks" filters="modality=must" deep-link="${kind}"` });
    const { page, element } = portal;
    const state = () => element.evaluate(({ view, filters, priority }) => [view, filters, priority]);
    const begun = ["tasks", { modality: ["must"] }, ""];
    assert.deepEqual([await state(), await placeOf(page)], [begun, ""]);
    await link(portal, "Volledige tekst").click();
    assert.equal((await state())[0], "text");
    await page.goBack();
    assert.deepEqual([await state(), await placeOf(page)], [begun, ""]);
    // All of it taken away is another place than the page's own.
    await link(portal, "Prioriteiten").click();
    assert.deepEqual(await state(), ["priorities", {}, ""]);
    await page.reload();
    await element.locator(".root:not(.loading)").waitFor();
    assert.deepEqual(await state(), ["priorities", {}, ""]);
    portal.assertClean();
  });
}

for (const kind of ["hash", "query"]) {
  test(`2: a fragment of the page, ${kind}`, async (t) => {
    const portal = await openPortal(t, { attributes: `deep-link="${kind}"`, before: '<h1>Portaal</h1><a id="top" href="#">Naar boven</a><a id="down" href="#below">Omlaag</a>', after: '<p id="below">Onder</p>' });
    const { page, element, input } = portal;
    await page.locator("#down").evaluate((node) => {
      node.addEventListener("click", () => document.querySelector("empact-priorities").search("drugs"));
    });
    await page.locator("#down").click();
    await page.waitForTimeout(400);
    assert.equal(await input.inputValue(), "drugs");
    await element.evaluate((node) => node.search("witwassen"));
    await page.waitForTimeout(400);
    await page.locator("#top").click();
    await page.waitForTimeout(100);
    assert.equal(await input.inputValue(), "witwassen");
    assert.match(await placeOf(page), /witwassen/u);
    portal.assertClean();
  });
}

test("2: Back to where the page went to its top while somebody typed", async (t) => {
  const { page, element, input } = await openPortal(t, { attributes: 'deep-link="hash"' });
  const at = (hash) => page.waitForFunction((expected) => location.hash === expected, hash);
  await input.fill("witwassen");
  await at("#?q=witwassen");
  // It is an entry of its own, and has the place that the reader had.
  const before = await page.evaluate(() => {
    location.href = "#";
    return history.length;
  });
  await at("#?q=witwassen");
  await input.press("Enter");
  assert.equal(await page.evaluate(() => history.length), before);
  await element.locator('[data-key="P7e"]').click();
  await at("#P7e?q=witwassen");
  await page.goBack();
  assert.deepEqual([await page.evaluate(() => location.hash), await input.inputValue()], ["#?q=witwassen", "witwassen"]);
});

test("2: a link that is followed before what was typed is written", async (t) => {
  const { page, element, input } = await openPortal(t, { attributes: 'deep-link="hash"' });
  await input.evaluate((box) => {
    box.value = "drugs";
    box.dispatchEvent(new InputEvent("input", { data: "s" }));
    location.hash = "#P10?q=wapens";
  });
  await element.locator('[data-key="P10"][aria-expanded=true]').waitFor();
  assert.deepEqual([await page.evaluate(() => location.hash), await input.inputValue()], ["#P10?q=wapens", "wapens"]);
});

for (const [work, isScrolled] of [["input", false], ["button", true]]) {
  test(`3: at work elsewhere, ${work}`, async (t) => {
    let arrive;
    const arrived = new Promise((resolve) => { arrive = resolve; });
    const portal = await openPortal(t, {
      attributes: 'deep-link="hash"', path: "#P9", wait: false, before: '<h1>Portaal</h1><input id="input" aria-label="Naam"><button id="button">Akkoord</button>',
      respond: async (request) => {
        if (request.url.endsWith(".wasm")) await arrived;
        return false;
      },
    });
    const { page, element } = portal;
    await page.locator(`#${work}`).focus();
    if (work === "input") await page.keyboard.type("verlof ");
    arrive();
    await element.locator(".root:not(.loading)").waitFor();
    if (work === "input") await page.keyboard.type("aanvragen");
    assert.equal(await focused(page), work);
    assert.equal(await expanded(portal, "P9"), "true");
    assert.equal(await page.evaluate(() => scrollY > 200), isScrolled);
    if (work === "input") assert.equal(await page.locator("#input").inputValue(), "verlof aanvragen");
    portal.assertClean();
  });
}

test("4: what had the focus goes", async (t) => {
  const portal = await openPortal(t, { attributes: 'deep-link="hash"' });
  const { page, element } = portal;
  await element.locator('[data-key="P1"]').click();
  await element.locator('[data-id="P1"] .panel button.source').first().focus();
  await page.goBack();
  const heading = element.locator('[data-id="P1"] .title').first();
  assert.deepEqual([await expanded(portal, "P1"), await heading.evaluate((node) => node.matches(":focus"))], ["false", true]);

  let arrive;
  const arrived = new Promise((resolve) => { arrive = resolve; });
  const plain = await openPortal(t, {
    wait: false, inside: '<ul><li><a id="first" href="#a">Een</a></li><li><a id="second" href="#b">Twee</a></li></ul>',
    respond: async (request) => {
      if (request.url.endsWith(".wasm")) await arrived;
      return false;
    },
  });
  await plain.page.locator("#second").focus();
  arrive();
  await plain.element.locator(".root:not(.loading)").waitFor();
  assert.notEqual(await focused(plain.page), "body");
  for (const opened of [portal, plain]) opened.assertClean();
});

test("5: once", async (t) => {
  const portal = await openPortal(t, { attributes: 'deep-link="hash"' });
  const { page, element } = portal;
  const jump = element.locator('a[href="#CY-2022-2025"]').first();
  await jump.click();
  await page.goBack();
  assert.equal(await jump.evaluate((node) => node.matches(":focus")), true);
  await element.locator('[data-key="P9"]').click();
  await page.goBack();
  assert.equal(await jump.evaluate((node) => node.matches(":focus")), false);
  portal.assertClean();
});

test("6: another engine", async (t) => {
  const portal = await openPortal(t, { respond: serving("own.json", datasetWith({ version: "9.9.9" })) });
  const found = await portal.element.evaluate(async (node) => {
    const versions = [];
    for (const change of [() => { node.src = "own.json"; }, () => {
      const { parentNode } = node;
      node.remove();
      node.removeAttribute("src");
      parentNode.append(node);
    }]) {
      change();
      const engine = await node.whenReady();
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      versions.push(engine === node.engine && engine.search("witwassen").total > 0 && engine.framework.dataset.version === "9.9.9");
    }
    return versions;
  });
  assert.deepEqual(found, [true, false]);
  portal.assertClean();
});

test("7: a base", async (t) => {
  const base = '<base href="/app/">';
  const portal = await openPortal(t, { policy: "", script: `${base}<script type="module" src="/empact-priorities/define.js"></script>`, attributes: 'deep-link="hash"' });
  const hrefs = await portal.element.evaluate((node) => [...node.shadowRoot.querySelectorAll(".views a, [data-action=link]")].map(({ href }) => new URL(href)).map(({ pathname }) => pathname));
  assert.ok(hrefs.length > 4 && hrefs.every((path) => path === "/host.html"), String(hrefs));
  const bare = await openPortal(t, { attributes: 'deep-link="hash"' });
  assert.equal(await link(bare, "Wie doet wat").getAttribute("href"), "#?view=tasks");
});

test("8: a citation", async (t) => {
  const portal = await openPortal(t, { policy: "", attributes: 'view="text"', context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const { element, page } = portal;
  for (const [id, words] of [["R01", "criminaliteit"], ["R03", "Empact"], ["R12", "EU-Socta)"]]) {
    await element.evaluate((node, unit) => node.open(unit), id);
    const cited = await copiedBy(page, () => element.locator(`[data-id="${id}"] [data-action=cite]`).first().click());
    assert.ok(cited.includes(words) && !/(?:criminaliteit|Empact|Socta\))\d/u.test(cited), cited);
  }
});

test("9: a control of the page", async (t) => {
  const portal = await openPortal(t, { before: '<h1>Portaal</h1><select id="select" aria-label="Prioriteit"><option>P1<option>P2<option>P3</select>' });
  const { page } = portal;
  await page.locator("#select").evaluate((node) => {
    node.addEventListener("change", () => { document.querySelector("empact-priorities").priority = node.value; });
  });
  await page.locator("#select").focus();
  for (const id of ["P2", "P3"]) {
    await page.keyboard.press("ArrowDown");
    assert.deepEqual([await expanded(portal, id), await focused(page)], ["true", "select"]);
  }
  portal.assertClean();
});

test("10: three languages", async (t) => {
  for (const lang of ["de", "bg", "hu"]) {
    const portal = await openPortal(t, { lang, wait: `.root[lang="${lang}"]:not(.loading)` });
    for (const width of [600, 690, 768, 960, 1100]) {
      await portal.page.setViewportSize({ width, height: 700 });
      const overlaps = await portal.element.evaluate(({ shadowRoot }) => {
        const buttons = shadowRoot.querySelector(".languages").getBoundingClientRect();
        const range = document.createRange();
        return [".kicker", ".subject", ".original"].filter((name) => {
          const node = shadowRoot.querySelector(`.masthead ${name}`);
          if (!node) return false;
          range.selectNodeContents(node);
          return [...range.getClientRects()].some(({ left, right, top, bottom }) => left < buttons.right && right > buttons.left && top < buttons.bottom - 1 && bottom > buttons.top + 1);
        });
      });
      assert.deepEqual(overlaps, [], `${lang} ${width}`);
    }
    portal.assertClean();
  }
});

test("11: taken back", async (t) => {
  const portal = await openPortal(t, { attributes: 'lang="en"' });
  await portal.element.evaluate((node) => { node.lang = undefined; });
  assert.deepEqual([await portal.element.getAttribute("lang"), await portal.element.locator(".root").getAttribute("lang")], [null, "nl"]);
  await portal.page.evaluate(() => { document.documentElement.dir = "rtl"; });
  assert.equal(await portal.element.locator(".toast").evaluate((node) => getComputedStyle(node).direction), "ltr");
});

test("12: another document", async (t) => {
  const portal = await openPortal(t, { policy: "", after: '<iframe id="frame" title="Venster" src="about:blank"></iframe>' });
  const isStyled = await portal.element.evaluate((node) => {
    document.querySelector("#frame").contentDocument.body.append(node);
    return [node.shadowRoot.adoptedStyleSheets.length, node.ownerDocument.defaultView.getComputedStyle(node.shadowRoot.querySelector(".card, .root")).display];
  });
  assert.equal(isStyled[0], 1);
});

test("13: the next one", async (t) => {
  const portal = await openPortal(t, { attributes: 'id="old" deep-link="hash"', wait: false });
  const { page } = portal;
  const type = (id, text) => page.locator(`#${id} input[type=search]`).fill(text);
  const isAt = (place) => page.waitForFunction((wanted) => location.search + location.hash === wanted, place);
  await page.locator("#old .root:not(.loading)").waitFor();
  await page.evaluate(() => {
    const next = document.createElement("empact-priorities");
    Object.assign(next, { id: "new", deepLink: "hash" });
    document.querySelector("main").append(next);
  });
  await page.locator("#new .root:not(.loading)").waitFor();
  await type("new", "drugs");
  await page.waitForTimeout(400);
  assert.equal(await placeOf(page), "");
  await type("old", "fraude");
  await isAt("#?q=fraude");
  await page.evaluate(() => {
    const old = document.querySelector("#old");
    // A move is no farewell.
    old.parentNode.prepend(old);
  });
  await type("old", "wapens");
  await isAt("#?q=wapens");
  await page.locator("#old").evaluate((node) => node.remove());
  await page.locator("#new [data-action=link]").first().waitFor();
  await type("new", "witwassen");
  await isAt("#?q=witwassen");
});

test("14: set a moment ago", async (t) => {
  const portal = await openPortal(t, { attributes: 'deep-link="hash"' });
  const { page, element, input } = portal;
  await element.evaluate((node) => {
    node.query = "wapens";
    node.shadowRoot.querySelector('[data-key="P10"]').click();
  });
  assert.equal(await placeOf(page), "#P10?q=wapens");
  await page.goBack();
  assert.deepEqual([await placeOf(page), await input.inputValue(), await expanded(portal, "P10")], ["#?q=wapens", "wapens", "false"]);
  portal.assertClean();
});
