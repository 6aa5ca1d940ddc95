// Where the reader is, and how others get there.
//  1. A link opens its card, scrolls to it and moves the focus to its heading.
//  2. What is typed replaces the address; what is committed becomes an entry; Back and Forward restore it.
//  3. Every card has a link that can be shared, with query, filters and language in it.
//  4. Changing the language keeps the query, the filters, the opened card, opened sources and the place on the screen.
//  5. A citation names institution, document, session, date, place and quote with the language that it is in, in the language of the interface.
//  6. Where the clipboard is closed the text is there to be copied by hand.
//  7. Fragments of the page around it are left alone, also those that look like ours; what both have an id for keeps a link of its own.
//  8. An element that is moved while somebody types keeps what was typed; one that an application takes away leaves its next address alone.
//  9. A search or a filter that leaves the opened card out takes it out of the address, so that a reload and a shared link bring the search back.
// 10. Who types while a linked card is on its way keeps what was typed, and the place to type at; what was asked for is announced.
// 11. A reload, and Back from another page, lead to where the reader was, however late the cards come.
// 12. A link to what is not there says so, and leaves the search as it is.
// 13. A click that asks for another tab is the browser's: nothing here follows it, and nothing is copied.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDemo, openHost } from "./demo.mjs";
import { withoutTimers } from "./every-state.mjs";
import { copiedBy, startKeepingBrowser } from "./harness.mjs";

/** What is said stays there to be read. */
const toRead = withoutTimers(6000);
const clipboard = { context: { permissions: ["clipboard-read", "clipboard-write"] }, prepare: toRead };
const read = (demo) => demo.page.evaluate(() => navigator.clipboard.readText());
const inView = (locator) => locator.evaluate((node) => {
  const { top } = node.getBoundingClientRect();
  return top > -5 && top < innerHeight;
});
const focusedHeading = (demo) => demo.element.evaluate((element) => element.shadowRoot.activeElement?.closest("[data-id]")?.dataset.id);

test("1: a link to a card, a passage and a task", async (t) => {
  const demo = await openDemo(t, "#P7e");
  assert.equal(await demo.toggle("P7e").getAttribute("aria-expanded"), "true");
  assert.ok(await inView(demo.card("P7e").locator(".title").first()));
  assert.equal(await focusedHeading(demo), "P7e");
  await demo.page.goto(`${demo.address}#O13`);
  await demo.element.locator(".view.text").waitFor();
  assert.ok(await inView(demo.card("O13").locator(".title").first()));
  assert.equal(await focusedHeading(demo), "O13");
  await demo.page.goto(`${demo.address}#TK09?lang=en`);
  await demo.element.locator(".tasks-view").waitFor();
  assert.ok(await inView(demo.card("TK09").first()));
  demo.assertClean();
});

test("2: Back and Forward", async (t) => {
  const demo = await openDemo(t);
  const length = () => demo.page.evaluate(() => history.length);
  const before = await length();
  await demo.input.pressSequentially("wapens");
  await demo.page.waitForFunction(() => location.hash === "#?q=wapens");
  assert.equal(await length(), before);
  await demo.input.press("Enter");
  assert.equal(await length(), before + 1);
  await demo.toggle("P10").click();
  assert.equal(await demo.hash(), "#P10?q=wapens");
  await demo.page.goBack();
  assert.equal(await demo.hash(), "#?q=wapens");
  assert.equal(await demo.toggle("P10").getAttribute("aria-expanded"), "false");
  assert.equal(await demo.input.inputValue(), "wapens");
  await demo.page.goBack();
  assert.equal(await demo.hash(), "");
  assert.equal(await demo.input.inputValue(), "");
  assert.equal((await demo.areas()).length, 18);
  await demo.page.goForward();
  await demo.page.goForward();
  assert.equal(await demo.toggle("P10").getAttribute("aria-expanded"), "true");
  await demo.element.getByRole("link", { name: "Wie doet wat", exact: true }).click();
  assert.equal(await demo.hash(), "#?q=wapens&view=tasks");
  await demo.page.goBack();
  assert.ok((await demo.areas()).includes("P10"));
  demo.assertClean();
});

