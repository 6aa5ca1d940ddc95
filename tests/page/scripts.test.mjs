// What scripts and editors of a page get wrong does no harm, and is said where it can be mended.
//  1. `open` and `close` refuse what is no text, before the engine is there too; ids that nothing has change nothing and send no event.
//  2. After a failure `whenReady` waits for what was asked for instead.
//  3. An address that is none: of a snapshot it takes nothing away, of a dataset it is named.
//  4. `filters` takes search parameters as they are, and refuses other collections; `search` takes them as text, too.
//  5. Documents that were freed take nothing away.
//  6. In a document without an address a citation has none.
//  7. Of another dataset the head and a citation name its own institution, and nothing around it speaks of the Council.
//  8. What is asked for together with another dataset or snapshot is asked of that one.
//  9. A link that is there when `deep-link` is set leads to its place; without one the place is in the address.
// 10. An element in no document can be told everything; what it was told is there when it is back, and in the address.
// 11. The examples under the search box are back with the dataset that they are from.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { datasetWith, serving } from "./demo.mjs";
import { copiedBy } from "./harness.mjs";
import { openPortal } from "./host.mjs";

const stateOf = (element) => element.evaluate(({ view, priority, filters, query }) => ({ view, priority, filters, query }));
const usual = { view: "priorities", priority: "", filters: {}, query: "" };

for (const when of ["before", "after"]) {
  test(`1: wrong ids, ${when} the engine is there`, async (t) => {
    let go;
    const gate = when === "before" ? new Promise((resolve) => { go = resolve; }) : undefined;
    const portal = await openPortal(t, {
      attributes: 'deep-link="query"',
      wait: when === "before" ? ".root" : undefined,
      respond: async (request) => {
        if (request.url.includes(".wasm")) await gate;
        return false;
      },
    });
    const { element, page } = portal;
    const thrown = await element.evaluate((node) => {
      globalThis.sent = [];
      node.addEventListener("empact-priorities-open", ({ detail }) => globalThis.sent.push(detail.id));
      return [["open", null], ["open", undefined], ["open", 7], ["close", 3]].map(([method, id]) => {
        try {
          node[method](id);
          return "";
        } catch (error) {
          return `${error.name}: ${error.message}`;
        }
      });
    });
    assert.ok(thrown.every((message) => /^TypeError: (?:open|close) of <empact-priorities>: `id` must be a string; found /u.test(message)), thrown.join("\n"));
    await element.evaluate((node) => {
      node.open("");
      node.open("7e");
      node.setAttribute("priority", "P7E");
      node.open("T-nope");
      node.close("nope");
    });
    go?.();
    await element.locator(".root:not(.loading)").waitFor();
    await page.waitForTimeout(400);
    assert.deepEqual(await stateOf(element), usual);
    assert.equal(await page.evaluate(() => location.search + location.hash), "");
    if (when === "after") assert.deepEqual(await page.evaluate(() => globalThis.sent), []);
    await element.evaluate((node) => node.open("P1"));
    assert.equal((await stateOf(element)).priority, "P1");
  });
}

test("1: a mistyped id in an attribute", async (t) => {
  for (const attributes of ['priority="7e"', 'priority="P7E" deep-link="hash"']) {
    const { element } = await openPortal(t, { attributes });
    assert.deepEqual(await stateOf(element), usual, attributes);
  }
});

test("2: a dataset that can be had after one that cannot", async (t) => {
  const respond = serving("own.json", datasetWith({ version: "9.9.9" }));
  const { element } = await openPortal(t, { attributes: 'src="nope.json"', wait: ".root.failed, [role=alert]", respond });
  const version = await element.evaluate(async (node) => {
    await node.whenReady().catch(() => undefined);
    node.src = "own.json";
    return (await node.whenReady()).framework.dataset.version;
  });
  assert.equal(version, "9.9.9");
});

test("2: a listener that asks for another dataset", async (t) => {
  const { page } = await openPortal(t, { respond: serving("own.json", datasetWith({ version: "9.9.9" })) });
  const version = await page.evaluate(async () => {
    const node = document.createElement("empact-priorities");
    node.addEventListener("empact-priorities-search", () => { node.src = "own.json"; });
    document.querySelector("main").append(node);
    return (await node.whenReady()).framework.dataset.version;
  });
  assert.equal(version, "9.9.9");
});

