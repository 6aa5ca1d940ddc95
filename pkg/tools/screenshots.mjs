// Takes pictures of the demo page in all its states into target/screenshots, and the picture of the README into www/picture.png.
// `npm run screenshots`, or with words that the names must contain: `npm run screenshots -- dark print`.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureBrowser, flags } from "./browser.mjs";
import { build } from "./build.mjs";
import { at, isMain, siteDir } from "./project.mjs";
import { command, say } from "./report.mjs";
import { serve } from "./serve.mjs";

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };

/** Types into the search box as a reader would. */
const type = (text) => async (page) => {
  await page.locator("empact-priorities input[type=search]").pressSequentially(text);
  await page.waitForTimeout(200);
};
const press = (key) => (page) => page.keyboard.press(key);
const tick = (value) => (page) => page.locator(`empact-priorities input[data-value="${value}"]`).first().check();
const openSources = (id) => async (page) => {
  const sources = page.locator(`empact-priorities [data-id="${id}"] .source`);
  await sources.nth(0).click();
};

/**
 * One picture each: where (`file`, if not the demo page), how wide, and what the reader does first. `whole`: the whole page instead of the window.
 * `respond`: what the server does instead of serving a file.
 */
const pictures = [
  { name: "wide-nl", viewport: wide },
  { name: "wide-nl-whole", viewport: wide, whole: true },
  { name: "wide-en", viewport: wide, path: "#?lang=en" },
  { name: "wide-dark", viewport: wide, dark: true },
  { name: "wide-dark-card", viewport: wide, dark: true, path: "#P7e", steps: [openSources("P7e")] },
  { name: "very-wide-nl", viewport: { width: 1800, height: 1000 } },
  { name: "middle-nl", viewport: { width: 768, height: 1024 } },
  { name: "narrow-nl", viewport: narrow },
  { name: "narrow-nl-whole", viewport: narrow, whole: true },
  { name: "narrow-en-card", viewport: { width: 360, height: 740 }, path: "#P7e?lang=en" },
  { name: "narrow-search", viewport: { width: 360, height: 740 }, path: "#?q=witwassen", whole: true },
  { name: "card-nl", viewport: wide, path: "#P7e", steps: [openSources("P7e")], whole: true, part: '[data-id="P7e"]' },
  { name: "card-en", viewport: wide, path: "#P1?lang=en", part: '[data-id="P1"]' },
  { name: "card-threat", viewport: wide, path: "#HT1", part: '[data-id="HT1"]' },
  { name: "search-nl", viewport: wide, steps: [type("witwassen")], whole: true },
  { name: "search-facets", viewport: wide, steps: [type("netwerken"), tick("CHSG")] },
  { name: "search-en", viewport: wide, path: "#?lang=en", steps: [type("money laundering")] },
  { name: "search-alias", viewport: wide, steps: [type("MTIC")] },
  { name: "search-cosi", viewport: wide, steps: [type("COSI 2023")] },
  { name: "search-definition", viewport: wide, steps: [type("HRCN")] },
  { name: "suggestions-nl", viewport: wide, steps: [type("witw"), press("ArrowDown")] },
  { name: "suggestions-en-dark", viewport: wide, dark: true, path: "#?lang=en", steps: [type("drugs p"), press("ArrowUp")] },
  { name: "suggestions-narrow", viewport: { width: 360, height: 740 }, steps: [type("cyb")] },
  { name: "suggestions-forced", viewport: wide, forced: true, steps: [type("fraude"), press("ArrowUp")] },
  { name: "meant-nl", viewport: wide, steps: [type("mensenhadnel"), press("Escape")] },
  { name: "meant-en-narrow", viewport: { width: 360, height: 740 }, dark: true, path: "#?lang=en", steps: [type("fraud xyzzy"), press("Escape")] },
  { name: "tasks-nl", viewport: wide, path: "#?view=tasks" },
  { name: "tasks-en-cosi", viewport: wide, path: "#?view=tasks&actor=A-cosi&lang=en", whole: true },
  { name: "text-nl", viewport: wide, path: "#?view=text" },
  { name: "text-en-paragraph", viewport: wide, path: "#O13?lang=en" },
  { name: "text-recital", viewport: wide, path: "#R01" },
  { name: "background-nl", viewport: wide, path: "#?view=background", whole: true },
  { name: "background-narrow", viewport: narrow, path: "#T-hrcn" },
  { name: "background-role", viewport: wide, path: "#ROLE-driver", steps: [(page) => page.locator("empact-priorities [data-id=ROLE-driver] .from-elsewhere").click()] },
  { name: "background-search", viewport: wide, path: "#?view=background&q=socta" },
  { name: "background-en", viewport: wide, path: "#?view=background&lang=en" },
  { name: "no-results", viewport: wide, steps: [type("xyzzy")] },
  { name: "no-results-narrow", viewport: narrow, steps: [type("xyzzy")] },
  { name: "loading", viewport: wide, slow: true },
  { name: "broken-dataset", viewport: wide, broken: true, whole: true },
  { name: "broken-dataset-narrow", viewport: narrow, broken: true },
  { name: "no-engine", viewport: wide, missing: true },
  { name: "forced-colors", viewport: wide, forced: true, path: "#?q=witwassen" },
  { name: "intranet-wide", viewport: wide, file: "intranet.html", whole: true },
  { name: "intranet-dark", viewport: wide, dark: true, file: "intranet.html", path: "?empact-open=P7e" },
  { name: "intranet-narrow", viewport: { width: 360, height: 740 }, file: "intranet.html", whole: true },
  { name: "print", viewport: { width: 900, height: 1200 }, path: "#P7e", print: true, whole: true },
];