test("3: a link to share", async (t) => {
  const demo = await openDemo(t, "#?q=geld&lang=en&instrument=CHSG", clipboard);
  assert.equal(await demo.input.inputValue(), "geld");
  assert.ok(await demo.element.locator('input[data-value="CHSG"]').isChecked());
  const link = demo.card("P7e").locator(":scope > .body > .actions [data-action=link]");
  assert.match(await link.getAttribute("href"), /^#P7e\?lang=en$/);
  assert.equal(await copiedBy(demo.page, () => link.click()), `${demo.address}#P7e?lang=en`);
  await demo.element.getByText("Link copied.").waitFor();
  // It is copied, not followed: the card and the reader's own place stay as they are.
  assert.equal(await demo.toggle("P7e").getAttribute("aria-expanded"), "false");
  assert.equal(await demo.hash(), "#?q=geld&lang=en&instrument=CHSG");
  demo.assertClean();
});

test("4: the language keeps the place", async (t) => {
  const demo = await openDemo(t, "#P7e?q=witwassen&instrument=CHSG");
  const source = demo.card("P7e").locator(".source:visible").first();
  await source.click();
  await demo.card("P7e").evaluate((card) => card.scrollIntoView({ block: "start" }));
  // What has the focus stays where it is; what stands above it can be longer in another language.
  const top = () => source.evaluate((button) => button.getBoundingClientRect().top);
  const before = await top();
  await demo.element.evaluate((element) => {
    element.lang = "en";
  });
  assert.ok(Math.abs((await top()) - before) < 2, `${before} became ${await top()}`);
  assert.equal(await demo.input.inputValue(), "witwassen");
  assert.equal(await demo.toggle("P7e").getAttribute("aria-expanded"), "true");
  assert.equal(await demo.card("P7e").locator(".source:visible").first().getAttribute("aria-expanded"), "true");
  assert.ok(await demo.element.locator('input[data-value="CHSG"]').isChecked());
  await demo.element.getByRole("button", { name: "Nederlands" }).click();
  assert.equal(await demo.element.evaluate((element) => element.shadowRoot.activeElement?.textContent), "Nederlands");
  assert.equal(await demo.page.locator("html").getAttribute("lang"), "nl");
  assert.match(await demo.page.locator("h1").innerText(), /prioriteiten/);
  demo.assertClean();
});

test("5: a citation", async (t) => {
  const demo = await openDemo(t, "", clipboard);
  const cite = (id) => demo.card(id).locator(":scope > .body > .actions [data-action=cite]").click();
  await cite("P2");
  await demo.element.getByText("Citaat gekopieerd.").waitFor();
  assert.equal(
    await read(demo),
    `Raad van de Europese Unie, “Conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025”, 3796e zitting, 26 mei 2021, prioriteit 2 (“Cyberaanvallen”): “criminelen die cyberaanvallen organiseren aan te pakken, met name criminelen die op het internet gespecialiseerde criminele diensten aanbieden” (officiële tekst, in het Nederlands), via ${demo.address}#P2.`,
  );
  await demo.element.getByRole("button", { name: "English" }).click();
  await cite("P7c");
  await demo.element.getByText("Citation copied.").waitFor();
  assert.match(await read(demo), /^Council of the European Union, .*Council meeting 3796, 26 May 2021, sub-priority 7c .*\(official text, in Dutch\), at .*#P7c\?lang=en\.$/);
});

test("5: a citation does not pass our numbers off as the document's", async (t) => {
  const demo = await openDemo(t, "#?view=text", clipboard);
  const cited = async (id) => {
    await demo.page.evaluate(() => navigator.clipboard.writeText(""));
    await demo.element.evaluate((node, unit) => node.open(unit), id);
    await demo.card(id).locator("[data-action=cite]").first().click();
    await demo.page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
    return /26 (?:mei|Mai) 2021, (?<place>[^:]*): (?<quote>.{12})/u.exec((await read(demo)).replace("26. Mai", "26 Mai")).slice(1);
  };
  assert.deepEqual(await cited("O13"), ["dispositief, punt 13 (zonder nummer in het document)", "“VERZOEKT Eu"]);
  assert.deepEqual(await cited("R13"), ["overweging 13 (zonder nummer in het document)", "“EROP WIJZEN"]);
  assert.deepEqual(await cited("GP4"), ["prioriteit 1, leidend beginsel 4 (zonder nummer in het document)", "“COSI zal de"]);
  await demo.element.evaluate((node) => { node.lang = "de"; });
  await demo.element.locator('.root[lang="de"]').waitFor();
  assert.deepEqual(await cited("O13"), ["verfügender Teil, Nummer 13 (im Dokument ohne Nummer)", "„VERZOEKT Eu"]);
  assert.deepEqual(await cited("GP4"), ["Priorität 1, Leitprinzip 4 (im Dokument ohne Nummer)", "„COSI zal de"]);
  demo.assertClean();
});

test("6: a closed clipboard", async (t) => {
  const demo = await openDemo(t, "", {
    prepare: async (page) => {
      await toRead(page);
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("closed")) } });
        document.execCommand = () => false;
      });
    },
  });
  await demo.card("P2").locator("[data-action=cite]").click();
  const text = demo.card("P2").locator("textarea");
  assert.match(await text.inputValue(), /^Raad van de Europese Unie/);
  assert.equal(await text.evaluate((area) => area.selectionEnd - area.selectionStart), (await text.inputValue()).length);
  await demo.element.getByText("Kopiëren is niet gelukt.").waitFor();
  // Once more, without leaving the text.
  await demo.card("P2").locator("[data-action=cite]").evaluate((button) => button.click());
  await text.waitFor();
  assert.equal(await text.count(), 1);
  // The text is there as long as it is selected; a dialog around the element that looks at keys alone hears nothing of it.
  await demo.page.evaluate(() => {
    document.addEventListener("keydown", ({ key }) => { globalThis.pressed = key; });
  });
  await text.press("Escape");
  assert.equal(await demo.page.evaluate(() => globalThis.pressed), undefined);
  assert.equal(await text.count(), 0);
  assert.equal(await demo.card("P2").locator("[data-action=cite]").evaluate((button) => button.matches(":focus")), true);
  demo.assertClean();
});

