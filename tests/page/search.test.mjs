// How the search behaves.
//  1. It answers while one types; what matched is marked in titles and objectives.
//  2. A match in a sub-priority stands inside its parent.
//  3. Passages of the text are a second list.
//  4. What matched only through an alias or a translation says so, and what stands on a card is not repeated; an abbreviation is explained.
//  5. Facets narrow with counts, values of one facet widen; chips take them away again.
//  6. The focus stays where it is while typing and filtering.
//  7. The number of results is announced when the typing pauses, and not for the first list.
//  8. Escape and the clear button empty the box.
//  9. Where nothing is found the page says what was searched and what to try: what would help here, and first of all to do without the filters.
// 10. On a slow machine the answer waits for a pause in the typing, which the typing itself gives the measure of; only the first letter is followed by
//     suggestions.
// 11. Who does not wait for it gets it at once: by Enter, on paper, in another view; an element that is taken out of the page answers when it is back.
// 12. A filter that only one view has for its own does in the others what it says.
// 13. Suggestions stay with the box: none opens for who has left it.
// 14. What was said of an answer goes with it.
// 15. Blanks ask for nothing.
// 16. The background has an entry for each term: nothing is explained above it. What is counted is called in every view what it is.
// 17. A keyword of a card narrows the list and takes the filter away again; the card stays and says how much there is.
// 18. On a telephone the filters end with the way to what they find, another view begins with its results, and Enter puts the keyboard away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { endPause, openDemo, withHeldPause } from "./demo.mjs";

const focused = (demo) => demo.element.evaluate((element) => {
  const at = element.shadowRoot.activeElement;
  return at?.id || at?.dataset.value || at?.textContent;
});

test("1, 2, 3, 6, A21: answers while typing", async (t) => {
  const demo = await openDemo(t);
  await demo.input.pressSequentially("witwas");
  await demo.input.pressSequentially("sen");
  assert.equal((await demo.areas())[0], "P7");
  assert.ok((await demo.areas()).includes("P7e"));
  const card = demo.card("P7e");
  assert.ok((await card.locator(":scope > .body > .title mark").count()) > 0);
  const marks = await card.locator(":scope > .body > .objective mark").allTextContents();
  // Also the words of "wit te wassen".
  assert.ok(marks.length >= 3 && marks.every((mark) => /^wit$|was/i.test(mark)), marks.join());
  // The parent stands there as the context of what matched: only the matching sub-priority is in it.
  assert.deepEqual(await demo.card("P7").locator(".subs article").evaluateAll((all) => all.map((card) => card.dataset.id)), ["P7e"]);
  await demo.card("P7").getByRole("button", { name: "Alle subprioriteiten tonen" }).click();
  assert.equal(await demo.card("P7").locator(".subs article").count(), 5);
  assert.ok((await demo.element.locator(".texts .passage.result").count()) > 0);
  await demo.input.fill("verslag Europol");
  assert.equal(await demo.element.locator(".passage.result").first().getAttribute("data-id"), "O13");
  await demo.input.press("End");
  assert.equal(await focused(demo), "q");
  demo.assertClean();
});

test("4: why it was found", async (t) => {
  const demo = await openDemo(t);
  await demo.input.fill("MTIC");
  const reason = demo.card("P7c").locator(":scope > .body > .found");
  assert.match(await reason.textContent(), /Gevonden via MTIC.*(afkorting|onofficiële vertaling)/);
  assert.equal(await reason.locator("mark").first().textContent(), "MTIC");
  await demo.input.fill("HRCN");
  const definition = demo.element.locator("[data-term=T-hrcn]");
  assert.match(await definition.textContent(), /HRCN.*netwerken met een hoog risico/);
  await demo.input.fill("");
  assert.equal(await demo.element.locator(".definition").count(), 0);
  assert.equal(await demo.element.locator(".found:visible").count(), 0);
});

