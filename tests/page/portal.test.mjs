// The portal's own documents in the element, with a dataset that carries them and with a snapshot. Numbers with an A are those of ACCESSIBILITY.md.
//  1. A search shows them in a section of their own that says whose they are: title as a link, summary, language, priorities, marks; they are counted.
//  2. The card of a priority lists the documents about it.
//  3. The cards do not wait for a snapshot; when it comes, what was typed is answered from it too. Until then each answer says that it lacks them.
//  4. A snapshot that cannot be had takes nothing away, says why, and can be tried again. Nothing is fetched any more for an element that has gone.
//  5. Another snapshot takes the place of the first, whichever comes first; two elements with the same one share it.
//  6. Filters leave the documents about the priorities that pass; a long list grows, says how much of it there is, and keeps what there was; the focus
//     goes to what is new; `max-results` shortens it.
//  7. A hostile snapshot makes no link that runs, and no markup.
//  8. Nothing of it is wrong for assistive technology.
//  9. Paper has all of them, with their addresses; the screen as many as were asked for. Of hundreds that answer a search paper has the best, of hundreds
//     about a priority those on the screen, and says of how many.
// 10. What was searched for instead of a mistyped word is said once, or for each side where it differs; a name of the one side asks nothing of the other.
// 11. Documents that belong to nothing are found by words alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DocumentIndex } from "../../pkg/dist/node.js";
import { datasetWith, endPause, openHost, violationsOf, withAxe, withHeldPause } from "./demo.mjs";

const summary = "Wat medewerkers van banken moeten weten over witwassen, met voorbeelden en een lijst van signalen die op witwassen kunnen wijzen.";
const own = [
  { id: "guide", title: "Handreiking witwassen voor banken", summary, url: "gids/witwassen.html", priorities: ["P7e", "P7"], facets: { kind: ["guide"] } },
  { id: "policy", title: "Money laundering: how we work", summary: "Our approach, in English.", url: "/en/policy", language: "en", priorities: ["P7e"] },
  { id: "weapons", title: "Jaarbericht vuurwapens", priorities: ["P10"] },
];
const many = Array.from({ length: 12 }, (_, n) => ({ id: `n${n}`, title: `Nieuwsbericht ${n} over witwassen`, url: `/n${n}`, priorities: ["P7e"] }));

const dataset = (documents) => datasetWith({ documents });

const snapshotOf = async (documents) => {
  const flat = documents.map(({ facets, language = "nl", ...rest }) => ({ ...rest, ...facets, language }));
  const built = await DocumentIndex.build(flat, { language: ["nl", "en"], facets: ["priorities", "language"], stored: ["summary"] });
  const bytes = built.save();
  built.free();
  return bytes;
};
const snapshot = await snapshotOf(own);

