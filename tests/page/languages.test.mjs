// The interface in other languages than Dutch and English.
//  1. Their words are one file more, from the element's own origin; Dutch and English ask for none.
//  2. What is said in the language carries its `lang`, and whatever is in another one carries that, in every view: shown on
//     Greek, where every Latin word on the page must be inside something that says it is Dutch or English.
//  3. axe-core finds nothing.
//  4. Until the words are there, and without them, everything is there in English and says so.
//  5. A reader can go to Dutch or English and back; the link names the language, and what was opened, closed or unfolded stays so. The page is asked before.
//  6. No language makes the page scroll sideways at 320 CSS px.
//  7. Irish and Maltese, of which Chromium knows the plurals alone, have no date in another language.
//  8. It follows the language around it, live and wherever it is moved, and keeps the state; until the page sets a language on it, or the reader or a
//     link chooses one, which then stands on it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDemo, serving, violationsOf, withAxe } from "./demo.mjs";
import { openPage } from "./harness.mjs";

const LANGUAGES = ["bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"];

/** Files of words that were asked for: "el" for `el-ABCDEFGH.js`. */
const asked = (requests) => requests.flatMap((url) => /\/empact-priorities\/([a-z]{2})-[A-Z0-9]+\.js$/u.exec(url)?.[1] ?? []);
const isFile = (lang) => (url) => new RegExp(`/${lang}-[A-Z0-9]+\\.js$`, "u").test(url);

