// Three browsers behind the same few verbs: Chromium and Firefox by Puppeteer (WebDriver BiDi in Firefox), WebKitGTK by WebDriver.
//
// A driver has `version` and `open()`, which gives a fresh tab; a tab has
//   goto(url), back(), evaluate(function, ...arguments), click(x, y), type(text), press(key), resize(width, height), screenshot(path), close().
// `watches` says whether the driver itself puts watch.js into every page; where it cannot, the server has to. `refusals` are the violations that the
// browser reports when a page tries whether WebAssembly may run, and it may not.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { findBrowser, flags } from "../../pkg/tools/browser.mjs";
import { Advice } from "../../pkg/tools/report.mjs";

export const watchScript = new URL("./watch.js", import.meta.url);

const onPath = (...names) => names.flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name))).find(existsSync);

async function startPuppeteer(puppeteer, options) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  const watch = readFileSync(watchScript, "utf8");
  return {
    version: await browser.version(),
    watches: true,
    refusals: ["script-src wasm-eval"],
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.evaluateOnNewDocument(watch);
      return {
        goto: (url) => page.goto(url),
        // Not `page.goBack`: in Firefox it waits for a document to load, and there is none within a page.
        back: () => page.evaluate(() => history.back()),
        evaluate: (...call) => page.evaluate(...call),
        click: (x, y) => page.mouse.click(x, y),
        type: (text) => page.keyboard.type(text, { delay: 10 }),
        press: (key) => page.keyboard.press(key),
        resize: (width, height) => page.setViewport({ width, height }),
        screenshot: (path) => page.screenshot({ path }),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

function startChromium(puppeteer) {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Advice("There is no Chromium: sudo apt-get install chromium, or name one in CHROME_PATH.");
  return startPuppeteer(puppeteer, { browser: "chrome", executablePath, args: flags });
}

function startFirefox(puppeteer) {
  const executablePath = process.env.FIREFOX_PATH ?? onPath("firefox-esr", "firefox");
  if (executablePath === undefined) throw new Advice("There is no Firefox: sudo apt-get install firefox-esr, or name one in FIREFOX_PATH.");
  return startPuppeteer(puppeteer, { browser: "firefox", executablePath });
}

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Where distributions put the browser that WebKitWebDriver starts. */
const miniBrowser = () => ["x86_64", "aarch64"].flatMap((machine) => ["4.1", "6.0", "4.0"].map((version) => `/usr/lib/${machine}-linux-gnu/webkit${version === "6.0" ? "gtk" : "2gtk"}-${version}/MiniBrowser`)).find(existsSync);

/** The keys that the suite presses, as WebDriver writes them. */
const KEYS = { Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004" };

async function startWebkit() {
  const driver = onPath("WebKitWebDriver");
  const binary = miniBrowser();
  if (driver === undefined || binary === undefined || onPath("xvfb-run") === undefined) {
    throw new Advice("There is no WebKitGTK with its driver and a display without a screen: sudo apt-get install webkit2gtk-driver xvfb xauth.");
  }
  const port = await freePort();
  // A group of its own, so that the display and the browser end with the driver.
  const child = spawn("xvfb-run", ["-a", "-s", "-screen 0 1400x1200x24", driver, `--port=${port}`], { detached: true, stdio: "ignore" });
  const stop = () => {
    process.off("exit", stop);
    process.kill(-child.pid);
  };
  process.on("exit", stop);

  const ask = async (method, path, body) => {
    // A driver that does not answer fails one case, not the whole run.
    const signal = AbortSignal.timeout(60_000);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, signal, ...(method === "POST" && { body: JSON.stringify(body ?? {}) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const until = Date.now() + 20_000;
  while (!(await ask("GET", "/status").then(({ ready }) => ready, () => false))) {
    if (Date.now() > until || child.exitCode !== null) {
      stop();
      throw new Error("WebKitWebDriver does not answer.");
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  const begin = () => ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } } });
  const { sessionId: first, capabilities } = await begin();
  await ask("DELETE", `/session/${first}`);
  return {
    version: `WebKitGTK/${capabilities.browserVersion}`,
    watches: false,
    // It tells nobody when it refuses to instantiate.
    refusals: [],
    async open() {
      const { sessionId } = await begin();
      const session = `/session/${sessionId}`;
      const post = (path, body) => ask("POST", session + path, body);
      const keys = (text) => post("/actions", { actions: [{ type: "key", id: "keyboard", actions: [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }] });
      return {
        goto: (url) => post("/url", { url }),
        back: () => post("/back"),
        evaluate: (run, ...args) => post("/execute/sync", { script: `return (${run})(...arguments);`, args }),
        click: (x, y) => post("/actions", { actions: [{ type: "pointer", id: "mouse", actions: [
          { type: "pointerMove", x: Math.round(x), y: Math.round(y) }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 },
        ] }] }),
        type: keys,
        press: (key) => keys(KEYS[key]),
        resize: (width, height) => post("/window/rect", { width, height }),
        screenshot: async (path) => writeFileSync(path, Buffer.from(await ask("GET", `${session}/screenshot`), "base64")),
        close: () => ask("DELETE", session),
      };
    },
    close: stop,
  };
}

/**
 * Starts a browser: `chromium`, `firefox` or `webkit`.
 * @throws {Advice} when it is not there.
 */
export function start(name, puppeteer) {
  return { chromium: startChromium, firefox: startFirefox, webkit: startWebkit }[name](puppeteer);
}