/** A dataset with many faults, made from the real one. */
function broken(text) {
  const data = JSON.parse(text);
  for (const priority of data.priorities) priority.number += 1;
  data.subPriorities[0].parent = "P99";
  data.objectives[0].source.quote = "woorden die er niet staan";
  delete data.document.session;
  return JSON.stringify(data);
}

async function take(browser, picture, folder) {
  const server = await serve(siteDir, {});
  const context = await browser.newContext({
    viewport: picture.viewport,
    colorScheme: picture.dark ? "dark" : "light",
    forcedColors: picture.forced ? "active" : "none",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.route("**/*.wasm", async (route) => {
    if (picture.missing) return route.fulfill({ status: 404, body: "" });
    if (picture.slow) return undefined;
    return route.continue();
  });
  await page.route("**/own.json", async (route) => {
    const response = await route.fetch({ url: `${server.address}empact-priorities/dataset.json` });
    await route.fulfill({ status: 200, contentType: "application/json", body: broken(await response.text()) });
  });
  await page.route("**/index.html", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: picture.broken ? html.replace("<empact-priorities ", '<empact-priorities src="own.json" ') : html });
  });
  await page.goto(`${server.address}${picture.file ?? "index.html"}${picture.path ?? ""}`);
  const settled = picture.slow ? ".loading" : picture.broken || picture.missing ? ".failure" : ".root:not(.loading)";
  await page.locator(`empact-priorities ${settled}`).first().waitFor();
  for (const step of picture.steps ?? []) await step(page);
  if (picture.print) {
    // What a browser tells a page before it prints.
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
  }
  await page.waitForTimeout(150);
  const path = join(folder, `${picture.name}.png`);
  if (picture.part) await page.locator(`empact-priorities ${picture.part}`).first().screenshot({ path });
  else await page.screenshot({ path, fullPage: picture.whole ?? false });
  await context.close();
  await server.close();
}

export async function screenshots(words = []) {
  const folder = at("target/screenshots");
  if (words.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { browser: executablePath } = await ensureBrowser();
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const wanted = pictures.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
    for (const picture of wanted) {
      say(`screenshot: ${picture.name}`);
      await take(browser, picture, folder);
    }
    if (words.length === 0 || words.includes("picture")) {
      await take(browser, { name: "picture", viewport: { width: 1280, height: 960 }, path: "#?q=witwassen" }, at("www"));
      say("picture of the README: www/picture.png");
    }
  } finally {
    await browser.close();
  }
}

if (isMain(import.meta)) {
  const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  await command(async () => {
    if (!process.argv.includes("--no-build")) await build();
    await screenshots(words);
  });
}
