// How what is typed can go on, and what was meant.
//  1. Typing opens a list of completions (what is typed in plain letters) and of cards; the results under it follow, and nothing moves.
//  2. The cursor keys walk through it and back to the box; Enter takes the chosen one, or what is typed.
//  3. Escape closes the list, then empties the box; Tab leaves it; Home, End and letters go back to the text.
//  4. A mouse or a finger takes a suggestion; the focus stays in the box.
//  5. A card that is suggested opens and has the focus.
//  6. How many there are is said with the number of results, once the typing pauses.
//  7. While an input method composes, its keys are its own, and what it writes is searched for.
//  8. suggestions="off" leaves a plain search box, at once.
//  9. axe-core finds nothing while the list is open; it fits 320 px; in forced colours the chosen one stands out.
// 10. A mistyped word: what was searched instead, what was not found, and the way to search for it; a phrase is only proposed another.
// 11. Words that even the best result lacks are named, and those of which only a part was found.
// 12. A completion in another language than the interface's says so.
// 13. Before the engine is there, and when it cannot be had, cards are suggested by their titles in the plain HTML; what is chosen there opens as
//     soon as it can. An engine that comes suggests instead, but leaves alone what the reader is about to choose.

import assert from "node:assert/strict";
import { test } from "node:test";
import { endPause, openDemo, serving, violationsOf, withAxe, withHeldPause } from "./demo.mjs";

const optionsOf = (demo) => demo.element.getByRole("option");
/** What assistive technology takes the focus to be on: the chosen option, or nothing. */
const chosen = (demo) => demo.element.evaluate((element) => {
  const id = element.shadowRoot.querySelector("#q").getAttribute("aria-activedescendant");
  const options = [...element.shadowRoot.querySelectorAll("[role=option]")];
  const selected = options.filter((option) => option.getAttribute("aria-selected") === "true");
  if (selected.length > 1 || (selected[0]?.id ?? null) !== id) throw new Error("what is selected is not what is active");
  return selected.length === 0 ? -1 : options.indexOf(selected[0]);
});
const isOpen = async (demo) => {
  const [expanded, visible] = [await demo.input.getAttribute("aria-expanded"), await demo.element.getByRole("listbox").isVisible()];
  assert.equal(expanded, String(visible));
  return visible;
};
const focused = (demo) => demo.element.evaluate((element) => element.shadowRoot.activeElement?.closest("[data-id]")?.dataset.id ?? element.shadowRoot.activeElement?.id);

test("1, A18: a list while typing", async (t) => {
  const demo = await openDemo(t, "", {
    prepare: (page) => page.addInitScript(() => {
      globalThis.watch = () => {
        globalThis.shifted = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shifted += entry.value;
        }).observe({ type: "layout-shift" });
      };
    }),
  });
  assert.equal(await demo.input.getAttribute("role"), "combobox");
  assert.equal(await demo.input.getAttribute("aria-controls"), await demo.element.locator("[role=listbox]").getAttribute("id"));
  assert.equal(await isOpen(demo), false);
  const top = () => demo.element.locator(".main").evaluate((node) => node.getBoundingClientRect().top);
  await demo.input.pressSequentially("witw");
  assert.equal(await isOpen(demo), true);
  const first = optionsOf(demo).first();
  assert.equal(await first.textContent(), "witwassen");
  assert.deepEqual(await first.locator("b").allTextContents(), ["assen"]);
  assert.match((await optionsOf(demo).allTextContents()).join("\n"), /Subprioriteit 7e: .*witwas.* \(Kaart openen\)/);
  assert.equal((await demo.areas())[0], "P7");
  const before = await top();
  await demo.input.press("Escape");
  assert.equal(await top(), before);
  await demo.input.press("End");
  await demo.input.press("Backspace");
  assert.equal(await isOpen(demo), true);
  await demo.input.fill("  ");
  assert.equal(await isOpen(demo), false);
  await demo.input.fill("qqqq");
  assert.equal(await isOpen(demo), false);
  demo.assertClean();
});