test("3: addresses that are none", async (t) => {
  const portal = await openPortal(t, { attributes: 'snapshot="http://[bad"' });
  const { element, page } = portal;
  const told = page.evaluate(() => new Promise((resolve) => {
    document.addEventListener("empact-priorities-error", ({ detail }) => {
      resolve(detail.error.message);
    }, { once: true });
    document.querySelector("empact-priorities").snapshot += "/x";
  }));
  assert.equal(await told, 'snapshot="http://[bad/x" of <empact-priorities> is not a valid URL.');
  assert.equal(await element.evaluate(async (node) => (await node.whenReady()).search("witwassen").hits[0].id), "P7e");
  assert.ok(await element.locator(".card").count() > 10);
  const said = await element.evaluate(async (node) => {
    node.src = "http://[bad";
    return node.whenReady().then(() => "", ({ message }) => message);
  });
  assert.equal(said, 'src="http://[bad" of <empact-priorities> is not a valid URL.');
});

test("4: collections of filters", async (t) => {
  const { element } = await openPortal(t);
  const found = await element.evaluate((node) => {
    node.filters = new URLSearchParams("offence=fraud&offence=drugs");
    const kept = node.filters;
    const refused = [new Map([["offence", ["fraud"]]]), ["offence"]].map((value) => {
      try {
        node.filters = value;
        return "";
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    });
    const still = node.filters;
    node.search("", { filters: "actor=A-cosi&nothing=x" });
    return [kept, refused, still, node.filters];
  });
  assert.deepEqual(found[0], found[2]);
  assert.deepEqual(Object.keys(found[0]), ["offence"]);
  assert.deepEqual(found[3], { actor: ["A-cosi"] });
  assert.deepEqual(found[1], ["a Map", "an array"].map((kind) => `TypeError: filters of <empact-priorities>: \`filters\` must be an object of facets and their values; found ${kind}.`));
});

test("5: documents that were freed", async (t) => {
  const documents = [{ id: "a", title: "Handreiking witwassen", url: "/a", priorities: ["P7e"] }];
  const portal = await openPortal(t, { attributes: 'src="own.json"', respond: serving("own.json", datasetWith({ documents })) });
  const { element } = portal;
  await element.evaluate((node) => node.open("P7e"));
  await element.locator(".documents a").first().waitFor();
  await element.evaluate((node) => {
    node.engine.documents.free();
    node.lang = "en";
  });
  await element.locator('.root[lang="en"] .card').first().waitFor();
  assert.ok(await element.locator(".card").count() > 10);
  assert.equal(await element.locator("[role=alert]").count(), 0);
  portal.assertClean();
});

test("6: a document without an address", async (t) => {
  const inner = `<!doctype html><html lang="nl"><title>Voorbeeld</title><script type="module" src="/empact-priorities/define.js"></script><empact-priorities deep-link="hash"></empact-priorities></html>`;
  const { page } = await openPortal(t, { policy: "", before: `<h1>Portaal</h1><iframe title="voorbeeld" width="900" height="700" srcdoc="${inner.replaceAll('"', "&quot;")}"></iframe>`, context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const element = page.frameLocator("iframe").locator("empact-priorities");
  await element.locator('[data-key="P7e"]').click();
  await element.locator('[data-id="P7e"] [data-action=cite]').first().click();
  // In whichever way it is copied, that is said when it is done.
  await element.locator(".toast:not(:empty), .by-hand").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText().catch(() => ""));
  const byHand = await element.locator("textarea").count();
  assert.ok(byHand === 1 || copied.includes("witwassen"), copied);
  assert.ok(!copied.includes("about:"), copied);
});

test("7: the institution of another dataset", async (t) => {
  // An institution of the EU, too, is the Council only if it is called so.
  const example = readFileSync(new URL("../../pkg/example.dataset.json", import.meta.url), "utf8")
    .replace('"type": "other"', '"type": "eu-institution"').replace('"gemeenteraad van Voorbeeldstad"', '"gemeenteraad"');
  const { element, page } = await openPortal(t, {
    policy: "", attributes: 'src="example.json"', respond: serving("example.json", example), context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  const { quote } = JSON.parse(example).document.institution;
  const head = (await element.locator(".masthead").innerText()).replaceAll("\n", " ");
  assert.ok(head.startsWith(quote), head);
  assert.doesNotMatch(head, /zitting van de Raad|Conclusies van de Raad|tekst van de Raad/u);
  const citation = await copiedBy(page, () => element.locator('[data-id="P1"] [data-action=cite]').click());
  assert.ok(citation.startsWith(`${quote}, “Veiligheidsplan 2024-2027”`), citation);
  assert.doesNotMatch(citation, /Europese Unie/u);
  // What is said around it, view by view, with the details open.
  for (const [view, query] of [["priorities", ""], ["priorities", "inbraak"], ["priorities", "zzqqx"], ["tasks", ""], ["text", ""], ["background", ""]]) {
    await element.evaluate((node, asked) => {
      Object.assign(node, asked);
      node.shadowRoot.querySelectorAll(".toggle[aria-expanded=false]").forEach((toggle) => toggle.click());
    }, { view, query });
    const said = await element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll(".muted, .tag, .group-title, .section-title, .nothing p")].map((node) => node.textContent));
    assert.ok(said.length > 0, view);
    assert.deepEqual(said.filter((text) => /\bde Raad\b|conclusies/u.test(text)), [], `${view}, “${query}”`);
  }
});

test("8: together with another dataset", async (t) => {
  const example = readFileSync(new URL("../../pkg/example.dataset.json", import.meta.url), "utf8");
  const { element, page, warnings } = await openPortal(t, { attributes: 'src="own.json"', respond: serving("own.json", example) });
  const asked = await element.evaluate(async (node) => {
    const seen = [];
    // None of this is in the dataset that is there until the next one is.
    for (const ask of [() => node.open("P7e"), () => { node.priority = "P10"; }, () => { node.filters = "actor=A-cosi"; }, () => node.search("wapens", { filters: { offence: ["money-laundering"] } })]) {
      node.removeAttribute("src");
      ask();
      await node.whenReady();
      seen.push([node.priority, node.query, JSON.stringify(node.filters)]);
      node.clear();
      node.close();
      node.src = "own.json";
      await node.whenReady();
    }
    return seen;
  });
  assert.deepEqual(asked, [["P7e", "", "{}"], ["P10", "", "{}"], ["", "", '{"actor":["A-cosi"]}'], ["", "wapens", '{"offence":["money-laundering"]}']]);
  await page.waitForTimeout(100);
  assert.deepEqual(warnings, []);
});

test("9: an address that is linked later", async (t) => {
  const { element, page } = await openPortal(t, { path: "#P7e" });
  assert.equal((await stateOf(element)).priority, "");
  await element.evaluate((node) => {
    node.deepLink = "hash";
  });
  assert.equal((await stateOf(element)).priority, "P7e");
  assert.equal(await element.locator('[data-key="P7e"]').getAttribute("aria-expanded"), "true");
  // Before the cards are there, too; and where the one that had the address makes way for it.
  const other = await page.evaluate(async () => {
    const first = document.querySelector("empact-priorities");
    history.pushState(null, "", "#P10");
    const next = document.createElement("empact-priorities");
    next.deepLink = "hash";
    first.after(next);
    first.remove();
    await next.whenReady();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    return next.priority;
  });
  assert.equal(other, "P10");
  await page.evaluate(() => {
    document.querySelector("empact-priorities").deepLink = "query";
  });
  await page.waitForFunction(() => location.search.includes("P10"));
});

test("9: an address that is linked before the cards are there", async (t) => {
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  const { element } = await openPortal(t, {
    path: "#TK09?lang=fr&q=COSI",
    wait: ".root",
    respond: async (request) => {
      if (request.url.includes(".wasm")) await gate;
      return false;
    },
  });
  await element.evaluate((node) => {
    node.deepLink = "hash";
  });
  await element.locator('.root[lang="fr"]').waitFor();
  go();
  await element.locator('.task[data-id="TK09"]').first().waitFor();
  assert.deepEqual(await stateOf(element), { ...usual, view: "tasks", priority: "TK09", query: "COSI" });
});

test("9: what has been asked for before stays, and so does a fragment of the page", async (t) => {
  const { page } = await openPortal(t, { path: "#P7e", before: '<h1>Portaal</h1><input id="own" aria-label="Zoek in het portaal">', attributes: 'deep-link="hash"', after: '<empact-priorities id="next" deep-link="hash"></empact-priorities>', wait: false });
  const next = page.locator("#next");
  await next.locator(".root:not(.loading)").waitFor();
  await page.locator("#own").focus();
  const searches = await page.evaluate(async () => {
    const node = document.querySelector("#next");
    node.search("wapens");
    let n = 0;
    node.addEventListener("empact-priorities-search", () => { n += 1; });
    document.querySelector("empact-priorities").remove();
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    return n;
  });
  assert.ok(searches <= 1, `${searches} answers`);
  assert.deepEqual(await stateOf(next), { ...usual, query: "wapens" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "own");
  await page.waitForFunction(() => location.hash === "#?q=wapens");
  // Nor is the focus taken from who types in the page when a place is shown.
  const fragment = await page.evaluate(async () => {
    const node = document.querySelector("#next");
    node.deepLink = "none";
    node.clear();
    history.pushState(null, "", "#P10");
    node.deepLink = "hash";
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    const shown = node.priority;
    node.deepLink = "none";
    node.close();
    history.pushState(null, "", "#section");
    node.deepLink = "hash";
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    return [shown, document.activeElement.id, location.hash];
  });
  assert.deepEqual(fragment, ["P10", "own", "#section"]);
});

test("10: in no document", async (t) => {
  const { element, page } = await openPortal(t, { path: "#?q=drugs", attributes: 'deep-link="hash"' });
  const told = await element.evaluate(async (node) => {
    const box = node.parentElement;
    const away = async (tell) => {
      node.remove();
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      tell();
      box.append(node);
      await node.whenReady();
      await new Promise((resolve) => { setTimeout(resolve, 400); });
      return [node.query, node.priority, decodeURIComponent(location.hash)];
    };
    return [
      await away(() => node.clear()),
      await away(() => node.search("wapens")),
      await away(() => {
        node.open("O13");
        node.open("P7e");
      }),
      await away(() => {
        node.open("O13");
        node.close();
      }),
    ];
  });
  assert.deepEqual(told.map(([query, open]) => [query, open]), [["", ""], ["wapens", ""], ["", "P7e"], ["", ""]]);
  assert.deepEqual(told.map(([,, hash]) => hash), ["", "#?q=wapens", "#P7e", "#?view=text"]);
  // Nothing was told: the address counts. Told and back in one go, it is answered once, and the focus stays.
  const last = await element.evaluate(async (node) => {
    const box = node.parentElement;
    node.remove();
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    node.clear();
    history.pushState(null, "", "#P7e");
    box.append(node);
    await node.whenReady();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    const shown = node.priority;
    const own = document.createElement("input");
    box.prepend(own);
    own.focus();
    let n = 0;
    node.addEventListener("empact-priorities-search", () => { n += 1; });
    node.remove();
    node.search("wapens");
    box.append(node);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    const result = [shown, node.query, n, document.activeElement === own];
    node.clear();
    return result;
  });
  assert.deepEqual(last, ["P7e", "wapens", 1, true]);
  // What a load that fails was to show does not come back with the next address.
  await element.evaluate(async (node) => {
    const box = node.parentElement;
    node.remove();
    node.open("P1");
    node.src = "nothing-is-here.json";
    box.append(node);
    await node.whenReady().catch(() => undefined);
    node.remove();
    history.pushState(null, "", "#P7e");
    node.removeAttribute("src");
    box.append(node);
    await node.whenReady();
  });
  assert.equal((await stateOf(element)).priority, "P7e");
  assert.equal(await page.evaluate(() => location.hash), "#P7e");
});

test("10: a setting in no document is not what the page begins with", async (t) => {
  const { element, page, input } = await openPortal(t, { attributes: 'deep-link="hash"' });
  await input.fill("wapens");
  await input.press("Enter");
  const level = await element.evaluate(async (node) => {
    const box = node.parentElement;
    node.remove();
    node.headingLevel = 3;
    box.append(node);
    await node.whenReady();
    node.open("P10");
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    node.close();
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    return [node.query, location.hash, node.getAttribute("data-empact-own"), node.shadowRoot.querySelector(".group-title").localName];
  });
  assert.deepEqual(level, ["wapens", "#?q=wapens", "", "h3"]);
  await page.reload();
  await element.evaluate((node) => node.whenReady());
  assert.equal((await stateOf(element)).query, "wapens");
});

test("10: properties in no document go before the address; a failure that is moved is tried again", async (t) => {
  const { element, page } = await openPortal(t, { attributes: 'deep-link="hash"' });
  await element.evaluate((node) => { node.search("wapens"); });
  await page.waitForFunction(() => location.hash.includes("q=wapens"));
  const told = await element.evaluate(async (node) => {
    const box = node.parentElement;
    node.remove();
    node.query = "drugs";
    box.append(node);
    await node.whenReady();
    return node.query;
  });
  assert.equal(told, "drugs");
  // It is what the page begins with now, which no address names.
  await page.waitForFunction(() => location.hash === "");
  const moved = await element.evaluate(async (node) => {
    const box = node.parentElement;
    node.src = "nothing-is-here.json";
    await node.whenReady().catch(() => undefined);
    const shown = () => [node.matches(":state(error)"), node.shadowRoot.querySelector("[role=alert]") !== null];
    const before = shown();
    box.append(node);
    const after = shown();
    await node.whenReady().catch(() => undefined);
    return [before, after, shown()];
  });
  assert.deepEqual(moved, [[true, true], [false, false], [true, true]]);
});

test("11: examples", async (t) => {
  const example = readFileSync(new URL("../../pkg/example.dataset.json", import.meta.url), "utf8");
  const { element } = await openPortal(t, { attributes: 'src="own.json"', respond: serving("own.json", example) });
  await element.locator(".hint").waitFor({ state: "hidden" });
  // What is hidden would describe the box all the same.
  assert.equal(await element.locator("#q").getAttribute("aria-describedby"), null);
  await element.evaluate((node) => node.removeAttribute("src"));
  await element.locator(".hint").waitFor();
  assert.equal(await element.locator("#q").getAttribute("aria-describedby"), "q-hint");
});
