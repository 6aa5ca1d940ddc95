// What the page does when not everything is there.
//  1. What is typed before the engine is there is kept and answered on its arrival.
//  2. Nothing jumps when the cards arrive: the search box stays where it is.
//  3. A broken dataset is shown with all that is wrong with it, at most 20 problems and their count, on request; trying again works.
//  4. An engine that cannot be had says why, keeps what was typed, and can be tried again. What is said names files, but nothing that only some may know.
//     WebAssembly of an earlier release that the browser has kept is fetched anew.
//  5. A policy without WebAssembly is named as the reason.
//  6. An engine that fails while in use is shown, and replaced when asked for.
//  7. It works from any sub-folder and asks for nothing outside it.
//  8. Without JavaScript the priorities are there to read, and the page says what is missing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { datasetWith, openDemo, serving } from "./demo.mjs";
import { openPage, siteDir, strictPolicy } from "./harness.mjs";

const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));

/** Points the element at another dataset before it is registered. */
const withSource = (address) => (page) => page.addInitScript((src) => {
  new MutationObserver((_records, observer) => {
    const element = document.querySelector("empact-priorities");
    if (!element) return;
    element.setAttribute("src", src);
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}, address);

test("1: typing before the engine", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const demo = await openDemo(t, "", {
    wait: false,
    respond: async (request) => {
      if (request.url.endsWith(".wasm")) await gate;
      return false;
    },
  });
  await demo.element.locator(".loading").waitFor();
  await demo.input.pressSequentially("witwassen");
  await demo.element.getByRole("button", { name: "English" }).click();
  assert.equal(await demo.input.inputValue(), "witwassen");
  letGo();
  await demo.element.locator(".root:not(.loading)").waitFor();
  assert.equal(await demo.input.inputValue(), "witwassen");
  assert.ok((await demo.areas()).includes("P7e"));
  assert.ok(!(await demo.areas()).includes("P2"));
  demo.assertClean();
});

for (const [width, late] of [[320, ""], [768, ""], [1280, ""], [360, "define.js"], [1280, "define.js"], [360, ".wasm"], [1280, ".wasm"]]) {
  test(`2: nothing jumps at ${width} px${late === "" ? "" : `, ${late} late`}`, async (t) => {
    let letGo;
    const gate = new Promise((resolve) => {
      letGo = resolve;
    });
    const demo = await openDemo(t, "", {
      context: { viewport: { width, height: 900 } },
      respond: async (request) => {
        if (late !== "" && request.url.endsWith(late)) await gate;
        return false;
      },
      prepare: async (page) => {
        await page.exposeFunction("letGo", letGo);
        await page.addInitScript((before) => {
          // What is late comes when what is there before it has been painted.
          const look = (frames) => requestAnimationFrame(() => {
            const isPainted = performance.getEntriesByName("first-contentful-paint").length > 0 && document.querySelector(before);
            if (frames === 0) globalThis.letGo();
            else look(isPainted ? frames - 1 : frames);
          });
          look(3);
          globalThis.shifted = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) globalThis.shifted += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          // The page keeps room for the element for a while only (www/demo.css): longer than any machine takes.
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("empact-priorities:not(:defined) { animation: none !important; }");
          document.adoptedStyleSheets = [sheet];
        }, late === ".wasm" ? "empact-priorities:defined" : "empact-priorities");
      },
    });
    await demo.page.waitForTimeout(300);
    const shifted = await demo.page.evaluate(() => globalThis.shifted);
    assert.ok(shifted < 0.05, `layout shift ${shifted}`);
  });
}

for (const lang of ["nl", "en"]) {
  test(`2: the search box stays where it is, ${lang}`, async (t) => {
    let letGo;
    const gate = new Promise((resolve) => {
      letGo = resolve;
    });
    const demo = await openDemo(t, `#?lang=${lang}`, { wait: false, respond: async (request) => {
      if (request.url.endsWith(".wasm")) await gate;
      return false;
    } });
    await demo.element.locator(".loading .room").waitFor({ state: "attached" });
    const places = async () => {
      const found = {};
      for (const width of [320, 360, 480, 640, 1024, 1280]) {
        await demo.page.setViewportSize({ width, height: 900 });
        found[width] = await demo.input.evaluate((box) => Math.round(box.getBoundingClientRect().top));
      }
      return found;
    };
    const before = await places();
    letGo();
    await demo.element.locator(".root:not(.loading)").waitFor();
    assert.deepEqual(await places(), before);
    // On a telephone the cards come before the figures.
    await demo.page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await demo.element.locator(".masthead .figures").isVisible(), false);
    const [card, figures] = await Promise.all([demo.card("P1"), demo.element.locator(".below .figures")].map((at) => at.boundingBox()));
    assert.ok(card.y < figures.y && (lang === "en" || card.y < 740), `${card.y}`);
    demo.assertClean();
  });
}