test("2, 3, A18: keys", async (t) => {
  const demo = await openDemo(t);
  await demo.input.pressSequentially("witw");
  const texts = await optionsOf(demo).allTextContents();
  assert.equal(await chosen(demo), -1);
  for (let at = 0; at < texts.length; at += 1) {
    await demo.input.press("ArrowDown");
    assert.equal(await chosen(demo), at);
  }
  await demo.input.press("ArrowDown");
  assert.equal(await chosen(demo), -1);
  await demo.input.press("ArrowUp");
  assert.equal(await chosen(demo), texts.length - 1);
  for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
    await demo.input.press("ArrowUp");
    assert.ok((await chosen(demo)) >= 0, key);
    await demo.input.press(key);
    assert.equal(await chosen(demo), -1, key);
    assert.equal(await isOpen(demo), true);
  }
  assert.equal(await demo.input.inputValue(), "witw");
  assert.equal(await focused(demo), "q");
  await demo.input.press("ArrowDown");
  await demo.input.press("Enter");
  assert.equal(await demo.input.inputValue(), texts[0]);
  assert.equal(await isOpen(demo), false);
  assert.equal(await demo.hash(), "#?q=witwassen");

  await demo.input.fill("mens");
  await demo.input.press("Enter");
  assert.equal(await demo.hash(), "#?q=mens");
  assert.equal(await isOpen(demo), false);
  await demo.input.press("Alt+ArrowDown");
  assert.deepEqual([await isOpen(demo), await chosen(demo)], [true, -1]);
  await demo.input.press("Alt+ArrowUp");
  assert.equal(await isOpen(demo), false);
  await demo.input.press("ArrowUp");
  assert.equal(await chosen(demo), (await optionsOf(demo).count()) - 1);
  await demo.input.press("Escape");
  assert.deepEqual([await isOpen(demo), await demo.input.inputValue()], [false, "mens"]);
  await demo.input.press("Escape");
  assert.equal(await demo.input.inputValue(), "");
  assert.equal((await demo.areas()).length, 18);
  await demo.input.press("ArrowDown");
  assert.equal(await isOpen(demo), false);

  await demo.input.pressSequentially("dr");
  assert.equal(await isOpen(demo), true);
  await demo.input.press("Tab");
  assert.equal(await isOpen(demo), false);
  assert.notEqual(await focused(demo), "q");
  assert.equal(await demo.input.inputValue(), "dr");
  demo.assertClean();
});

test("4, A20: a mouse and a finger", async (t) => {
  for (const hasTouch of [false, true]) {
    const demo = await openDemo(t, "", { context: { hasTouch } });
    await demo.input.pressSequentially("cyber");
    const option = optionsOf(demo).filter({ hasText: /^cyber/ }).first();
    const text = await option.textContent();
    await (hasTouch ? option.tap() : option.click());
    assert.equal(await demo.input.inputValue(), text);
    assert.equal(await isOpen(demo), false);
    // The keyboard of a telephone would lie over the answer.
    assert.equal(await focused(demo) === "q", !hasTouch);
    assert.ok((await demo.areas()).includes("P2"));
    await demo.close();
  }
});

test("5: a card", async (t) => {
  const demo = await openDemo(t, "#?instrument=CHSG");
  await demo.input.pressSequentially("Mensenh");
  await optionsOf(demo).filter({ hasText: "Prioriteit 3:" }).click();
  assert.equal(await demo.toggle("P3").getAttribute("aria-expanded"), "true");
  assert.equal(await focused(demo), "P3");
  assert.equal(await isOpen(demo), false);
  demo.assertClean();
});

test("6: said once", async (t) => {
  const demo = await openDemo(t, "", { prepare: withHeldPause });
  await demo.input.pressSequentially("witw");
  const n = await optionsOf(demo).count();
  assert.equal(await demo.status.textContent(), "");
  await endPause(demo.page);
  assert.match(await demo.status.textContent(), new RegExp(`^\\d+ resultaten voor “witw”.*\\. ${n} suggesties$`));
  await demo.input.press("ArrowDown");
  await demo.input.press("Enter");
  await endPause(demo.page);
  assert.match(await demo.status.textContent(), /^\d+ resultaten voor “witwassen”[^.]*$/);
});

test("7: composing", async (t) => {
  const demo = await openDemo(t);
  await demo.input.focus();
  const client = await demo.context.newCDPSession(demo.page);
  await client.send("Input.imeSetComposition", { text: "witw", selectionStart: 4, selectionEnd: 4 });
  assert.equal((await demo.areas())[0], "P7");
  const before = await isOpen(demo);
  assert.equal(before, true);
  for (const key of ["ArrowDown", "Enter", "Escape"]) {
    await demo.input.evaluate((input, name) => {
      input.dispatchEvent(new KeyboardEvent("keydown", { key: name, isComposing: true, bubbles: true, cancelable: true }));
    }, key);
    assert.deepEqual([await isOpen(demo), await chosen(demo), await demo.input.inputValue()], [true, -1, "witw"], key);
  }
});

test("8: off", async (t) => {
  const demo = await openDemo(t);
  assert.equal(await demo.element.evaluate((element) => element.suggestions), "on");
  await demo.element.evaluate((element) => {
    element.suggestions = "off";
  });
  assert.equal(await demo.input.getAttribute("role"), null);
  await demo.input.pressSequentially("witw");
  assert.equal(await demo.element.locator("[role=listbox]").count(), 0);
  assert.equal((await demo.areas())[0], "P7");
  await demo.input.press("Escape");
  assert.equal(await demo.input.inputValue(), "");
  demo.assertClean();
});

