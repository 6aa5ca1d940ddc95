// What the tests in a browser share: a static server with the strict policy, a Chromium, and a watch on everything that must not happen.

import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { ensureBrowser, flags } from "../../pkg/tools/browser.mjs";
import { siteDir } from "../../pkg/tools/project.mjs";
import { serve, strictPolicy } from "../../pkg/tools/serve.mjs";

export { siteDir, strictPolicy };

/** One browser for each test file, closed when its tests are done. */
let browser;

/** @returns {Promise<import("playwright-core").Browser>} */
export function startBrowser() {
  browser ??= ensureBrowser().then(({ browser: executablePath }) => chromium.launch({ executablePath, args: flags }));
  return browser;
}

/** The same browser as its readers have it: a page that one comes back to is the one that was left. The driver turns that off. */
export const startKeepingBrowser = async () => chromium.launch({ executablePath: (await ensureBrowser()).browser, args: flags, ignoreDefaultArgs: ["--disable-back-forward-cache"] });

after(async () => {
  await (await browser)?.close();
});

/** Whatever presses keys waits for what is in sight of the answer: a letter is painted before it is answered, and that waits for a pause where the machine is slow. */
function waitAfter(keys, names, pageOf) {
  for (const name of names) {
    const press = keys[name];
    keys[name] = async function (...args) {
      await press.apply(this, args);
      await pageOf(this).evaluate(async () => {
        for (let frames = 0; frames < 2 || document.querySelector("empact-priorities:state(answering)"); frames += 1) {
          if (frames > 600) throw new Error("what was typed is not answered");
          await new Promise((resolve) => {
            requestAnimationFrame(() => setTimeout(resolve));
          });
        }
      });
    };
  }
}

let isPatient = false;

function waitForAnswers(page) {
  waitAfter(page.keyboard, ["press", "type", "insertText"], () => page);
  // All locators share this one.
  if (!isPatient) waitAfter(Object.getPrototypeOf(page.locator("html")), ["press", "pressSequentially", "fill", "clear"], (locator) => locator.page());
  isPatient = true;
}

/** What something puts on the clipboard, which takes the browser a moment; what was there before is gone. The context needs both permissions for it. */
export async function copiedBy(page, act) {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await act();
  return page.evaluate(async () => {
    for (let frames = 0; frames < 600; frames += 1) {
      const text = await navigator.clipboard.readText();
      if (text !== "") return text;
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
    }
    throw new Error("nothing is copied");
  });
}

/**
 * Opens a page of a static folder under the strict policy.
 *
 * - `path`: what follows the address of the folder: `"#P7e"`, `"index.html?lang=en"`, or nothing.
 * - `folder`: what is served; the demo page if left out.
 * - `base`: below which path it is served, `"/"` or for instance `"/some/folder/"`.
 * - `policy`: another content security policy.
 * - `respond(request, response)`: answers requests itself by returning `true`, for missing or broken files.
 * - `context`: options of the browser context: `{ viewport, colorScheme, reducedMotion, forcedColors, locale, permissions, javaScriptEnabled }`.
 * - `prepare(page)`: called before the page is opened.
 * - `browser`: another than the one that the tests share.
 *
 * @returns `page`, its `address` (of the folder), what was seen (`errors`, `warnings`, `violations`, `requests`, `outside`),
 *   `assertClean()` and `close()`. A test can also leave closing to the end of the test: pass it as `t`.
 */
export async function openPage({ t, path = "", folder = siteDir, base = "/", policy = strictPolicy, respond, context: contextOptions = {}, prepare, browser: own } = {}) {
  const server = await serve(folder, { base, policy, respond });
  const context = await (own ?? (await startBrowser())).newContext(contextOptions);
  const errors = [];
  const warnings = [];
  const violations = [];
  const requests = [];

  await context.exposeBinding("reportViolation", (_source, violation) => violations.push(violation));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
      globalThis.reportViolation({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample });
    });
  });
  const page = await context.newPage();
  waitForAnswers(page);
  page.on("console", (message) => {
    const { url } = message.location();
    // Browsers ask for this file by themselves where a page names no icon.
    if (url === new URL("/favicon.ico", server.address).href) return;
    if (message.type() === "error") errors.push(url === "" ? message.text() : `${message.text()} (${url})`);
    if (message.type() === "warning") warnings.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("request", (request) => {
    if (!request.url().endsWith("/favicon.ico")) requests.push(request.url());
  });
  const close = async () => {
    await context.close();
    await server.close();
  };
  t?.after(close);
  await prepare?.(page);
  await page.goto(server.address + path, { waitUntil: "load" });
  return {
    page,
    context,
    address: server.address,
    errors,
    warnings,
    violations,
    requests,
    /** Requests to anything but the served folder. */
    get outside() {
      return requests.filter((url) => !url.startsWith(server.address));
    },
    /** No error in the console, no violation of the policy, no request outside the folder. */
    assertClean() {
      assert.deepEqual({ errors, violations, outside: this.outside }, { errors: [], violations: [], outside: [] });
    },
    close,
  };
}