test("4: not twice", async (t) => {
  const demo = await openDemo(t, "#?lang=en&q=police");
  const passages = await demo.element.locator(".passage.result").all();
  const found = await Promise.all(passages.map(async (passage) => [
    await passage.getAttribute("data-id"), await passage.locator(":scope > .gist mark:visible").count() > 0, await passage.locator(":scope > .found").isVisible(),
  ]));
  // Where our summary shows it, nothing else has to.
  assert.deepEqual(found, [["O10", false, true], ["O06", true, false], ["R11", false, true]]);
});

test("5, 6, A21: facets and chips", async (t) => {
  const demo = await openDemo(t);
  const box = (value) => demo.element.locator(`input[data-value="${value}"]`);
  const count = async (value) => Number(await demo.element.locator(`label:has(input[data-value="${value}"]) .count-of`).textContent());
  const before = await count("CHSG");
  await box("CHSG").focus();
  await demo.page.keyboard.press("Space");
  assert.equal(await focused(demo), "CHSG");
  for (const id of ["P1", "P7e", "HT1"]) assert.ok((await demo.areas()).includes(id), id);
  assert.ok(!(await demo.areas()).includes("P2"));
  // Values of the same facet are counted as if nothing were chosen in it.
  assert.equal(await count("CHSG"), before);
  assert.ok((await count("OAP")) >= 15);
  const withChsg = (await demo.areas()).length;
  await box("OAP").check();
  assert.ok((await demo.areas()).length > withChsg);
  await box("OAP").uncheck();
  await box("money-laundering").check();
  assert.deepEqual((await demo.areas()).filter((id) => id !== "P7"), ["P1", "P7e"]);
  const chips = demo.element.locator(".chips button");
  assert.deepEqual(await chips.allTextContents(), ["Instrument: CHSG", "Strafbaar feit: Witwassen", "Alles wissen"]);
  await chips.nth(1).focus();
  await demo.page.keyboard.press("Enter");
  assert.equal(await box("money-laundering").isChecked(), false);
  assert.equal(await focused(demo), "Instrument: CHSG");
  // One chip is enough to take one filter away.
  assert.deepEqual(await chips.allTextContents(), ["Instrument: CHSG"]);
  await demo.page.keyboard.press("Enter");
  assert.equal(await focused(demo), "Prioriteiten");
  assert.equal((await demo.areas()).length, 18);
  await box("OAP").check();
  await box("CHSG").check();
  await demo.element.getByRole("button", { name: "Alles wissen" }).click();
  assert.equal((await demo.areas()).length, 18);
  demo.assertClean();
});

test("5, 6: a long list of values", async (t) => {
  const demo = await openDemo(t, "", { context: { viewport: { width: 1280, height: 300 } } });
  const facet = demo.element.locator(".facet[open]", { has: demo.page.locator(".more:visible") }).first();
  const more = facet.locator(".more");
  const n = () => facet.locator("li").count();
  const isUnfolded = async () => [await more.getAttribute("aria-expanded"), (await more.innerText()).startsWith("Minder tonen")];
  assert.equal(await n(), 6);
  await more.click();
  const all = await n();
  assert.ok(all > 8);
  assert.deepEqual(await isUnfolded(), ["true", true]);
  const seventh = facet.locator("li").nth(6).locator("input");
  assert.equal(await seventh.evaluate((box) => box.matches(":focus")), true, "the reader goes on where the button was");
  // What is chosen stays.
  const last = facet.locator("input").last();
  const value = await last.getAttribute("data-value");
  await last.check();
  await demo.element.evaluate((element) => { element.lang = "en"; });
  assert.equal(await more.getAttribute("aria-expanded"), "true", "in another language as well");
  await demo.element.evaluate((element) => { element.lang = "nl"; });
  // As in browsers that do not hold the place by themselves.
  await more.evaluate((button) => {
    for (let node = button; node; node = node.parentNode ?? node.host) if (node.style) node.style.overflowAnchor = "none";
    button.scrollIntoView({ block: "start", behavior: "instant" });
  });
  await more.click();
  assert.deepEqual(await isUnfolded(), ["false", false]);
  assert.equal(await n(), 7);
  assert.equal(await facet.locator("input").last().getAttribute("data-value"), value);
  assert.ok(await more.evaluate((button) => button.getBoundingClientRect().top >= 0 && button.getBoundingClientRect().bottom <= innerHeight), "and the button in sight");
  demo.assertClean();
});