test("9: for every reader", async (t) => {
  for (const context of [{}, { colorScheme: "dark" }, { viewport: { width: 320, height: 640 } }, { forcedColors: "active" }]) {
    const demo = await openDemo(t, "", { context, prepare: withAxe });
    await demo.input.pressSequentially("drugs p");
    await demo.input.press("ArrowDown");
    assert.equal(await chosen(demo), 0);
    // axe-core takes the colours of the style sheets for those that are forced.
    if (!context.forcedColors) assert.deepEqual(await violationsOf(demo.page), [], JSON.stringify(context));
    assert.equal(await demo.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    for (const option of await optionsOf(demo).all()) {
      const { x, width, height } = await option.boundingBox();
      assert.ok(x >= 0 && x + width <= (demo.page.viewportSize()?.width ?? 0) && height >= 44);
    }
    const ground = (at) => optionsOf(demo).nth(at).evaluate((option) => getComputedStyle(option).backgroundColor);
    assert.notEqual(await ground(0), await ground(1));
    await demo.close();
  }
});

test("10: what was meant", async (t) => {
  const demo = await openDemo(t, "", { prepare: withHeldPause });
  const line = demo.element.locator(".reading");
  await demo.input.fill("mensenhadnel");
  assert.equal(await line.textContent(), "Niets gevonden voor “mensenhadnel”. Dit zijn de resultaten voor mensenhandel.");
  assert.ok((await demo.areas()).includes("P3"));
  assert.equal(await demo.card("P3").locator(".title mark").first().textContent(), "Mensenhandel");
  // Not twice.
  assert.match(await demo.element.locator(".count").textContent(), /^\d+ resultaten: /);
  await endPause(demo.page);
  assert.match(await demo.status.textContent(), /^Niets gevonden voor “mensenhadnel”\. Dit zijn de resultaten voor mensenhandel\. \d+ resultaten/);
  await demo.input.press("Escape");
  await line.getByRole("button", { name: "mensenhandel" }).focus();
  await demo.page.keyboard.press("Enter");
  assert.equal(await demo.input.inputValue(), "mensenhandel");
  assert.equal(await demo.hash(), "#?q=mensenhandel");
  assert.equal(await line.textContent(), "");
  // The focus is at the results.
  await demo.page.keyboard.press("Tab");
  assert.equal(await focused(demo), "P3");

  // Where there is nothing to show, nothing is said of it.
  await demo.input.fill("mensenhadnel");
  await demo.input.press("Escape");
  await demo.element.locator("[data-key=view-tasks]").click();
  assert.equal(await demo.element.locator(".group-title").textContent(), "Niets gevonden voor “mensenhadnel”");
  assert.equal(await line.textContent(), "");
  await demo.element.locator("[data-key=view-priorities]").click();

  await demo.input.fill('"mensenhadnel"');
  assert.equal(await line.textContent(), 'Bedoelde u "mensenhandel"?');
  assert.equal((await demo.areas()).length, 0);
  await line.getByRole("button").click();
  assert.ok((await demo.areas()).includes("P3"));
  demo.assertClean();
});

test("11: words that even the best result lacks", async (t) => {
  const demo = await openDemo(t, "#?lang=en");
  await demo.input.fill("fraud xyzzy");
  assert.equal(await demo.element.locator(".reading").textContent(), "No part of the conclusions holds all the words. Missing from the best results: “xyzzy”.");
  assert.match(await demo.element.locator(".count").textContent(), /^\d+ results: /);
  assert.ok((await demo.areas()).includes("P7"));
  await demo.input.fill("wietplantage");
  assert.equal(await demo.element.locator(".reading").textContent(), "Only part of “wietplantage” was found.");
  await demo.input.fill("fraud");
  assert.equal(await demo.element.locator(".reading").textContent(), "");
});

test("12, A4: the language of a completion", async (t) => {
  const demo = await openDemo(t, "#?lang=en");
  const languages = async (text) => {
    await demo.input.fill("");
    await demo.input.pressSequentially(text);
    return optionsOf(demo).locator("span[lang]:has(> b)").evaluateAll((all) => all.map((words) => [words.lang, words.textContent]));
  };
  assert.deepEqual((await languages("witw"))[0], ["nl", "witwassen"]);
  assert.deepEqual(await languages("money l"), []);
});

test("13: before the engine", async (t) => {
  const waiting = async (path = "") => {
    let letGo;
    const gate = new Promise((resolve) => {
      letGo = resolve;
    });
    const demo = await openDemo(t, path, { wait: false, prepare: withHeldPause, respond: async (request) => {
      if (request.url.endsWith(".wasm")) await gate;
      return false;
    } });
    await demo.element.locator(".loading").waitFor();
    return { demo, come: async () => {
      letGo();
      await demo.element.locator(".root:not(.loading)").waitFor();
    } };
  };
  const textsOf = (demo) => optionsOf(demo).allTextContents();

  const { demo, come } = await waiting();
  // The beginning of a word, more letters also within one, several words, case and diacritics; not what is said of a title.
  for (const [text, ids] of [["w", /Subprioriteit 7e: .*[Ww]itwas/u], ["smokk", /^Prioriteit 5: Migrantensmokkel/u], ["SEKSUELE uitb", /^Prioriteit 4: Seksuele uitbuiting/u], ["accijnsfráude", /7b: Accijnsfraude/u], ["prioriteit 4", /^Prioriteit 4: /u], ["witwassen", /\nSubprioriteit 7e: /u]]) {
    await demo.input.fill("");
    await demo.input.pressSequentially(text);
    assert.equal(await isOpen(demo), true, text);
    assert.match((await textsOf(demo)).join("\n"), ids, text);
  }
  assert.equal(await optionsOf(demo).locator(".official-title").count(), await optionsOf(demo).count());
  for (const text of ["mok", "mo"]) {
    await demo.input.fill(text);
    assert.equal((await textsOf(demo)).some((title) => title.includes("smokkel")), text.length > 2, text);
  }
  for (const text of ["zzz", '"-', "witwassen zzz"]) {
    await demo.input.fill(text);
    assert.equal(await isOpen(demo), false, text);
  }
  await demo.input.fill("witw");
  assert.equal((await textsOf(demo)).length, 3);
  await endPause(demo.page);
  assert.equal(await demo.status.textContent(), "3 suggesties");
  // Nothing is about to be chosen: the engine's take its place.
  await come();
  assert.equal(await isOpen(demo), true);
  assert.equal((await textsOf(demo))[0], "witwassen");
  assert.equal((await demo.areas())[0], "P7");
  demo.assertClean();

  const other = await waiting();
  await other.demo.input.pressSequentially("fraude");
  await other.demo.input.press("ArrowDown");
  const texts = await textsOf(other.demo);
  assert.equal(texts.length, 3);
  await other.come();
  assert.deepEqual([await textsOf(other.demo), await chosen(other.demo)], [texts, 0]);
  await other.demo.input.press("Enter");
  assert.match(await focused(other.demo), /^P7/u);
  other.demo.assertClean();

  // Chosen before there are cards: what is there is in sight, and then the card is.
  const early = await waiting();
  await early.demo.input.pressSequentially("drugs p");
  await early.demo.input.press("ArrowDown");
  await early.demo.input.press("Enter");
  assert.equal(await isOpen(early.demo), false);
  const id = await early.demo.element.evaluate((element) => element.priority);
  assert.match(id, /^P6/u);
  assert.ok(await early.demo.page.locator(`.empact-static [data-area="${id}"]`).evaluate((item) => item.getBoundingClientRect().top >= 0 && item.getBoundingClientRect().top < innerHeight));
  await early.come();
  assert.equal(await focused(early.demo), id);
  assert.equal(await early.demo.toggle(id).getAttribute("aria-expanded"), "true");
  early.demo.assertClean();

  // A page's own list, without anything around it.
  const own = await waiting();
  await own.demo.element.evaluate((element) => {
    const item = document.createElement("article");
    item.dataset.area = "P9";
    item.append(Object.assign(document.createElement("h3"), { textContent: "Prioriteit 9: Milieucriminaliteit" }));
    element.replaceChildren(item);
  });
  await own.demo.input.pressSequentially("milieu");
  assert.match((await textsOf(own.demo)).join("\n"), /^Prioriteit 9: Milieucriminaliteit/u);
  assert.equal(await optionsOf(own.demo).locator(".official-title").count(), 0, "nobody says that it is official");

  // The list is Dutch, the interface is not.
  const english = await waiting("#?lang=en");
  await english.demo.input.pressSequentially("migr");
  assert.deepEqual(await optionsOf(english.demo).first().locator("[lang=nl]").allTextContents(), ["Prioriteit 5:", "Migrantensmokkel"]);

  // Without an engine too.
  const failed = await openDemo(t, "", { wait: false, respond: serving(".wasm", "", { status: 404 }) });
  await failed.element.locator(".failure").waitFor();
  await failed.input.pressSequentially("mensenh");
  await optionsOf(failed).filter({ hasText: "Prioriteit 3: Mensenhandel" }).click();
  assert.ok(await failed.page.locator('.empact-static [data-area="P3"]').evaluate((item) => item.getBoundingClientRect().top >= 0 && item.getBoundingClientRect().top < innerHeight));
});
