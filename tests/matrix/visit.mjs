// A page in one of the browsers: served, opened, used as a reader would, and watched.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { serve, strictPolicy } from "../../pkg/tools/serve.mjs";
import { watchScript } from "./drivers.mjs";

/** How long something may take until it is there: the machine may be busy, and WebKitGTK draws without a graphics card. */
const PATIENCE = 120_000;

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Serves a folder and keeps what is asked for; pages get the watch where the browser's driver cannot put it there. */
async function serveWatched(folder, { policy, watches }) {
  const requests = [];
  const respond = async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/favicon.ico") {
      response.writeHead(204).end();
      return true;
    }
    response.on("finish", () => requests.push({ path: pathname, status: response.statusCode }));
    if (watches) return false;
    if (pathname === "/watch.js") {
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(readFileSync(watchScript));
      return true;
    }
    if (!/\/$|\.html$/u.test(pathname)) return false;
    const html = readFileSync(`${folder}/${pathname.endsWith("/") ? `${pathname}index.html` : pathname}`, "utf8");
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html.replace("<head>", '<head><script src="/watch.js"></script>'));
    return true;
  };
  return { ...(await serve(folder, { policy, respond })), requests };
}

/**
 * Opens a page.
 * - `folder`: what is served, under `policy`; or `address`: what is served already.
 * - `path`: what follows the address: `index.html#P1`.
 * - `size`: of the window, before there is a page in it.
 */
export async function visit(driver, { folder, address, path = "", size, policy = strictPolicy }) {
  const server = folder === undefined ? { address, requests: [], close: () => undefined } : await serveWatched(folder, { policy, watches: driver.watches });
  const tab = await driver.open();

  /** Waits until a function says something in the page, and gives what it says. */
  async function until(what, run, ...args) {
    const end = Date.now() + PATIENCE;
    let said;
    while (Date.now() < end) {
      try {
        said = await tab.evaluate(run, ...args);
      } catch (error) {
        // Between two pages there is nothing to ask.
        said = undefined;
        if (Date.now() + 1000 > end) throw error;
      }
      if (said) return said;
      await pause(50);
    }
    const seen = await tab.evaluate(() => JSON.stringify(globalThis.seen)).catch(String);
    assert.fail(`${what}: not within ${PATIENCE / 1000} s; seen on the page: ${seen}`);
  }

  const page = {
    ...tab,
    address: server.address,
    requests: server.requests,
    until,
    goto: (more) => tab.goto(server.address + more),
    /** Clicks in the middle of what a selector finds in the element, or in the page around it. */
    async press(selector) {
      const [x, y] = await until(`${selector} to click on`, (wanted) => {
        const found = document.querySelector("empact-priorities")?.shadowRoot?.querySelector(wanted) ?? document.querySelector(wanted);
        if (!found?.checkVisibility()) return undefined;
        found.scrollIntoView({ block: "center", behavior: "instant" });
        const { x: left, y: top, width, height } = found.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      }, selector);
      await tab.click(x, y);
    },
    key: (name) => tab.press(name),
    /** The cards are there. */
    async ready() {
      await until("cards", () => {
        const root = document.querySelector("empact-priorities")?.shadowRoot?.querySelector(".root");
        return root?.matches(":not(.loading):not(.failed)") && document.querySelector("empact-priorities").engine;
      });
    },
    /** What was changed is on the screen. */
    async painted() {
      await tab.evaluate(() => {
        globalThis.painted = false;
        requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.painted = true; }));
      });
      await until("two frames", () => globalThis.painted);
    },
    /** Ids of the crime areas that can be seen. */
    areas: () => tab.evaluate(() => [...document.querySelector("empact-priorities").shadowRoot.querySelectorAll(".view.priorities article:not(.passage)")]
      .filter((card) => card.checkVisibility()).map((card) => card.dataset.id)),
    /** Types a query and waits for its answer. */
    async search(text) {
      await page.press("input[type=search]");
      await tab.type(text);
      await until(`the query ${text}`, (query) => document.querySelector("empact-priorities").query === query, text);
      await page.painted();
      await until(`the answer to ${text}`, () => !document.querySelector("empact-priorities").matches(":state(answering)"));
    },
    /** No error, no violation but the `expected` ones, nothing missing, nothing asked of others. */
    async assertClean({ violations = [], warnings = [] } = {}) {
      const seen = await tab.evaluate(() => ({
        ...globalThis.seen,
        elsewhere: performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /^\w+:\/\//u.test(name) && new URL(name).host !== location.host),
      }));
      const missing = server.requests.filter(({ status }) => status >= 400).map((request) => `${request.path} ${request.status}`);
      assert.deepEqual({ ...seen, missing }, { errors: [], warnings, violations, elsewhere: [], missing: [] });
    },
    async close() {
      await tab.close();
      await server.close();
    },
  };
  if (size !== undefined) await tab.resize(...size);
  await page.goto(path);
  return page;
}

/** Opens a page, uses it and closes it, whatever happens. */
export async function visiting(driver, options, use) {
  const page = await visit(driver, options);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}