test("7: what is announced", async (t) => {
  const demo = await openDemo(t, "", { prepare: withHeldPause });
  await endPause(demo.page);
  assert.equal(await demo.status.textContent(), "");
  await demo.input.pressSequentially("vuur");
  assert.equal(await demo.status.textContent(), "");
  await endPause(demo.page);
  assert.match(await demo.status.textContent(), /^\d+ resultaten voor “vuur”/);
  await demo.input.fill("COSI 2023 evaluatie");
  await endPause(demo.page);
  assert.match(await demo.status.textContent(), /^(?:1 resultaat|\d+ resultaten) voor “COSI 2023 evaluatie”/);
});

test("8: emptying the box", async (t) => {
  const demo = await openDemo(t);
  const clear = demo.element.getByRole("button", { name: "Zoekopdracht wissen" });
  assert.equal(await clear.count(), 0);
  await demo.input.fill("wapens");
  // The first one closes the list of suggestions.
  await demo.input.press("Escape");
  await demo.input.press("Escape");
  assert.equal(await demo.input.inputValue(), "");
  assert.equal((await demo.areas()).length, 18);
  await demo.input.fill("wapens");
  await clear.click();
  assert.equal(await demo.input.inputValue(), "");
  assert.equal(await focused(demo), "q");
});

test("9: nothing found", async (t) => {
  const demo = await openDemo(t);
  await demo.input.fill("xyzzyqqq");
  const help = demo.element.locator(".nothing");
  assert.match(await help.textContent(), /Niets gevonden voor “xyzzyqqq”.*Er is gezocht in.*Probeer bijvoorbeeld/);
  assert.equal(await help.locator("li").count(), 0);
  await demo.input.fill("xyzzyqqq qqqyzzyx");
  assert.deepEqual(await help.locator("li").allTextContents(), ["Probeer minder woorden of een ander woord."]);
  await help.getByRole("button", { name: "witwassen" }).click();
  assert.equal(await demo.input.inputValue(), "witwassen");
  assert.ok((await demo.areas()).includes("P7e"));
  // With filters that exclude everything, the way out is to drop the filters.
  await demo.element.locator('input[data-value="CHSG"]').check();
  await demo.input.fill("cyberaanvallen");
  assert.equal(await help.locator(".group-title").textContent(), "Niets gevonden voor “cyberaanvallen” met deze filters");
  assert.doesNotMatch(await help.textContent(), /Er is gezocht in/);
  assert.deepEqual(await help.locator("li").allTextContents(), ["Zoek zonder filters"]);
  await demo.element.getByRole("button", { name: "Zoek zonder filters" }).click();
  assert.ok((await demo.areas()).includes("P2"));
  demo.assertClean();
});

/** Makes the engine of a page slow, and types a first letter, by which the element knows. Gives what is searched for from then on. */
async function slowDown(demo, letter) {
  const searched = await demo.element.evaluateHandle((element) => {
    const queries = [];
    const { engine } = element;
    const { search } = engine;
    engine.search = (query, options) => {
      // What only counts is asked when there is nothing more urgent: which examples find something.
      if (options.limit === 0) return search.call(engine, query, options);
      queries.push(query);
      for (const end = performance.now() + 200; performance.now() < end;);
      return search.call(engine, query, options);
    };
    // Types a letter, and waits for the suggestions.
    globalThis.typed = async (typed) => {
      const box = element.shadowRoot.querySelector("#q");
      const list = element.shadowRoot.querySelector("#suggestions");
      box.value += typed;
      box.dispatchEvent(new InputEvent("input", { data: typed }));
      await new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(list, { childList: true });
      });
      return list.textContent;
    };
    globalThis.searched = queries;
    return queries;
  });
  await demo.input.press(letter);
  // How long it took is known when the answer has been painted.
  await demo.page.evaluate(async () => {
    for (let n = 0; n < 3; n += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
    }
  });
  assert.deepEqual(await searched.jsonValue(), [letter]);
  return () => searched.jsonValue();
}