test("6: Escape in a text to copy by hand leaves the dialog around it open", async (t) => {
  const { page, element } = await openHost(t, "<dialog><empact-priorities></empact-priorities></dialog>", {}, {
    prepare: (opened) => opened.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    }),
  });
  const isOpen = () => page.evaluate(() => document.querySelector("dialog").open);
  await page.evaluate(() => document.querySelector("dialog").showModal());
  await element.locator("[data-id=P2] [data-action=cite]").click();
  await element.locator("textarea").press("Escape");
  assert.deepEqual([await isOpen(), await element.locator("textarea").count()], [true, 0]);
  // The next one closes it.
  await page.keyboard.press("Escape");
  assert.equal(await isOpen(), false);
});

test("6: a page without https has no clipboard", async (t) => {
  const demo = await openDemo(t, "", {
    ...clipboard,
    prepare: async (page) => {
      await toRead(page);
      await page.addInitScript(() => {
        const { clipboard: real } = navigator;
        Object.defineProperty(navigator, "clipboard", { configurable: true, get: () => (globalThis.isReading ? real : undefined) });
      });
    },
  });
  const cite = demo.card("P2").locator("[data-action=cite]");
  await cite.click();
  await demo.element.getByText("Citaat gekopieerd.").waitFor();
  assert.equal(await demo.card("P2").locator("textarea").count(), 0);
  assert.equal(await cite.evaluate((button) => button.matches(":focus")), true);
  await demo.page.evaluate(() => {
    globalThis.isReading = true;
  });
  assert.match(await read(demo), /^Raad van de Europese Unie/);
  demo.assertClean();
});

test("7: other fragments", async (t) => {
  const demo = await openDemo(t, "#P7e?q=witwassen");
  await demo.page.locator(".skip").first().focus();
  await demo.page.keyboard.press("Enter");
  assert.equal(await demo.hash(), "#inhoud");
  assert.equal(await demo.input.inputValue(), "witwassen");
  assert.equal(await demo.page.evaluate(() => document.activeElement?.id), "inhoud");
});

test("7: routes of an application", async (t) => {
  for (const route of ["#/search?view=tasks", "#orders?view=tasks&page=2"]) {
    const demo = await openDemo(t, route);
    assert.deepEqual([await demo.element.evaluate(({ view, priority }) => view + priority), await demo.hash()], ["priorities", route]);
    demo.assertClean();
  }
});