test("3: a broken dataset", async (t) => {
  let broken = true;
  const bad = JSON.parse(datasetWith());
  for (const area of [...bad.priorities, ...bad.subPriorities]) area.title.quote = "woorden die er niet staan";
  for (const objective of bad.objectives) objective.source.quote = "ook niet";
  const good = datasetWith();
  const demo = await openDemo(t, "#?q=witwassen", {
    wait: false,
    prepare: withSource("own.json"),
    respond: (request, response) => serving("/own.json", broken ? JSON.stringify(bad) : good)(request, response),
  });
  const failure = demo.element.locator(".failure");
  await failure.waitFor();
  assert.match(await failure.getByRole("alert").textContent(), /kunnen niet worden getoond.*heeft (3[3-9]|[4-9]\d) fouten/);
  assert.match(await failure.getByRole("alert").textContent(), /Uw zoekopdracht en filters blijven bewaard/);
  // What only an administrator understands is there on request.
  assert.equal(await failure.getByText("De eerste 20 fouten").isVisible(), false);
  await failure.getByText("Voor de beheerder").click();
  assert.ok(await failure.getByText("De eerste 20 fouten").isVisible());
  const problems = failure.locator(".problems > li");
  assert.equal(await problems.count(), 20);
  assert.match(await problems.first().textContent(), /Plaats\S+.*Verwacht.+Gevonden.+Oplossing.+/);
  assert.equal(await demo.input.inputValue(), "witwassen");
  broken = false;
  await failure.getByRole("button", { name: "Opnieuw proberen" }).click();
  await demo.element.locator(".root:not(.loading):not(.failed)").waitFor();
  assert.ok((await demo.areas()).includes("P7e"));
  demo.assertClean();
});

test("4: WebAssembly of an earlier release", async (t) => {
  // As servers send it that let browsers keep everything for a year.
  const old = readFileSync(join(siteDir, "empact-priorities/empact_priorities.wasm"), "latin1").replaceAll(version, version.replace(/\d$/u, "9"));
  let isOld = true;
  let n = 0;
  const respond = (request, response) => {
    if (!request.url.split("?")[0].endsWith(".wasm")) return false;
    n += 1;
    response.writeHead(200, { "Content-Type": "application/wasm", "Cache-Control": "public, max-age=31536000" });
    response.end(isOld ? Buffer.from(old, "latin1") : readFileSync(join(siteDir, "empact-priorities/empact_priorities.wasm")));
    return true;
  };
  const demo = await openDemo(t, "", { wait: false, respond });
  await demo.element.locator(".failure").waitFor();
  assert.equal(n, 2, "asked for anew, and it was the old one again");
  isOld = false;
  await demo.page.reload();
  await demo.element.locator(".root:not(.loading):not(.failed)").waitFor();
  await demo.input.fill("witwassen");
  await demo.element.locator(".view mark").first().waitFor();
  assert.equal(n, 3);
});

test("4: an engine that cannot be had", async (t) => {
  let missing = true;
  const demo = await openDemo(t, "", {
    wait: false,
    respond: (request, response) => missing && serving(".wasm", "", { status: 503 })(request, response),
    prepare: (page) => page.addInitScript(() => {
      globalThis.failures = [];
      addEventListener("empact-priorities-error", ({ detail }) => globalThis.failures.push(detail.error.code));
    }),
  });
  const failure = demo.element.locator(".failure");
  await failure.waitFor();
  assert.doesNotMatch(await failure.textContent(), /bewaard/);
  await demo.input.fill("wapens");
  assert.match(await failure.textContent(), /kon niet worden opgehaald/);
  assert.deepEqual(await demo.page.evaluate(() => globalThis.failures), ["wasm-load"]);
  await demo.element.getByRole("button", { name: "English" }).click();
  assert.match(await failure.textContent(), /cannot be shown/);
  missing = false;
  await failure.getByRole("button", { name: "Try again" }).click();
  await demo.element.locator(".root:not(.loading):not(.failed)").waitFor();
  assert.equal(await demo.input.inputValue(), "wapens");
  assert.ok((await demo.areas()).includes("P10"));
  assert.deepEqual({ violations: demo.violations, outside: demo.outside }, { violations: [], outside: [] });
});