const isAnswered = (demo) => demo.page.waitForFunction(() => !document.querySelector("empact-priorities").matches(":state(answering)"));

for (const [every, isAnsweredBetween] of [[80, false], [110, false], [200, true]]) test(`10: a slow machine, a letter every ${every} ms`, async (t) => {
  const demo = await openDemo(t);
  // A clock that goes on when it is told to; an answer takes 60 ms by it.
  const { clock } = demo.page;
  await clock.install();
  await clock.pauseAt(Date.now() + 1000);
  await demo.element.evaluate(({ engine }) => {
    const asked = [];
    const now = performance.now.bind(performance);
    let busy = 0;
    performance.now = () => now() + busy;
    const { prototype } = engine.constructor;
    for (const [name, takes] of [["search", 60], ["suggest", 0]]) {
      engine[name] = (query, options) => {
        // As which examples find something, which is asked when there is nothing more urgent.
        if (options.limit === 0) return prototype[name].call(engine, query, options);
        asked.push(`${name} ${query}`);
        busy += takes;
        return prototype[name].call(engine, query, options);
      };
    }
    globalThis.asked = asked;
  });
  const type = async (letter, milliseconds) => {
    await demo.input.evaluate((box, data) => {
      box.value += data;
      box.dispatchEvent(new InputEvent("input", { data }));
    }, letter);
    await clock.runFor(milliseconds);
    return demo.page.evaluate(() => globalThis.asked.splice(0));
  };
  // How long it takes is known from the first one on.
  await type("m", 1000);
  const asked = [];
  for (const letter of "ens") asked.push(await type(letter, every));
  await clock.runFor(500);
  asked.push(await demo.page.evaluate(() => globalThis.asked.splice(0)));
  assert.deepEqual(asked, isAnsweredBetween
    ? [["suggest me", "search me"], ["suggest men", "search men"], ["suggest mens", "search mens"], []]
    : [["suggest me"], [], [], ["suggest mens", "search mens"]]);
  await clock.resume();
  await isAnswered(demo);
  assert.equal((await demo.areas())[0], "P3");
  demo.assertClean();
});

for (const [name, act] of [
  ["Enter", () => document.querySelector("empact-priorities").shadowRoot.querySelector("form").requestSubmit()],
  ["paper", () => dispatchEvent(new Event("beforeprint"))],
  ["another view", () => document.querySelector("empact-priorities").shadowRoot.querySelector('[data-key="view-text"]').click()],
]) {
  test(`11: not waiting: ${name}`, async (t) => {
    const demo = await openDemo(t);
    const searched = await slowDown(demo, "m");
    const isWaiting = await demo.page.evaluate(`(async () => {
      await globalThis.typed("e");
      const isWaiting = () => document.querySelector("empact-priorities").matches(":state(answering)");
      const before = isWaiting();
      (${act})();
      return [before, isWaiting()];
    })()`);
    assert.deepEqual(isWaiting, [true, false]);
    assert.deepEqual(await searched(), ["m", "me"]);
    demo.assertClean();
  });
}

for (const [away, pasted] of [[0], [500], [500, "mensenhandel"]]) test(`11: taken out of the page for ${away} ms${pasted ? ", and typed into before the engine is back" : ""}`, async (t) => {
  const demo = await openDemo(t);
  await slowDown(demo, "m");
  const [failed, whileAway] = await demo.page.evaluate(async ([milliseconds, text]) => {
    const element = document.querySelector("empact-priorities");
    const place = element.parentElement;
    let errors = 0;
    element.addEventListener("empact-priorities-error", () => {
      errors += 1;
    });
    const box = element.shadowRoot.querySelector("#q");
    // What loses the focus is answered at once.
    box.blur();
    box.value += "ens";
    box.dispatchEvent(new InputEvent("input", { data: "s" }));
    element.remove();
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
    const { length } = globalThis.searched;
    place.append(element);
    if (text) {
      box.value = text;
      box.dispatchEvent(new InputEvent("input"));
    }
    await element.whenReady();
    return [errors, length];
  }, [away, pasted]);
  assert.deepEqual([failed, whileAway], [0, 1]);
  await isAnswered(demo);
  assert.equal((await demo.areas())[0], "P3");
  assert.equal(await demo.element.evaluate(({ query }) => query), pasted ?? "mens");
  demo.assertClean();
});