/** A portal with elements, and what a reader sees of its documents. */
const openPortal = async (...host) => {
  const opened = await openHost(...host);
  const { element } = opened;
  return {
    ...opened,
    search: (text) => element.locator("input[type=search]").fill(text),
    section: element.locator("section.group.portal"),
    titles: () => element.locator("section.group.portal .document .title").allInnerTexts(),
    failure: element.locator(".portal-failure"),
  };
};
const gate = () => {
  let open;
  const opened = new Promise((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

test("1: another site is not told where its reader comes from", async (t) => {
  const elsewhere = [{ ...own[0], url: "https://elsewhere.example/witwassen" }];
  const host = await openPortal(t, '<empact-priorities src="own.json"></empact-priorities>', { "own.json": dataset(elsewhere) });
  await host.page.waitForFunction(() => document.querySelector("empact-priorities").engine.documents);
  await host.search("witwassen");
  const link = host.section.locator('[data-document="guide"] .title a');
  assert.deepEqual([await link.getAttribute("href"), await link.getAttribute("rel")], [elsewhere[0].url, "noreferrer noopener"]);
});

for (const [name, body, files] of [
  ["with the dataset", '<empact-priorities src="own.json"></empact-priorities>', { "own.json": dataset(own) }],
  ["from a snapshot", '<empact-priorities snapshot="own.epx"></empact-priorities>', { "own.epx": snapshot }],
]) {
  test(`1, 2: documents ${name}`, async (t) => {
    const host = await openPortal(t, body, files);
    const { page, element, section } = host;
    await page.waitForFunction(() => document.querySelector("empact-priorities").engine.documents);
    assert.equal(await section.isVisible(), false);
    await host.search("witwassen");
    assert.equal(await section.locator(".group-title").innerText(), "Uit dit portaal 1");
    assert.match(await section.innerText(), /niet van de Raad/u);
    const found = section.locator('[data-document="guide"]');
    assert.equal(await found.locator(".title").innerText(), own[0].title);
    assert.equal(await found.locator(".title a").getAttribute("href"), new URL(own[0].url, host.address).href);
    assert.equal(await found.locator(".title a").getAttribute("rel"), null);
    assert.deepEqual(await found.locator("mark").allInnerTexts(), ["witwassen", "witwassen", "witwassen"]);
    assert.equal(await found.locator(".summary").innerText(), summary);
    assert.match(await found.locator(".belongs").innerText(), /^Hoort bij Subprioriteit 7e.*, Prioriteit 7/su);
    assert.match(await element.locator(".count").innerText(), /, 1 uit dit portaal$/u);
    // Neither the Council's face nor its lists.
    assert.equal(await section.locator(".official, .official-title, .card").count(), 0);
    assert.equal(await element.locator(".official [data-document], .texts [data-document]").count(), 0);

    await host.search("laundering english");
    const english = section.locator('[data-document="policy"]');
    assert.deepEqual(await english.locator("[lang]").evaluateAll((nodes) => nodes.map(({ lang }) => lang)), ["en", "en"]);
    assert.equal(await english.locator(".belongs .tag").innerText(), "Engels");

    await host.search("");
    assert.equal(await section.isVisible(), false);
    await element.locator('[data-key="P7e"]').click();
    const about = element.locator('[data-id="P7e"] section.portal');
    assert.deepEqual(await about.locator(".title").allInnerTexts(), [own[0].title, own[1].title]);
    assert.match(await about.locator(".section-title").innerText(), /^Documenten van dit portaal\s+niet van de Raad$/u);
    assert.match(await about.locator(".belongs").first().innerText(), /^Hoort bij Prioriteit 7/u);
    await element.locator('[data-key="P1"]').click();
    assert.equal(await element.locator('[data-id="P1"] section.portal').isVisible(), false);
    host.assertClean();
  });
}

test("3: the cards do not wait", async (t) => {
  const { open, opened } = gate();
  const host = await openPortal(t, '<empact-priorities snapshot="own.epx"></empact-priorities>', { "own.epx": async () => {
    await opened;
    return snapshot;
  } });
  const { element, section } = host;
  await element.locator("[data-id=P1]").waitFor();
  assert.match(await element.locator(".portal-wait").innerText(), /worden nog geladen/u);
  // The cards stay where they are when the documents come.
  const top = () => element.locator("[data-id=P1]").evaluate((card) => card.getBoundingClientRect().top + scrollY);
  const before = await top();
  await host.search("witwassen");
  await element.locator('[data-key="P7e"]').click();
  assert.equal(await section.isVisible(), false);
  const input = element.locator("input[type=search]");
  await input.focus();
  open();
  await section.locator('[data-document="guide"]').waitFor();
  assert.equal(await element.locator(".portal-wait").innerText(), "");
  assert.deepEqual([await input.inputValue(), await input.evaluate((node) => node.matches(":focus"))], ["witwassen", true]);
  assert.equal(await element.locator('[data-id="P7e"] section.portal .document').count(), 2);
  await element.evaluate((node) => {
    node.lang = "en";
  });
  assert.equal(await section.locator(".group-title").innerText(), "From this portal 1");
  host.assertClean();
  await element.evaluate((node) => node.removeAttribute("lang"));
  await host.search("");
  assert.equal(await top(), before);
});

for (const path of ["", "#?q=aanpak%20zwembad"]) {
  test(`3, A22: what is searched for before they are there${path === "" ? "" : ", by a link"}`, async (t) => {
    const { open, opened } = gate();
    const pool = await snapshotOf([{ id: "pool", title: "Aanpak zwembad" }]);
    const host = await openPortal(t, '<empact-priorities snapshot="own.epx" deep-link="hash"></empact-priorities>', { "own.epx": async () => {
      await opened;
      return pool;
    } }, { path: `host.html${path}`, prepare: withHeldPause });
    const { element, page, section } = host;
    const [waits, told] = [element.locator(".waits:visible"), element.locator("p.vh[role=status]")];
    const bottom = () => element.locator(".portal-wait").evaluate((wait) => getComputedStyle(wait).clipPath !== "none");
    const tell = async () => {
      await endPause(page);
      return told.textContent();
    };
    if (path === "") {
      assert.deepEqual([await waits.count(), await bottom()], [0, false]);
      await host.search("zwembad");
      assert.equal(await tell(), "De documenten van dit portaal worden nog geladen… Niets gevonden voor “zwembad”");
      await host.search("aanpak zwembad");
      assert.match(await tell(), /^De documenten van dit portaal worden nog geladen… .*\d+ resultaten/u);
    }
    assert.equal(await waits.innerText(), "De documenten van dit portaal worden nog geladen…");
    // Not twice in sight.
    assert.equal(await bottom(), true);
    // In the other views nothing comes.
    for (const [view, n] of [["tasks", 0], ["priorities", 1]]) {
      await element.evaluate((node, name) => { node.view = name; }, view);
      assert.equal(await waits.count(), n, view);
    }
    open();
    await section.locator('[data-document="pool"]').waitFor();
    assert.equal(await waits.count(), 0);
    assert.match(await tell(), /resultaten.* 1 uit dit portaal/u);
    assert.doesNotMatch(await tell(), /geladen/u);
    host.assertClean();
  });
}

test("4: a snapshot that breaks off while it is searched for", async (t) => {
  let { open, opened } = gate();
  const host = await openPortal(t, '<empact-priorities snapshot="half.epx" query="zwembad"></empact-priorities>', { "half.epx": async (request, response) => {
    response.writeHead(200, { "Content-Type": "application/octet-stream", "Content-Length": snapshot.length });
    response.write(snapshot.subarray(0, 100));
    await opened;
    response.destroy();
  } }, { prepare: withHeldPause });
  const { element, page, failure } = host;
  const waits = element.locator(".waits:visible");
  await waits.waitFor();
  open();
  await failure.waitFor();
  ({ open, opened } = gate());
  assert.equal(await waits.count(), 0);
  await element.locator("input[type=search]").press("Enter");
  await endPause(page);
  assert.equal(await element.locator("p.vh[role=status]").textContent(), "Niets gevonden voor “zwembad”");
  // It was allowed: nothing is said of policies.
  assert.match(await failure.textContent(), /half\.epx could not be loaded: [^.]+\.$/u);
  // Tried again, it is waited for again.
  await failure.locator("button").click();
  await waits.waitFor();
});

test("3: in another language", async (t) => {
  const host = await openPortal(t, '<empact-priorities src="own.json" lang="el" query="witwassen"></empact-priorities>', { "own.json": dataset(own) });
  const title = host.section.locator(".group-title");
  await host.page.waitForFunction(() => document.querySelector("empact-priorities").shadowRoot.querySelector(".root").lang === "el");
  assert.equal(await title.innerText(), "Από αυτή την πύλη 1");
  const found = host.section.locator('[data-document="guide"]');
  assert.deepEqual(await found.locator("[lang]").evaluateAll((nodes) => nodes.map(({ lang }) => lang)), ["nl", "nl", "en", "en"]);
  assert.match(await found.locator(".tag").innerText(), /^Ολλανδικά$/u);
  host.assertClean();
});

for (const attribute of ["src", "snapshot"]) {
  test(`4: ${attribute} of an element that has gone`, async (t) => {
    const [asked, left] = [gate(), gate()];
    const never = (request) => {
      asked.open();
      request.socket.once("close", left.open);
      return left.opened;
    };
    const host = await openHost(t, `<empact-priorities ${attribute}="never"></empact-priorities>`, { never }, { wait: false });
    await asked.opened;
    await host.element.evaluate((element) => {
      element.remove();
    });
    await left.opened;
    assert.deepEqual({ errors: host.errors, violations: host.violations }, { errors: [], violations: [] });
  });
}

test("4: a snapshot that cannot be had", async (t) => {
  const answers = [undefined, new Uint8Array(40), snapshot];
  const host = await openPortal(t, '<empact-priorities snapshot="own.epx"></empact-priorities>', { "own.epx": () => answers.shift() }, {
    prepare: (page) => page.addInitScript(() => {
      globalThis.codes = [];
      addEventListener("empact-priorities-error", ({ detail }) => globalThis.codes.push(detail.error.code));
    }),
  });
  const { element, page, failure } = host;
  await failure.waitFor();
  assert.match(await failure.locator("[role=alert]").innerText(), /konden niet worden geladen/u);
  await failure.getByText("Voor de beheerder").click();
  assert.match(await failure.innerText(), /snapshot .*own\.epx could not be loaded/u);
  // Told once: not again when the page is made anew.
  await element.evaluate((node) => { node.headingLevel = 3; });
  await element.locator("h3.group-title").first().waitFor();
  assert.equal(await failure.count(), 1);
  assert.equal(await element.locator("[role=alert]").count(), 0);
  await host.search("witwassen");
  assert.ok(await element.locator("[data-id=P7e]").isVisible());
  await failure.locator("button").click();
  await page.waitForFunction(() => globalThis.codes.length === 2);
  assert.match(await failure.textContent(), /no snapshot/u);
  assert.ok(await element.locator("input[type=search]").evaluate((node) => node.matches(":focus")));
  await failure.locator("button").click();
  await host.section.locator('[data-document="guide"]').waitFor();
  assert.equal(await failure.count(), 0);
  assert.deepEqual(await page.evaluate(() => globalThis.codes), ["snapshot-load", "snapshot"]);
  assert.deepEqual(host.violations, []);
});

test("4: a snapshot on a host that the page's policy does not allow", async (t) => {
  const { failure } = await openPortal(t, '<empact-priorities snapshot="https://other.example/own.epx"></empact-priorities>', {});
  await failure.getByText("Voor de beheerder").click();
  assert.match(await failure.innerText(), /https:\/\/other\.example\/own\.epx could not be loaded: .*connect-src.*CORS/u);
});

test("5: another snapshot; one for two elements", async (t) => {
  const { open, opened } = gate();
  const other = await snapshotOf([{ id: "other", title: "Iets anders over witwassen" }]);
  const host = await openPortal(t, '<empact-priorities snapshot="slow.epx" query="witwassen"></empact-priorities>', {
    "slow.epx": async () => {
      await opened;
      return snapshot;
    },
    "other.epx": other,
  });
  const { element, page, section } = host;
  await element.evaluate((node) => {
    node.snapshot = "other.epx";
  });
  await section.locator('[data-document="other"]').waitFor();
  open();
  await page.waitForTimeout(150);
  assert.deepEqual(await host.titles(), ["Iets anders over witwassen"]);
  await page.evaluate(() => {
    const second = document.createElement("empact-priorities");
    second.setAttribute("snapshot", "other.epx");
    second.setAttribute("query", "witwassen");
    document.querySelector("main").append(second);
  });
  await page.locator("empact-priorities").nth(1).locator('[data-document="other"]').waitFor();
  assert.equal(host.requests.filter((url) => url.endsWith("other.epx")).length, 1);
  await element.evaluate((node) => node.removeAttribute("snapshot"));
  await element.locator(".root:not(.loading)").waitFor();
  assert.equal(await section.isVisible(), false);
  host.assertClean();
});

test("6: filters and a long list", async (t) => {
  const host = await openPortal(t, '<empact-priorities src="own.json"></empact-priorities>', { "own.json": dataset([...own, ...many]) });
  const { element, section, page } = host;
  await host.search("witwassen");
  assert.equal((await host.titles()).length, 5);
  await section.locator("button.more").click();
  assert.equal((await host.titles()).length, 13);
  assert.equal(await section.locator("button.more").isVisible(), false);
  assert.equal(await page.evaluate(() => document.querySelector("empact-priorities").shadowRoot.activeElement.textContent), (await host.titles())[5]);
  await host.search("");
  await element.evaluate((node) => {
    node.filters = { commodity: ["firearms"] };
  });
  assert.deepEqual(await host.titles(), ["Jaarbericht vuurwapens"]);
  await element.evaluate((node) => {
    node.filters = { kind: ["recital"] };
  });
  assert.equal(await section.isVisible(), false);
  const about = element.locator('[data-id="P7e"] section.portal .document');
  for (const [most, n] of [[3, 3], [8, 5], [Infinity, 5]]) {
    await element.evaluate((node, wanted) => {
      Object.assign(node, { filters: {}, query: "nieuwsbericht", priority: "P7e", maxResults: wanted });
    }, most);
    assert.deepEqual([(await host.titles()).length, await about.count()], [n, n], `max-results: ${most}`);
  }
  host.assertClean();
});

test("6: a list without end", async (t) => {
  const news = Array.from({ length: 1030 }, (_, n) => ({ id: `n${n}`, title: `Nieuwsbericht ${n}`, priorities: ["P7e"] }));
  const host = await openPortal(t, '<empact-priorities src="own.json" query="nieuwsbericht"></empact-priorities>', { "own.json": dataset(news) });
  const { element, page, section } = host;
  const rest = section.locator(".rest");
  const more = rest.locator("button.more");
  await section.waitFor();
  assert.equal(await section.locator(".group-title").innerText(), "Uit dit portaal 1.030");
  assert.match(await rest.innerText(), /^Nog 20 tonen.*Getoond: 5 van 1\.030\.$/su);
  const asked = await page.evaluate(() => {
    const { engine } = document.querySelector("empact-priorities");
    const search = engine.search.bind(engine);
    globalThis.asked = [];
    engine.search = (text, options) => {
      const answer = search(text, options);
      globalThis.asked.push(answer.documents?.hits.length);
      return answer;
    };
    document.querySelector("empact-priorities").shadowRoot.querySelector("section.group.portal .document").dataset.kept = "";
    return globalThis.asked;
  });
  assert.deepEqual(asked, []);
  await more.click();
  assert.match(await rest.innerText(), /Getoond: 25 van 1\.030\.$/u);
  assert.equal(await element.locator(".toast").innerText(), "Getoond: 25 van 1.030.");
  assert.equal(await section.locator(".document[data-kept]").count(), 1);
  assert.deepEqual(await page.evaluate(() => globalThis.asked), [20]);
  while (await more.isVisible()) await more.click();
  assert.equal(await section.locator(".document").count(), 1000);
  assert.equal(new Set(await host.titles()).size, 1000);
  assert.equal(await rest.innerText(), "Getoond: 1.000 van 1.030.");
  host.assertClean();
});

test("7: a hostile snapshot", async (t) => {
  const hostile = await snapshotOf([
    { id: "a", title: "<img src=x onerror=alert(1)> witwassen", summary: "<script>alert(1)</script>", url: "javascript:alert(1)", language: "x-\u202E<b>", priorities: ["P99", "R01", "<b>"] },
    { id: "b", title: "", summary: `witwassen \uD800 ${"x".repeat(100_000)}`, url: "java\nscript:alert(1)" },
    { id: "__proto__", title: "witwassen", url: "data:text/html,<script>alert(1)</script>" },
  ]);
  const host = await openPortal(t, '<empact-priorities snapshot="own.epx" query="witwassen"></empact-priorities>', { "own.epx": hostile });
  await host.section.locator(".document").nth(2).waitFor();
  assert.equal(await host.section.locator("a, img, script, b").count(), 0);
  assert.ok((await host.section.innerText()).length < 2000);
  assert.deepEqual((await host.titles()).sort(), ["<img src=x onerror=alert(1)> witwassen", "b", "witwassen"], "what has no title is called by its id");
  host.assertClean();
});

for (const [name, lang, colorScheme] of [["Dutch", "nl", "light"], ["English, dark", "en", "dark"]]) {
  test(`8: accessible, ${name}`, async (t) => {
    const host = await openPortal(t, `<h1>Portaal</h1><empact-priorities lang="${lang}" src="own.json" query="witwassen" priority="P7e"></empact-priorities>`,
      { "own.json": dataset([...own, ...many]) }, { prepare: withAxe, context: { colorScheme } });
    await host.section.locator(".document").first().waitFor();
    await host.element.locator('[data-id="P7e"] section.portal .document').first().waitFor();
    assert.deepEqual(await violationsOf(host.page), []);
    host.assertClean();
  });
}

test("2: of very many documents those about a priority come when its card is opened", async (t) => {
  const large = await snapshotOf(Array.from({ length: 50_001 }, (_, n) => ({ id: n, title: `Bericht ${n}`, priorities: n % 10_000 === 0 ? ["P7e", "P1"] : [] })));
  const host = await openPortal(t, '<empact-priorities snapshot="own.epx"></empact-priorities>', { "own.epx": large });
  const { element, page } = host;
  await page.waitForFunction(() => document.querySelector("empact-priorities").engine.documents);
  await page.waitForTimeout(500);
  const about = (id) => element.locator(`[data-id="${id}"] > .body > .panel section.portal .document`);
  assert.deepEqual([await about("P1").count(), await about("P7e").count()], [0, 0]);
  await element.locator('[data-key="P1"]').click();
  assert.deepEqual([await about("P1").count(), await about("P7e").count()], [5, 0]);
  await element.evaluate((node) => {
    node.priority = "P7e";
  });
  assert.equal(await about("P7e").count(), 5);
  host.assertClean();
});

test("9: paper", async (t) => {
  const pages = Array.from({ length: 40 }, (_, n) => ({ id: `n${n}`, title: `Nieuwsbericht ${n} over witwassen`, url: `nieuws/${n}`, priorities: ["P7e"] }));
  const host = await openPortal(t, '<empact-priorities src="own.json" query="witwassen"></empact-priorities>', { "own.json": dataset(pages) });
  const { page, section } = host;
  const shown = () => section.locator(".document:visible").count();
  const printed = (link) => link.evaluate((node) => {
    const { content } = getComputedStyle(node, "::after");
    return content.startsWith('" <" attr') ? `<${node.getAttribute("href")}>` : content;
  });
  const title = section.locator(".document .title a").first();
  await section.waitFor();
  for (const n of [5, 25]) {
    assert.equal(await shown(), n);
    assert.equal(await printed(title), "none");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await shown(), n);
    await page.emulateMedia({ media: "print" });
    assert.equal(await shown(), pages.length);
    assert.match(await printed(title), new RegExp(`<${host.address}nieuws/\\d+>`, "u"));
    await page.emulateMedia({ media: "screen" });
    await section.locator("button.more").click();
  }
  host.assertClean();
});

test("9, A12: paper, hundreds of them", async (t) => {
  const pages = Array.from({ length: 130 }, (_, n) => ({ id: `n${n}`, title: `Nieuwsbericht ${n} over witwassen`, priorities: n < 90 ? ["P7e", "P1"] : ["P1"] }));
  const host = await openPortal(t, '<empact-priorities src="own.json" query="nieuwsbericht"></empact-priorities>', { "own.json": dataset(pages) });
  const { element, page, section } = host;
  await section.waitFor();
  const about = (id) => element.locator(`[data-id="${id}"] > .body > .panel section.portal`);
  const onPaper = async (part) => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const found = [await part.locator(".document:visible").count(), (await part.locator(".on-paper:visible").allInnerTexts()).join("")];
    await page.emulateMedia({ media: "screen" });
    assert.equal(await part.locator(".on-paper:visible").count(), 0);
    return found;
  };
  assert.deepEqual(await onPaper(section), [100, "Getoond: 100 van 130."]);
  assert.match(await section.locator(".rest").innerText(), /Getoond: 5 van 130\.$/u);
  for (let n = 0; n < 5; n += 1) await section.locator("button.more").click();
  assert.equal(await section.locator(".document:visible").count(), 105);
  assert.deepEqual(await onPaper(section), [105, "Getoond: 105 van 130."]);
  await host.search("");
  assert.deepEqual(await onPaper(about("P1")), [5, "Getoond: 5 van 130."]);
  assert.deepEqual(await onPaper(about("P7e")), [90, ""]);
  host.assertClean();
});

test("10: mistyped, completed, named", async (t) => {
  const pool = { id: "pool", title: "Handreiking zwembad", summary: "Toezicht op zwembaden" };
  const host = await openPortal(t, '<empact-priorities src="own.json"></empact-priorities>', { "own.json": dataset([...own, pool, { id: "drips", title: "Drips" }]) });
  const { element, section } = host;
  const read = section.locator("p.muted:not([hidden])", { hasText: "Dit zijn de resultaten" });
  const cards = element.locator(".main .card:visible");
  await host.search("zwembda");
  assert.deepEqual(await host.titles(), ["Handreiking zwembad"]);
  assert.equal(await read.textContent(), "Niets gevonden voor “zwembda”. Dit zijn de resultaten voor zwembad.");
  await host.search("zwembad");
  assert.equal(await read.count(), 0);
  // Both read it otherwise, in the same way: said once.
  await host.search("witwasssen");
  assert.equal(await read.count(), 0);
  assert.ok((await host.titles()).length > 0);
  assert.ok(await cards.count() > 0);
  // Each in its own way: each says its own.
  await host.search("drigs");
  assert.match(await element.locator(".reading").textContent(), /Dit zijn de resultaten voor drugs\.$/u);
  assert.equal(await read.textContent(), "Niets gevonden voor “drigs”. Dit zijn de resultaten voor drips.");

  await host.search("");
  await element.locator("input[type=search]").pressSequentially("zwem");
  assert.deepEqual(await element.getByRole("option").allTextContents(), ["zwembad"]);

  await host.search("priorities:P10");
  assert.deepEqual(await host.titles(), ["Jaarbericht vuurwapens"]);
  assert.equal(await cards.count(), 0);
  await host.search("instrument:OAP witwassen");
  assert.equal(await section.isVisible(), false);
  host.assertClean();
});

test("11: documents that belong to nothing", async (t) => {
  const built = await DocumentIndex.build([{ id: "a", title: "Handreiking witwassen" }]);
  const plain = built.save();
  built.free();
  const host = await openPortal(t, '<empact-priorities snapshot="own.epx"></empact-priorities>', { "own.epx": plain });
  const { element, page, section } = host;
  await page.waitForFunction(() => document.querySelector("empact-priorities").engine.documents);
  await host.search("witwassen");
  assert.deepEqual(await host.titles(), ["Handreiking witwassen"]);
  await element.locator('[data-key="P7e"]').click();
  assert.equal(await element.locator('[data-id="P7e"] section.portal').isVisible(), false);
  await element.locator('input[data-value="CHSG"]').check();
  assert.equal(await section.isVisible(), false);
  assert.ok(await element.locator("[data-id=P7e]").isVisible());
  host.assertClean();
});
