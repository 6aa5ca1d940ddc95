// What arrives late never takes the place of what was asked for later. The engine answers at once; what it works with does not.
//
// 1. Of two datasets the one asked for last is shown, though the first one comes after it; and so when the first one fails.
// 2. Of two languages the one asked for last is spoken, though the first one comes after it.
// 3. What is typed while an engine is replaced is what the new one answers, in the results and in the suggestions.
// 4. Suggestions belong to what stands in the box: none for text that was taken back, chosen or set by the page since.

import assert from "node:assert/strict";
import { test } from "node:test";
import { datasetWith, openDemo, serving } from "./demo.mjs";

/** The dataset with another version. */
const named = (version) => datasetWith({ version });
const versionOf = (demo) => demo.element.evaluate((element) => element.engine?.framework.dataset.version);

/** Doors that open one by one: `held(name)` waits until `open(name)`. */
function doors() {
  const opened = new Map();
  const door = (name) => {
    if (!opened.has(name)) {
      let open;
      opened.set(name, { shut: new Promise((resolve) => { open = resolve; }), open });
    }
    return opened.get(name);
  };
  return { held: (name) => door(name).shut, open: (name) => door(name).open() };
}

for (const fails of [false, true]) {
  test(`1: two datasets, the first one late${fails ? " and broken" : ""}`, async (t) => {
    const { held, open } = doors();
    const demo = await openDemo(t, "", {
      respond: async (request, response) => {
        if (request.url.endsWith("/first.json")) {
          open("asked");
          await held("first");
        }
        return serving("/first.json", fails ? "{" : named("1.1.1"))(request, response) || serving("/second.json", named("2.2.2"))(request, response);
      },
    });
    // Nobody waits for it any more once there is another one.
    const ended = demo.page.waitForEvent("requestfailed", (request) => request.url().endsWith("/first.json"));
    await demo.element.evaluate((element) => { element.src = "first.json"; });
    await demo.element.locator(".loading").waitFor();
    await held("asked");
    await demo.element.evaluate((element) => { element.src = "second.json"; });
    await demo.element.locator(".root:not(.loading)").waitFor();
    assert.equal(await versionOf(demo), "2.2.2");
    await ended;
    open("first");
    await demo.page.waitForTimeout(400);
    assert.equal(await versionOf(demo), "2.2.2");
    assert.equal(await demo.element.locator(".failure").count(), 0);
    await demo.input.fill("witwassen");
    assert.ok((await demo.areas()).includes("P7e"));
    demo.assertClean();
  });
}

test("2: two languages, the first one late", async (t) => {
  const { held, open } = doors();
  const demo = await openDemo(t, "", {
    respond: async (request) => {
      if (/\/pl-[^/]*\.js$/u.test(request.url)) await held("pl");
      return false;
    },
  });
  const late = demo.page.waitForResponse((response) => /\/pl-[^/]*\.js$/u.test(response.url()));
  await demo.element.evaluate((element) => { element.lang = "pl"; });
  await demo.element.evaluate((element) => { element.lang = "de"; });
  await demo.element.getByRole("link", { name: "Prioritäten", exact: true }).waitFor();
  open("pl");
  await (await late).finished();
  await demo.page.waitForTimeout(300);
  assert.equal(await demo.element.locator(".root").getAttribute("lang"), "de");
  assert.equal(await demo.element.getByRole("link", { name: "Prioritäten", exact: true }).count(), 1);
  demo.assertClean();
});

test("3: typing while the engine is replaced", async (t) => {
  const { held, open } = doors();
  const demo = await openDemo(t, "", {
    respond: async (request, response) => {
      if (request.url.endsWith("/own.json")) await held("own");
      return serving("/own.json", named("3.3.3"))(request, response);
    },
  });
  await demo.input.pressSequentially("wap");
  // A letter is painted before it is answered.
  await demo.element.getByRole("option").first().waitFor();
  await demo.element.evaluate((element) => { element.src = "own.json"; });
  await demo.element.locator(".loading").waitFor();
  // The old engine suggests nothing any more, and what is read meanwhile only its own titles.
  assert.equal(await demo.element.getByRole("listbox").isVisible(), false);
  await demo.input.fill("witw");
  assert.match((await demo.element.getByRole("option").allTextContents()).join("\n"), /^Prioriteit 7: .*\nSubprioriteit 7e: .*\nPrioriteit 1: .*$/u);
  open("own");
  await demo.element.locator(".root:not(.loading)").waitFor();
  assert.equal(await demo.input.inputValue(), "witw");
  assert.equal((await demo.areas())[0], "P7");
  await demo.input.press("End");
  await demo.input.pressSequentially("a");
  assert.equal(await demo.element.getByRole("option").first().textContent(), "witwassen");
  demo.assertClean();
});

test("4: suggestions of another text", async (t) => {
  const demo = await openDemo(t);
  const isOpen = () => demo.element.getByRole("listbox").isVisible();
  const typing = async (text) => {
    await demo.input.fill(text);
    assert.equal(await isOpen(), true);
  };
  for (const [text, change] of [
    ["cyb", () => demo.element.evaluate((element) => { element.query = "wapens"; })],
    ["dru", () => demo.element.evaluate((element) => element.clear())],
    ["wap", () => demo.element.evaluate((element) => element.search("drugs"))],
    ["frau", () => demo.element.evaluate((element) => { element.lang = "en"; })],
    ["mens", () => demo.element.getByRole("button", { name: "Clear the search" }).click()],
    ["mil", () => demo.page.goBack()],
  ]) {
    await typing(text);
    await change();
    await demo.page.waitForTimeout(50);
    assert.equal(await isOpen(), false, String(change));
  }
});
