// The demo page as a reader meets it: what the tests of the page share.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openPage, siteDir } from "./harness.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Opens the demo page and waits until its cards are there. `wait: false` does not wait. */
export async function openDemo(t, path = "", options = {}) {
  const { wait = true, ...rest } = options;
  const opened = await openPage({ t, path, ...rest });
  const element = opened.page.locator("empact-priorities");
  if (wait) await element.locator(".root:not(.loading):not(.failed)").waitFor();
  return {
    ...opened,
    element,
    input: element.locator("input[type=search]"),
    /** The card of a crime area, a passage or a task. */
    card: (id) => element.locator(`[data-id="${id}"]`),
    /** The button that opens a card: the first one in it. */
    toggle: (id) => element.locator(`[data-id="${id}"] [data-key="${id}"]`),
    status: element.locator("..").locator("empact-priorities p.vh[role=status]"),
    /** Ids of the crime areas that are shown, in the order of the page. */
    areas: () => element.locator(".view.priorities article:not(.passage)").evaluateAll((cards) => cards.filter((card) => card.checkVisibility()).map((card) => card.dataset.id)),
    /** The hash of the page. */
    hash: () => opened.page.evaluate(() => location.hash),
  };
}

/**
 * A page of a portal with elements in it, and files that a test serves; a file can be a function that answers when it wants, or writes its own
 * response. `wait: false` does not wait for the cards.
 */
export async function openHost(t, body, files = {}, { wait = true, ...options } = {}) {
  const opened = await openPage({ t, path: "host.html", ...options, respond: async (request, response) => {
    const name = new URL(request.url, "http://host").pathname.split("/").at(-1);
    if (name === "host.html") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.end(`<!doctype html><html lang="nl"><title>Portaal</title><script type="module" src="./empact-priorities/define.js"></script><main>${body}</main></html>`);
      return true;
    }
    if (!Object.hasOwn(files, name)) return false;
    const content = typeof files[name] === "function" ? await files[name](request, response) : files[name];
    if (response.headersSent) return true;
    response.writeHead(content === undefined ? 404 : 200, { "Content-Type": "application/octet-stream" });
    response.end(content);
    return true;
  } });
  if (wait) await opened.page.waitForFunction(() => [...document.querySelectorAll("empact-priorities")].every(({ engine }) => engine));
  return { ...opened, element: opened.page.locator("empact-priorities").first() };
}

/** How long the typing pauses, in milliseconds, before what there is is said (element/announcer.ts). */
const PAUSE = 1000;

/** Prepares a page in which that pause is over when the test says so, by {@link endPause}, on a machine of whatever speed. */
export const withHeldPause = (page) => page.addInitScript((pause) => {
  const { setTimeout: wait, clearTimeout: callOff } = globalThis;
  const held = new Map();
  globalThis.setTimeout = (work, milliseconds, ...rest) => {
    if (milliseconds !== pause) return wait(work, milliseconds, ...rest);
    const timer = wait(() => undefined);
    held.set(timer, work);
    return timer;
  };
  globalThis.clearTimeout = (timer) => {
    held.delete(timer);
    callOff(timer);
  };
  // One after the other, as they would come: what is said twice is heard twice.
  globalThis.endPause = async () => {
    for (const [timer, work] of held) {
      held.delete(timer);
      work();
      await new Promise((resolve) => { wait(resolve); });
    }
  };
}, PAUSE);

/** The pause is over: what waits for it is said. */
export const endPause = (page) => page.evaluate(() => globalThis.endPause());

/** What axe-core looks at: WCAG 2.0 to 2.2 A and AA, EN 301 549, and what is good practice beyond them. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"];

/** What axe-core finds wrong, in a form that a failing test can show; `rules`: of these rules alone. */
export async function violationsOf(page, rules) {
  // As a function body, since the page's policy does not let a string become a script.
  if (!(await page.evaluate(() => "axe" in globalThis))) throw new Error("prepare the page with `withAxe`");
  return page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run(document, { runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ target, failureSummary }) => `${target.flat().join(" ")} (${failureSummary.split("\n")[1]?.trim()})`).join("; ")}`);
  }, rules === undefined ? { type: "tag", values: TAGS } : { type: "rule", values: rules });
}

/** Puts axe-core into the page before anything else runs. */
export const withAxe = async (page) => {
  await page.addInitScript({ content: axeSource });
};

/** The text of the embedded dataset, with other values for some of its properties. */
export const datasetWith = (changes = {}) => JSON.stringify({ ...JSON.parse(readFileSync(join(siteDir, "empact-priorities/dataset.json"), "utf8")), ...changes });

/** Serves one file in place of what is in the folder. */
export const serving = (name, body, { status = 200, type = "application/json" } = {}) => (request, response) => {
  if (!request.url.split("?")[0].endsWith(name)) return false;
  response.writeHead(status, { "Content-Type": type });
  response.end(body);
  return true;
};