/** What the element shows, what it says, and where the page is. */
const placeOf = async ({ page, element }) => [await element.evaluate(({ query, priority, view, shadowRoot }) => [query, priority, view, shadowRoot.querySelector(".toast").textContent].join("|")), await page.evaluate(() => location.hash)];

test("7: fragments of the page that look like ours", async (t) => {
  const own = ["R1", "P1", "R999", "TK-noot"].map((id) => `<a id="to-${id}" href="#${id}">${id}</a> `).join("");
  const ids = '<div style="height: 3000px"></div><p id="R1">Noot</p><h2 id="P1">Paragraaf 1</h2>';
  const host = await openHost(t, `${own}<empact-priorities deep-link="hash" query="wapens"></empact-priorities>${ids}`, {}, { policy: "", prepare: toRead });
  const { page, element, warnings } = host;
  // `R999`: no element of the page yet, and nothing of ours.
  for (const id of ["R1", "P1", "R999", "TK-noot"]) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator(`#to-${id}`).click();
    await page.waitForTimeout(400);
    assert.deepEqual(await placeOf(host), ["wapens||priorities|", `#${id}`]);
    if (await page.locator(`#${id}`).count() > 0) assert.ok(await page.evaluate(() => scrollY > 1000), id);
  }
  // The card of the same id has a link of its own, and Back leads to it.
  await element.evaluate((node) => {
    node.clear();
    node.open("P1");
  });
  await page.waitForFunction(() => location.hash === "#P1?view=priorities");
  await element.locator('[data-key="P10"]').click();
  assert.equal((await placeOf(host))[1], "#P10");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("empact-priorities").priority === "P1");
  await page.reload();
  await element.locator('[data-key="P1"][aria-expanded=true]').waitFor();
  assert.deepEqual(warnings, []);
  // From the start, too.
  for (const id of ["R1", "P1", "R999"]) {
    await page.goto("about:blank");
    await page.goto(`${host.address}host.html#${id}`);
    await element.locator(".view").waitFor();
    await page.waitForTimeout(400);
    assert.deepEqual(await placeOf(host), ["wapens||priorities|", `#${id}`]);
    assert.match(await element.locator(".count").textContent(), /“wapens”/u);
  }
  assert.deepEqual(warnings, []);
});

test("8: moved while typing", async (t) => {
  const demo = await openDemo(t);
  /** Types a letter and takes the element out of the page at once; `go`: after the page went elsewhere. Gives the fragment then and later. */
  const typeAndLeave = (text, go) => demo.page.evaluate(async ([typed, address]) => {
    const element = document.querySelector("empact-priorities");
    const box = element.shadowRoot.querySelector("#q");
    box.value = typed;
    box.dispatchEvent(new InputEvent("input", { data: typed.at(-1) }));
    if (address) history.pushState(undefined, "", address);
    globalThis.away = { element, place: element.parentElement };
    element.remove();
    const { hash } = location;
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    return [hash, location.hash];
  }, [text, go]);
  const comeBack = () => demo.page.evaluate(async () => {
    globalThis.away.place.append(globalThis.away.element);
    await globalThis.away.element.whenReady();
  });
  await demo.input.fill("wit");
  await demo.page.waitForFunction(() => location.hash === "#?q=wit");
  assert.deepEqual(await typeAndLeave("mens"), ["#?q=mens", "#?q=mens"]);
  await comeBack();
  await demo.page.waitForFunction(() => document.querySelector("empact-priorities").shadowRoot.querySelector('[data-id="P3"] mark'));
  assert.deepEqual([await demo.input.inputValue(), await demo.element.evaluate(({ query }) => query), (await demo.areas())[0]], ["mens", "mens", "P3"]);
  assert.deepEqual(await typeAndLeave("wapen", "#inhoud"), ["#inhoud", "#inhoud"]);
  // Where an application has gone is shown when the element comes back to it.
  await demo.page.evaluate(() => history.pushState(undefined, "", "#P7e?q=witwassen"));
  await comeBack();
  await demo.page.waitForFunction(() => document.querySelector("empact-priorities").priority === "P7e");
  assert.deepEqual([await demo.input.inputValue(), await demo.toggle("P7e").getAttribute("aria-expanded")], ["witwassen", "true"]);
  // The same in one turn, with the engine that is there.
  await demo.page.evaluate(() => {
    const element = document.querySelector("empact-priorities");
    history.pushState(undefined, "", "#P10?q=wapens");
    element.parentElement.append(element);
  });
  await demo.page.waitForFunction(() => document.querySelector("empact-priorities").shadowRoot.querySelector('[data-id="P10"] mark'));
  assert.deepEqual([await demo.input.inputValue(), await demo.toggle("P10").getAttribute("aria-expanded")], ["wapens", "true"]);
  demo.assertClean();
});