/** A page with nothing but the element, in somebody else's language. */
const host = (lang, inner = "") => (request, response) => {
  if (!request.url.endsWith("/host.html")) return false;
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><html lang="${lang}"><title>Portal</title><script type="module" src="./empact-priorities/define.js"></script><main><h1>Portal</h1><empact-priorities ${inner}></empact-priorities></main></html>`);
  return true;
};

async function openHost(t, lang, { respond = () => false, inner, ...options } = {}) {
  const page = host(lang, inner);
  const opened = await openPage({ t, path: "host.html", respond: async (request, response) => (await respond(request, response)) || page(request, response), ...options });
  const element = opened.page.locator("empact-priorities");
  await element.locator(".root:not(.loading):not(.failed)").waitFor();
  return { ...opened, element, root: (wanted) => element.locator(`.root[lang="${wanted}"]`).waitFor() };
}

for (const [lang, label] of [["el", "Περισσότερα για αυτή την προτεραιότητα"], ["mt", "Aktar dwar din il-prijorità"]]) {
  test(`1, 2, 3, A4: ${lang}`, async (t) => {
    const opened = await openHost(t, lang, { prepare: withAxe });
    await opened.root(lang);
    assert.equal((await opened.element.locator("[data-key=P1]").innerText()).split("\n")[0], label);
    for (const status of await opened.element.locator("[role=status]").all()) assert.equal(await status.evaluate((region) => region.closest("[lang]").lang), lang);
    assert.equal(await opened.element.locator("[data-id=P1] .title [lang]").first().getAttribute("lang"), "en");
    assert.equal(await opened.element.locator("[data-id=P1] .original .official").getAttribute("lang"), "nl");
    assert.deepEqual(asked(opened.requests), [lang]);
    assert.deepEqual(await violationsOf(opened.page), []);
    opened.assertClean();
  });
}

test("1: Dutch, English and languages that are not there", async (t) => {
  for (const [lang, shown] of [["nl-BE", "nl"], ["en-IE", "en"], ["is", "en"]]) {
    const opened = await openHost(t, lang);
    await opened.root(shown);
    assert.deepEqual(asked(opened.requests), []);
    opened.assertClean();
  }
});

/** Words in Latin letters that nothing says are not Greek. */
const unmarked = (element) => element.evaluate((node) => {
  const found = [];
  const walker = document.createTreeWalker(node.shadowRoot, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (parentElement.closest("[lang]")?.lang !== "el") continue;
    // What the reader typed, names of institutions and instruments, numbers of units, the keys to press, addresses.
    const text = data.replaceAll(/«[^»]*»/gu, "").replaceAll(/\b(?:OAPs?|CHSGs?|EMPACT|Empact|COSI|Ctrl\+C|[A-Z]{1,3}\d+[a-z]?|\d+[a-z])\b/gu, "").replaceAll(/\b[\w-]+(?:\.[\w-]+)+\b/gu, "");
    if (/\p{Script=Latin}/u.test(text)) found.push(data.trim());
  }
  return [...new Set(found)];
});

const places = [
  ["cards and filters", "#?lang=el", async (demo) => {
    await demo.element.locator("details.facet").evaluateAll((facets) => facets.forEach((facet) => facet.setAttribute("open", "")));
  }],
  ["an open card", "#P7e?lang=el", async (demo) => {
    for (const source of (await demo.card("P7e").locator(".source:visible").all()).slice(0, 4)) await source.click();
    await demo.card("P7e").locator(".keyword").first().click();
  }],
  ["P1", "#P1?lang=el", async (demo) => {
    for (const row of await demo.card("P1").locator(".row-toggle").all()) await row.click();
  }],
  ["HT1", "#HT1?lang=el", async () => undefined],
  ["a search with filters", "#?q=netwerken&instrument=OAP&offence=fraud&lang=el", async () => undefined],
  ["a definition", "#?q=cosi&lang=el", async () => undefined],
  ["nothing found", "#?q=xyzzyqqq&instrument=OAP&lang=el", async () => undefined],
  ["tasks", "#?view=tasks&actor=A-europol&lang=el", async () => undefined],
  ["text", "#O07?lang=el", async () => undefined],
  ["background", "#?view=background&lang=el", async () => undefined],
];

for (const [name, path, steps] of places) {
  test(`2, 3, A4: Greek: ${name}`, async (t) => {
    const demo = await openDemo(t, path, { prepare: withAxe });
    await demo.element.locator('.root[lang="el"]').waitFor();
    await steps(demo);
    // Everything that is put off, as for printing.
    await demo.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.deepEqual(await unmarked(demo.element), []);
    assert.deepEqual(await violationsOf(demo.page), []);
    demo.assertClean();
  });
}

test("4: English until the words are there", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const opened = await openHost(t, "el", { respond: async (request) => {
    if (isFile("el")(request.url)) await gate;
    return false;
  } });
  await opened.root("en");
  await opened.element.locator("input[type=search]").fill("drugs");
  await opened.element.locator("[data-key=P6a]").click();
  await opened.element.locator("input[type=search]").focus();
  letGo();
  await opened.root("el");
  assert.equal(await opened.element.locator("input[type=search]").inputValue(), "drugs");
  assert.equal(await opened.element.locator("[data-key=P6a]").getAttribute("aria-expanded"), "true");
  assert.equal(await opened.element.evaluate((node) => node.shadowRoot.activeElement.id), "q");
  assert.deepEqual(asked(opened.requests), ["el"]);
  opened.assertClean();
});

test("4: without the words", async (t) => {
  let missing = true;
  const opened = await openHost(t, "el", { respond: (request, response) => missing && isFile("el")(request.url) && serving(".js", "", { status: 404 })(request, response) });
  await opened.root("en");
  assert.match(await opened.element.locator("[data-key=P1]").innerText(), /^More about this priority/u);
  assert.ok(opened.errors.every((text) => isFile("el")(text.slice(text.indexOf("http"), -1))), opened.errors.join("\n"));
  // The next time the language is asked for it is looked for again.
  missing = false;
  await opened.element.evaluate((node) => node.setAttribute("lang", "nl"));
  await opened.root("nl");
  await opened.element.evaluate((node) => node.setAttribute("lang", "el"));
  await opened.root("el");
});

test("4: moved while the words are on their way", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const opened = await openHost(t, "fi", { respond: async (request) => {
    if (isFile("fi")(request.url)) await gate;
    return false;
  } });
  const taken = await opened.element.evaluateHandle((node) => {
    node.remove();
    return node;
  });
  letGo();
  await opened.page.waitForTimeout(200);
  await taken.evaluate((node) => {
    document.querySelector("main").append(node);
  });
  await opened.root("fi");
  await opened.element.locator("[data-id=P1]").waitFor();
  opened.assertClean();
});

test("5: to another language and back", async (t) => {
  const opened = await openHost(t, "de");
  await opened.root("de");
  const buttons = opened.element.locator(".languages button");
  assert.deepEqual(await buttons.allInnerTexts(), ["Nederlands", "English", "Deutsch"]);
  await buttons.nth(1).click();
  await opened.root("en");
  assert.deepEqual(await buttons.allInnerTexts(), ["Nederlands", "English", "Deutsch"]);
  assert.equal(await opened.element.getAttribute("lang"), "en");
  await buttons.nth(2).click();
  await opened.root("de");
  assert.deepEqual(asked(opened.requests), ["de"]);
  opened.assertClean();
});

test("5: what was opened, closed and unfolded stays so", async (t) => {
  const opened = await openHost(t, "nl", { context: { viewport: { width: 360, height: 740 } } , inner: 'view="text" max-results="1"' });
  const { element } = opened;
  const state = () => element.evaluate(({ shadowRoot }) => ({
    filters: shadowRoot.querySelector("[data-key=filters]").getAttribute("aria-expanded"),
    body: shadowRoot.querySelector(".filter-body").checkVisibility(),
    facets: Object.fromEntries([...shadowRoot.querySelectorAll(".facet:not([hidden])")].map((facet) => [facet.dataset.facet, facet.open])),
    values: shadowRoot.querySelectorAll("[data-facet=actor] li").length,
    cards: shadowRoot.querySelectorAll(".cards > :not(.beyond)").length,
  }));
  const before = await state();
  await element.locator("[data-key=filters]").click();
  await element.locator("[data-facet=actor] .more").click();
  await element.locator(".facet:not([open]):not([hidden]) > summary").first().click();
  await element.locator("[data-facet=kind] > summary").click();
  await element.locator(".rest-of-list button").click();
  const after = await state();
  assert.deepEqual([after.filters, after.body, after.facets.kind, after.cards], ["true", true, false, 2]);
  assert.ok(after.values > before.values);
  assert.notDeepEqual(after.facets, { ...before.facets, kind: false }, "none was opened");
  for (const lang of ["en", "nl"]) {
    await element.locator(`[data-key=lang-${lang}]`).click();
    await opened.root(lang);
    assert.deepEqual(await state(), after);
  }
  await element.locator("[data-facet=actor] .more").click();
  await element.locator("[data-key=filters]").click();
  await element.locator("[data-key=lang-en]").click();
  await opened.root("en");
  const closed = await state();
  assert.deepEqual([closed.filters, closed.body, closed.values], ["false", false, before.values]);
  opened.assertClean();
});

test("5: a page that takes the language over", async (t) => {
  const demo = await openDemo(t, "#?q=drugs");
  const { page, element } = demo;
  const lang = () => element.locator(".root").getAttribute("lang");
  await page.evaluate(() => {
    globalThis.seen = [];
    globalThis.mayChange = false;
    document.addEventListener("empact-priorities-language", (event) => {
      globalThis.seen.push(`${event.detail.lang} from ${event.target.shadowRoot.querySelector(".root").lang}`);
      if (!globalThis.mayChange) event.preventDefault();
      // A page that sets what it is asked about does no harm.
      else event.target.lang = event.detail.lang;
    });
  });
  const seen = () => page.evaluate(() => globalThis.seen.splice(0));
  await element.getByRole("button", { name: "English" }).click();
  assert.deepEqual([await seen(), await lang(), await demo.hash()], [["en from nl"], "nl", "#?q=drugs"]);
  await page.evaluate(() => {
    globalThis.mayChange = true;
  });
  await element.getByRole("button", { name: "English" }).click();
  assert.deepEqual([await seen(), await lang(), await demo.hash()], [["en from nl"], "en", "#?q=drugs&lang=en"]);
  await demo.input.fill("wapens");
  await demo.input.press("Enter");
  await element.getByRole("button", { name: "Nederlands" }).click();
  assert.deepEqual([await seen(), await demo.hash()], [["nl from en"], "#?q=wapens"]);
  await page.goBack();
  assert.deepEqual([await seen(), await lang()], [["en from nl"], "en"]);
  await page.goBack();
  await page.goBack();
  assert.deepEqual([await seen(), await lang()], [["nl from en"], "nl"]);
  // Nothing of it is written late into an entry that the reader came back to.
  await page.waitForTimeout(400);
  assert.deepEqual([await demo.hash(), await demo.input.inputValue()], ["#?q=drugs", "drugs"]);
  demo.assertClean();
});

test("5: named in the address", async (t) => {
  const demo = await openDemo(t, "#P7e?lang=sv");
  await demo.element.locator('.root[lang="sv"]').waitFor();
  assert.equal(await demo.toggle("P7e").getAttribute("aria-expanded"), "true");
  assert.match(await demo.card("P7e").locator("[data-action=link]").first().getAttribute("href"), /lang=sv/u);
  demo.assertClean();
});

test("6, A7: 320 px in every language", async (t) => {
  const opened = await openHost(t, "en", { context: { viewport: { width: 320, height: 640 } } });
  const found = {};
  for (const lang of LANGUAGES) {
    await opened.element.evaluate((node, wanted) => {
      node.priority = "P7e";
      node.setAttribute("lang", wanted);
    }, lang);
    await opened.root(lang);
    const wide = await opened.element.evaluate((node) => [...node.shadowRoot.querySelectorAll("*")]
      .filter((part) => part.checkVisibility() && !part.closest(".vh") && part.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 2).map((part) => part.outerHTML.slice(0, 120)));
    const page = await opened.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (page > 0 || wide.length > 0) found[lang] = wide;
  }
  assert.deepEqual(found, {});
});

test("7: dates where Intl lacks the language", async (t) => {
  for (const lang of ["ga", "mt"]) {
    const opened = await openHost(t, lang);
    await opened.root(lang);
    assert.match(await opened.element.locator(".masthead .facts").innerText(), /26\/05\/2021|26 (?:Bealtaine|ta’ Mejju) 2021/u);
    opened.assertClean();
  }
});

/** Changes something on the page, and says in which language the element is a moment later, and which one stands on it. */
const langAfter = async ({ page }, change, argument) => {
  await page.evaluate(change, argument);
  return page.evaluate(() => {
    const element = globalThis.inner ?? document.querySelector("empact-priorities");
    return [element.shadowRoot.querySelector(".root").lang, element.getAttribute("lang")];
  });
};
const setPage = (lang) => {
  document.documentElement.lang = lang;
};

test("8: the language of the page changes", async (t) => {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  const wait = async ({ url }) => {
    if (isFile("el")(url)) await released;
    return false;
  };
  const opened = await openHost(t, "nl", { respond: wait, inner: 'deep-link="hash"' });
  const { page, element } = opened;
  const input = element.locator("input[type=search]");
  await input.fill("witwassen");
  await element.locator('[data-key="P7e"]').click();
  await input.evaluate((box) => {
    box.focus();
    box.setSelectionRange(3, 5);
  });
  const top = () => input.evaluate((box) => Math.round(box.getBoundingClientRect().top));
  const before = await top();
  assert.deepEqual(await langAfter(opened, setPage, "en"), ["en", null]);
  assert.equal(await input.evaluate((box) => [box.value, box.matches(":focus"), box.selectionStart, box.selectionEnd].join()), "witwassen,true,3,5");
  assert.equal(await element.locator('[data-key="P7e"]').getAttribute("aria-expanded"), "true");
  assert.equal(await top(), before);
  // What is searched next writes no language on it and none into the address, also not before the change is seen.
  assert.deepEqual(await langAfter(opened, () => {
    document.documentElement.lang = "nl";
    document.querySelector("empact-priorities").search("wapens");
  }), ["nl", null]);
  await page.waitForFunction(() => location.hash.includes("wapens"));
  assert.equal(await page.evaluate(() => location.hash), "#?q=wapens");
  assert.deepEqual(await langAfter(opened, setPage, "el"), ["en", null], "until its words are there");
  release();
  await opened.root("el");
  const taken = await element.evaluateHandle((node) => {
    node.remove();
    document.documentElement.lang = "nl";
    return node;
  });
  await page.waitForTimeout(50);
  assert.equal(await taken.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".root").lang), "el");
  opened.assertClean();
});

for (const pause of [0, 200]) {
  test(`8: moved to another language, ${pause} ms later`, async (t) => {
    const opened = await openHost(t, "nl", { inner: 'query="witwassen" priority="P7e"' });
    const { page, element } = opened;
    await element.evaluate((node) => {
      globalThis.told = [];
      node.addEventListener("empact-priorities-ready", () => globalThis.told.push("ready"));
    });
    await page.evaluate(async (time) => {
      const node = document.querySelector("empact-priorities");
      const box = document.createElement("div");
      box.lang = "en";
      document.querySelector("main").append(box);
      node.remove();
      if (time > 0) await new Promise((resolve) => setTimeout(resolve, time));
      box.append(node);
      // Moved at once it is at once in the other language, with everything that was there.
      globalThis.now = [node.shadowRoot.querySelector(".root").lang, node.shadowRoot.querySelector('[data-key="P7e"]')?.getAttribute("aria-expanded")];
      await node.whenReady();
    }, pause);
    assert.deepEqual(await page.evaluate(() => globalThis.now), ["en", pause === 0 ? "true" : undefined]);
    await element.locator('[data-key="P7e"][aria-expanded="true"]').waitFor();
    assert.deepEqual(await langAfter(opened, () => undefined), ["en", null]);
    assert.equal(await element.locator("input[type=search]").inputValue(), "witwassen");
    assert.deepEqual(await page.evaluate(() => globalThis.told), pause === 0 ? [] : ["ready"]);
    opened.assertClean();
  });
}

test("8: across shadow roots", async (t) => {
  const opened = await openHost(t, "nl");
  assert.deepEqual(await langAfter(opened, async () => {
    const host = document.createElement("section");
    document.querySelector("main").append(host);
    const box = host.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
    globalThis.inner = box.appendChild(document.querySelector("empact-priorities"));
    await globalThis.inner.whenReady();
  }), ["nl", null]);
  assert.deepEqual(await langAfter(opened, setPage, "en"), ["en", null]);
  assert.deepEqual(await langAfter(opened, () => {
    globalThis.inner.parentNode.lang = "nl";
  }), ["nl", null]);
  assert.deepEqual(await langAfter(opened, () => {
    globalThis.inner.parentNode.removeAttribute("lang");
    globalThis.inner.getRootNode().host.lang = "nl";
  }), ["nl", null]);
  assert.deepEqual(await langAfter(opened, () => {
    globalThis.inner.getRootNode().host.removeAttribute("lang");
  }), ["en", null]);
  opened.assertClean();
});

test("8: a language of its own", async (t) => {
  const opened = await openHost(t, "nl", { inner: 'deep-link="hash"' });
  const { page, element } = opened;
  const setOwn = (lang) => {
    const node = document.querySelector("empact-priorities");
    if (lang === null) node.removeAttribute("lang");
    else node.lang = lang;
  };
  // The page sets it, and takes it back.
  assert.deepEqual(await langAfter(opened, setOwn, "en-IE"), ["en", "en-IE"]);
  assert.deepEqual(await langAfter(opened, setPage, "el"), ["en", "en-IE"]);
  assert.deepEqual(await langAfter(opened, setPage, "nl"), ["en", "en-IE"]);
  assert.deepEqual(await langAfter(opened, setOwn, null), ["nl", null]);
  assert.deepEqual(await langAfter(opened, setPage, "en"), ["en", null]);
  // The reader chooses, as long as the history says so.
  await element.locator("[data-key=lang-nl]").click();
  assert.equal(await page.evaluate(() => location.hash), "#?lang=nl");
  assert.deepEqual(await langAfter(opened, () => undefined), ["nl", "nl"]);
  assert.deepEqual(await langAfter(opened, setPage, "fi"), ["nl", "nl"]);
  await page.goBack();
  await opened.root("fi");
  assert.deepEqual(await langAfter(opened, setPage, "en"), ["en", null]);
  await page.goForward();
  await opened.root("nl");
  assert.deepEqual(await langAfter(opened, setPage, "fi"), ["nl", "nl"]);
  opened.assertClean();

  // The page is asked, and changes its own language instead.
  const asked = await openHost(t, "nl");
  await asked.element.evaluate((node) => node.addEventListener("empact-priorities-language", (event) => {
    event.preventDefault();
    document.documentElement.lang = event.detail.lang;
  }));
  await asked.element.locator("[data-key=lang-en]").click();
  assert.deepEqual(await langAfter(asked, () => undefined), ["en", null]);

  // A link chooses, also the language that the page has.
  for (const lang of ["nl", "en"]) {
    const linked = await openHost(t, "nl", { inner: 'deep-link="hash"', path: `host.html#?lang=${lang}` });
    assert.deepEqual(await langAfter(linked, () => undefined), [lang, lang]);
    assert.deepEqual(await langAfter(linked, setPage, "fi"), [lang, lang]);
    linked.assertClean();
  }
});