for (const attribute of ["src", "snapshot", "wasm-src"]) {
  test(`4: ${attribute} that holds secrets`, async (t) => {
    const respond = (request, response) => {
      const { pathname } = new URL(request.url, "http://host");
      if (!/own|login/u.test(pathname)) return false;
      if (pathname.endsWith("moved")) response.writeHead(302, { Location: "login?SAMLResponse=S3CRET#S3CRET" }).end();
      else response.writeHead(pathname.endsWith("login") ? 200 : 503, { "Content-Type": "text/html" }).end("<p>S3CRET<title>Log in</title>");
      return true;
    };
    const { page, element, address } = await openDemo(t, "", { respond });
    const [{ host }, shown] = [new URL(address), element.locator(".admin")];
    const said = async (value) => {
      await element.evaluate((node, [name, text]) => {
        globalThis.failed = new Promise((resolve) => {
          node.addEventListener("empact-priorities-error", ({ detail }) => resolve(`${detail.error.message} ${detail.error.cause?.message}`), { once: true });
        });
        node.setAttribute(name, text);
      }, [attribute, value]);
      const message = await page.evaluate(() => globalThis.failed);
      await shown.waitFor({ state: "attached" });
      const text = await shown.textContent();
      assert.doesNotMatch(text, /S3CRET/u);
      return { message, text };
    };
    const missing = await said("own?token=S3CRET&a=b#S3CRET");
    assert.ok(missing.text.includes(`${address}own`) && /answered 503/u.test(missing.text), missing.text);
    // Scripts are told the whole of it.
    assert.ok(missing.message.includes("own?token=S3CRET&a=b"), missing.message);
    const moved = await said("own-moved?token=S3CRET");
    assert.ok(moved.text.includes(`${address}own-moved`) && /HTML or XML/u.test(moved.text), moved.text);
    if (attribute !== "wasm-src") assert.ok(moved.text.includes(`which led to ${address}login`), moved.text);
    assert.ok((await said(`http://user:S3CRET@${host}/own`)).text.includes(`${host}/own`));
    assert.match((await said("http://[user:S3CRET@portal]/own?token=S3CRET")).text, /is not a valid URL/u);
  });
}

test("5: no WebAssembly allowed, and nothing else asked for", async (t) => {
  const demo = await openDemo(t, "", { wait: false, policy: strictPolicy.replace(" 'wasm-unsafe-eval'", "") });
  await demo.element.evaluate((element) => element.setAttribute("engine", "wasm"));
  await demo.element.locator(".failure").waitFor();
  assert.match(await demo.element.locator(".failure").textContent(), /staat WebAssembly niet toe.*'wasm-unsafe-eval'/);
});

test("6: an engine that fails in use", async (t) => {
  const demo = await openDemo(t);
  await demo.element.evaluate((element) => {
    element.engine.search = () => {
      throw Object.assign(new Error("unreachable"), { name: "EngineError", code: "crashed" });
    };
  });
  await demo.input.pressSequentially("wa");
  await demo.element.locator(".failure").waitFor();
  assert.match(await demo.element.locator(".failure").textContent(), /gestopt door een fout/);
  await demo.input.pressSequentially("pens");
  await demo.element.getByRole("button", { name: "Opnieuw proberen" }).click();
  await demo.element.locator(".root:not(.loading):not(.failed)").waitFor();
  assert.equal(await demo.input.inputValue(), "wapens");
  assert.ok((await demo.areas()).includes("P10"));
  demo.assertClean();
});

test("6: WebAssembly that traps in use", async (t) => {
  const demo = await openDemo(t, "", { prepare: (page) => page.addInitScript(() => {
    globalThis.memories = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const make = WebAssembly[name];
      WebAssembly[name] = async (...args) => {
        const made = await make.apply(WebAssembly, args);
        const memory = Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
        if (memory) globalThis.memories.push(memory);
        return made;
      };
    }
  }) });
  const spoilt = await demo.page.evaluate(() => globalThis.memories.map(({ buffer }) => new Uint8Array(buffer).fill(0xff).length));
  assert.ok(spoilt.length > 0);
  await demo.input.pressSequentially("wapens");
  await demo.element.locator(".failure").waitFor();
  assert.match(await demo.element.locator(".failure").textContent(), /gestopt door een fout/);
  await demo.element.getByRole("button", { name: "Opnieuw proberen" }).click();
  await demo.element.locator(".root:not(.loading):not(.failed)").waitFor();
  assert.equal(await demo.input.inputValue(), "wapens");
  assert.ok((await demo.areas()).includes("P10"));
  demo.assertClean();
});

test("6: an engine that another element brought down", async (t) => {
  const demo = await openDemo(t);
  const { page } = demo;
  await page.evaluate(async () => {
    const [first] = document.querySelectorAll("empact-priorities");
    const { engine } = first;
    const { search } = engine;
    engine.search = () => { throw Object.assign(new Error("The engine crashed."), { name: "EngineError", code: "crashed" }); };
    const second = document.createElement("empact-priorities");
    document.body.append(second);
    const failed = await second.whenReady().then(() => "ready", ({ message }) => message);
    if (failed !== "The engine crashed.") throw new Error(failed);
    engine.search = search;
    const third = document.createElement("empact-priorities");
    document.body.append(third);
    const other = await third.whenReady();
    if (other === engine) throw new Error("the same engine");
    second.remove();
    third.remove();
  });
  demo.assertClean();
});

test("7: from a sub-folder", async (t) => {
  const demo = await openDemo(t, "index.html#P7e", { base: "/deep/in/a portal/".replace(" ", "-") });
  assert.equal(await demo.toggle("P7e").getAttribute("aria-expanded"), "true");
  assert.ok(demo.requests.length > 3);
  demo.assertClean();
});

test("8, A24: without JavaScript", async (t) => {
  const { page } = await openPage({ t, context: { javaScriptEnabled: false } });
  assert.match(await page.locator("main").innerText(), /heeft JavaScript nodig.*Prioriteit 1: Criminele netwerken met een hoog risico/s);
});