test("12: a filter of tasks, and of units", async (t) => {
  const demo = await openDemo(t, "#?view=tasks&actor=A-cosi");
  const passages = () => demo.element.locator(".view.priorities article.passage").evaluateAll((cards) => cards.map((card) => card.dataset.id).sort());
  await demo.element.getByRole("link", { name: "Prioriteiten" }).click();
  assert.deepEqual(await demo.areas(), []);
  assert.deepEqual(await passages(), ["GP4", "O07", "O08"]);
  await demo.element.getByRole("link", { name: "Wie doet wat" }).click();
  assert.equal(await demo.element.locator('.facet[data-facet="actor"] input:checked').getAttribute("data-value"), "A-cosi");
  assert.ok((await demo.element.locator('.facet[data-facet="actor"] li').count()) > 4);
  demo.assertClean();
});

test("13: suggestions do not open behind a reader who has left the box", async (t) => {
  const demo = await openDemo(t);
  await slowDown(demo, "m");
  await demo.page.evaluate(() => {
    const { shadowRoot } = document.querySelector("empact-priorities");
    const box = shadowRoot.querySelector("#q");
    // What was typed since the box was entered makes leaving it a change, which is answered before the list is closed.
    box.blur();
    box.focus();
    box.value += "e";
    box.dispatchEvent(new InputEvent("input", { data: "e" }));
    box.blur();
  });
  await isAnswered(demo);
  assert.equal(await demo.element.locator("#suggestions").isVisible(), false);
  assert.deepEqual(await demo.input.inputValue(), "me");
});

test("14: nothing is left of an answer when the engine fails, and when it is back", async (t) => {
  const demo = await openDemo(t, "#?q=COSI");
  const said = () => demo.element.locator(".count, .definitions, .reading, p.vh[role=status]").evaluateAll((nodes) => nodes.map((node) => node.textContent).join(""));
  assert.match(await said(), /COSI/u);
  await demo.input.focus();
  await demo.element.evaluate((element) => element.engine.free());
  // A letter asks the engine. An empty box would not: the answer to nothing is there from the start.
  await demo.page.keyboard.press("End");
  await demo.page.keyboard.type("x");
  await demo.element.locator('[data-key="retry"]').waitFor();
  assert.equal(await said(), "");
  await demo.element.locator('[data-key="retry"]').click();
  await demo.element.locator(".view").waitFor();
  assert.equal(await demo.element.locator(".definitions").textContent(), "");
  await demo.page.keyboard.press("Backspace");
  assert.match(await demo.element.locator(".definitions").textContent(), /COSI/u);
});

test("15: blanks", async (t) => {
  const demo = await openDemo(t);
  for (const view of ["priorities", "tasks", "text", "background"]) {
    await demo.element.evaluate((element, name) => {
      element.search("", { view: name });
    }, view);
    const shown = () => demo.element.locator(".main").innerText();
    const before = await shown();
    await demo.input.fill("  ");
    assert.equal(await shown(), before, view);
    assert.equal(await demo.input.inputValue(), "  ");
    await demo.input.fill("");
  }
  demo.assertClean();
});