for (const [name, narrow, address] of [
  ["a search", async (demo) => {
    await demo.input.pressSequentially("cannabis");
    await demo.page.waitForFunction(() => location.hash.includes("cannabis"));
  }, "#?q=cannabis"],
  ["a filter", (demo) => demo.element.locator('input[data-value="fraud"]').check(), "#?offence=fraud"],
]) test(`9: ${name} that leaves the opened card out`, async (t) => {
  const demo = await openDemo(t, "#P1");
  await narrow(demo);
  await demo.page.waitForFunction((address) => location.hash === address, address);
  const shown = await demo.areas();
  assert.ok(!shown.includes("P1") && shown.length > 0, shown.join());
  assert.equal(await demo.element.getAttribute("priority"), null);
  await demo.page.reload();
  await demo.element.locator(".view").waitFor();
  assert.deepEqual([await demo.hash(), await demo.areas()], [address, shown]);
  demo.assertClean();
});

test("9: a search that finds the opened card keeps it", async (t) => {
  const demo = await openDemo(t, "#P7e");
  await demo.input.fill("witwassen");
  await demo.page.waitForFunction(() => location.hash === "#P7e?q=witwassen");
  assert.equal(await demo.element.getAttribute("priority"), "P7e");
});

/** The page with a reader at work before the engine is there; it comes with `release`. */
async function openHeld(t, path) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const demo = await openDemo(t, path, {
    wait: false,
    prepare: (page) => page.route("**/*.wasm", async (route) => {
      await released;
      await route.continue();
    }),
  });
  return { demo, release };
}

for (const [text, address] of [["wapens", "#?q=wapens"], ["witwassen", "#P7e?q=witwassen"]]) test(`10: "${text}" typed while a card is on its way`, async (t) => {
  const { demo, release } = await openHeld(t, "#P7e");
  await demo.input.click();
  await demo.page.keyboard.type(text);
  release();
  await demo.element.locator(".view").waitFor();
  await demo.page.waitForFunction((address) => location.hash === address, address);
  assert.equal(await demo.input.inputValue(), text);
  assert.equal(await demo.element.evaluate((element) => element.shadowRoot.activeElement?.id), "q");
  await demo.element.locator('[role="status"]', { hasText: text }).first().waitFor({ state: "attached" });
  demo.assertClean();
});

test("10: who waits in the box stays there; the card is shown", async (t) => {
  const { demo, release } = await openHeld(t, "#P7e");
  await demo.input.click();
  release();
  await demo.element.locator(".view").waitFor();
  assert.equal(await demo.element.evaluate((element) => element.shadowRoot.activeElement?.id), "q");
  assert.ok(await inView(demo.card("P7e").locator(".title").first()));
  assert.equal(await demo.hash(), "#P7e");
});

/** The page, scrolled; when it is left and loaded anew, the engine comes with `arrival`, which waits until the browser has gone back to the place. */
async function openScrolled(t, path) {
  let released = Promise.resolve();
  let release;
  const demo = await openDemo(t, path, {
    context: { viewport: { width: 1000, height: 800 } },
    respond: async (request, response) => {
      if (!request.url.endsWith(".wasm")) return false;
      await released;
      // Browsers that go back ask for nothing that they have kept.
      response.setHeader("Cache-Control", "no-store");
      return false;
    },
  });
  const isThere = () => demo.page.waitForFunction(() => scrollY === 5321);
  await demo.page.evaluate(() => scrollTo({ top: 5321, behavior: "instant" }));
  await isThere();
  return {
    demo,
    place: () => demo.page.evaluate(() => scrollY),
    leave: () => {
      released = new Promise((resolve) => { release = resolve; });
    },
    arrival: async (root = ".root") => {
      await demo.element.locator(`${root}.loading`).waitFor();
      await isThere();
      release();
      await demo.element.locator(`${root}:not(.loading)`).waitFor();
    },
  };
}