test("16: what is counted", async (t) => {
  const demo = await openDemo(t, "#?q=europol");
  const count = demo.element.locator(".count");
  assert.match(await count.textContent(), /resultaten voor “europol”/);
  await demo.element.locator("[data-key=view-tasks]").click();
  assert.equal(await count.textContent(), "2 taken voor “europol”");
  assert.match(await demo.element.locator('[data-facet="modality"]').textContent(), /Verzoek/);
  await demo.input.fill("COSI");
  assert.equal(await demo.element.locator(".definition").count(), 1);
  await demo.input.press("Escape");
  await demo.element.locator("[data-key=view-background]").click();
  assert.match(await count.textContent(), /^\d+ onderwerpen voor “COSI”$/);
  assert.equal(await demo.element.locator(".definition").count(), 0);
  assert.ok(await demo.card("T-cosi").isVisible());
});

test("17: a keyword as a filter", async (t) => {
  const demo = await openDemo(t, "#P7e");
  const card = demo.card("P7e");
  await card.getByRole("button", { name: "Witwassen", exact: true }).click();
  const filter = card.getByRole("button", { name: "Filter op “Witwassen”" });
  assert.equal(await filter.getAttribute("aria-pressed"), "false");
  await filter.click();
  assert.equal(await filter.getAttribute("aria-pressed"), "true");
  assert.equal(await filter.evaluate((button) => button.matches(":focus")), true);
  assert.match(await filter.locator("..").textContent(), /^Filter op “Witwassen” \d+ resultaten$/);
  assert.equal(await demo.element.locator(".chips .chip").count(), 1);
  // One that is made later knows, too.
  await demo.card("P1").locator("[data-key=P1]").click();
  await demo.card("P1").getByRole("button", { name: "Witwassen", exact: true }).click();
  assert.equal(await demo.card("P1").getByRole("button", { name: "Filter op “Witwassen”" }).getAttribute("aria-pressed"), "true");
  await demo.element.locator(".chips .chip").click();
  assert.equal(await filter.getAttribute("aria-pressed"), "false");
  assert.equal(await filter.locator("..").textContent(), "Filter op “Witwassen” ");
  demo.assertClean();
});

test("18: a telephone", async (t) => {
  const demo = await openDemo(t, "", { context: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true } });
  const panel = demo.element.locator("[data-key=filters]");
  const toResults = demo.element.locator(".to-results");
  assert.equal(await toResults.isVisible(), false);
  await panel.tap();
  await demo.element.locator('input[data-value="CHSG"]').tap();
  await demo.element.getByText(/^3 resultaten$/).first().waitFor();
  assert.equal(await toResults.innerText(), "3 resultaten tonen");
  await toResults.tap();
  assert.equal(await panel.getAttribute("aria-expanded"), "false");
  const atResults = () => demo.card("P1").evaluate((card) => card.getBoundingClientRect().top >= 0 && card.getBoundingClientRect().top < innerHeight);
  assert.ok(await atResults());
  await demo.element.evaluate((element) => element.clear());
  await panel.tap();
  await toResults.tap();
  assert.ok(await atResults());
  await panel.tap();
  await demo.element.getByRole("link", { name: "Wie doet wat" }).tap();
  assert.equal(await panel.getAttribute("aria-expanded"), "false");
  await demo.input.tap();
  await demo.input.pressSequentially("politie");
  await demo.input.press("Enter");
  // The keyboard is gone, and the answer is in sight; also after a suggestion.
  const shown = () => demo.element.evaluate(({ shadowRoot }) => {
    const { activeElement: focused } = shadowRoot;
    const { top, bottom } = focused.getBoundingClientRect();
    return { kind: focused.className, isInSight: top >= 0 && bottom < innerHeight / 2 };
  });
  assert.deepEqual(await shown(), { kind: "group-title", isInSight: true });
  await demo.element.getByRole("link", { name: "Prioriteiten" }).tap();
  await demo.input.tap();
  await demo.input.fill("");
  await demo.input.pressSequentially("witw");
  await demo.element.getByRole("option", { name: "witwassen" }).tap();
  assert.deepEqual(await shown(), { kind: "group-title", isInSight: true });
  // The examples make room for what is typed.
  assert.equal(await demo.element.locator(".hint").isVisible(), false);
  demo.assertClean();
});