for (const path of ["", "#P7e", "#?view=text"]) {
  test(`11: back to the place on ${path === "" ? "the first page" : path}`, async (t) => {
    const { demo, place, leave, arrival } = await openScrolled(t, path);
    leave();
    await demo.page.reload({ waitUntil: "commit" });
    await arrival();
    assert.equal(await place(), 5321);
    leave();
    await demo.page.goto(`${demo.address.replace(/[^/]*$/, "")}empact-priorities/dataset.json`);
    await demo.page.goBack({ waitUntil: "commit" });
    await arrival();
    assert.equal(await place(), 5321);
    // The room that was made is gone.
    assert.ok(await demo.page.evaluate(() => document.documentElement.scrollHeight < 30_000));
    demo.assertClean();
  });
}

test("11: back to the place in a language that is fetched", async (t) => {
  const { demo, place, leave, arrival } = await openScrolled(t, "#?lang=de");
  leave();
  await demo.page.reload({ waitUntil: "commit" });
  await arrival('.root[lang="de"]');
  assert.equal(await place(), 5321);
});

test("11: the page can be kept whole by the browser, and goes on where it was", async (t) => {
  const browser = await startKeepingBrowser();
  t.after(() => browser.close());
  const demo = await openDemo(t, "#?q=fraude", { browser });
  await demo.page.evaluate(() => {
    globalThis.left = "here";
    scrollTo(0, 1234);
  });
  await demo.page.goto(`${demo.address.replace(/[^/]*$/, "")}empact-priorities/dataset.json`);
  await demo.page.evaluate(() => history.back());
  await demo.page.waitForFunction(() => globalThis.left === "here");
  assert.equal(await demo.page.evaluate(() => scrollY), 1234);
  await demo.input.fill("mensenhandel");
  await demo.page.waitForFunction(() => location.hash === "#?q=mensenhandel");
  assert.match(await demo.element.locator(".count").textContent(), /“mensenhandel”/u);
  demo.assertClean();
});

test("11: where the browser does not go back, the link leads to its card", async (t) => {
  const demo = await openDemo(t, "#P7e", { prepare: (page) => page.addInitScript(() => {
    history.scrollRestoration = "manual";
  }) });
  await demo.page.reload();
  await demo.element.locator(".root:not(.loading)").waitFor();
  assert.ok(await inView(demo.card("P7e").locator(".title").first()));
});

test("12: a link to what is not there", async (t) => {
  const demo = await openDemo(t, "#P99?q=witwassen&instrument=CHSG", { prepare: toRead });
  await demo.element.getByText("Niets gevonden voor “P99”").waitFor();
  assert.equal(await demo.input.inputValue(), "witwassen");
  assert.ok(await demo.element.locator('input[data-value="CHSG"]').isChecked());
  assert.match(demo.warnings.at(-1), /priority="P99": nothing that can be opened has this id/);
  // A footnote is there, but only as a part of its text.
  await demo.element.evaluate((element) => element.open("F1"));
  assert.equal(await demo.input.inputValue(), "witwassen");
  assert.equal(await demo.element.getAttribute("view"), null);
  // What is there is shown, even if the search does not find it.
  await demo.page.evaluate(() => {
    location.hash = "#P8?q=witwassen";
  });
  await demo.element.locator('[data-id=P8] [data-key=P8][aria-expanded=true]').waitFor();
  assert.equal(await demo.input.inputValue(), "");
});

test("13: another tab", async (t) => {
  const demo = await openDemo(t, "#P10?q=wapens", clipboard);
  await demo.page.evaluate(() => navigator.clipboard.writeText("before"));
  await demo.card("P10").locator(".source:visible").first().click();
  for (const selector of ["[data-key=view-text]", "[data-action=link]", "[data-place]", "a[href*='view=tasks']:not([data-key])"]) {
    const link = demo.element.locator(`${selector}:visible`).first();
    const address = await link.evaluate(({ href }) => href);
    const [other] = await Promise.all([demo.context.waitForEvent("page"), link.click({ modifiers: ["Control"] })]);
    await other.waitForURL(address);
    await other.close();
    assert.equal(await demo.hash(), "#P10?q=wapens", selector);
  }
  assert.equal(await read(demo), "before");
  demo.assertClean();
});
