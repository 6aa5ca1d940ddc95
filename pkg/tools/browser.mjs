// Finds a Chromium and its driver; on Debian and Ubuntu, as root, installs them where they are missing.

import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { at, isMain, onWindows } from "./project.mjs";
import { Advice, command, run, say } from "./report.mjs";

/** Flags for every run: no sandbox as root (Chromium refuses it there), and nothing but loopback may be reached. */
export const flags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function onPath(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, onWindows ? `${name}.exe` : name);
      if (folder !== "" && isProgram(path)) return path;
    }
  }
  return undefined;
}

const programFiles = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].filter((folder) => folder !== undefined);

/** The path of a Chromium, Chrome or Edge, or `undefined`. */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return named;
    throw new Advice(`CHROME_PATH names ${named}, and that is no program.`);
  }
  return (
    onPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"]) ??
    [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      ...programFiles.flatMap((folder) => [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]),
    ].find(isProgram)
  );
}

/** The path of a chromedriver, or `undefined`. */
export function findDriver() {
  const named = process.env.CHROMEDRIVER;
  if (named !== undefined && named !== "" && isProgram(named)) return named;
  return onPath(["chromedriver"]) ?? ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"].find(isProgram);
}

const majorOf = (program) => /(?<major>\d+)\.\d+\.\d+/u.exec(spawnSync(program, ["--version"], { encoding: "utf8" }).stdout ?? "")?.groups?.major;

/**
 * Sees to it that there are a browser and a driver.
 * @returns their paths.
 * @throws {Advice} when they are missing and cannot be installed.
 */
export async function ensureBrowser() {
  if (findBrowser() === undefined || findDriver() === undefined) {
    if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version") || onPath(["apt-get"]) === undefined) {
      const missing = [findBrowser() === undefined ? "Chromium" : undefined, findDriver() === undefined ? "chromedriver" : undefined].filter(Boolean).join(" and ");
      throw new Advice(`The browser tests need ${missing}: install it (on Debian or Ubuntu: sudo apt-get install chromium chromium-driver), or name an own one in CHROME_PATH and CHROMEDRIVER.`);
    }
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    say("browser: installing chromium and chromium-driver with apt-get");
    await run("apt-get", ["update"], { log: "apt-update", env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"], { log: "apt-install", env });
  }
  const browser = findBrowser();
  const driver = findDriver();
  if (browser === undefined || driver === undefined) throw new Advice("apt-get installed chromium and chromium-driver, and yet they are not to be found: name them in CHROME_PATH and CHROMEDRIVER.");
  const [browserMajor, driverMajor] = onWindows ? [] : [majorOf(browser), majorOf(driver)];
  if (browserMajor !== driverMajor) {
    throw new Advice(`${browser} is version ${browserMajor} and ${driver} is version ${driverMajor}: install a chromedriver of the browser's version, or name one in CHROMEDRIVER.`);
  }
  return { browser, driver };
}

/** Writes the file from which the test runner of wasm-bindgen takes the browser and its flags. */
export function writeWebDriverSettings(browser) {
  const file = at("target/webdriver.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ "goog:chromeOptions": { binary: browser, args: flags } }, undefined, 2));
  return file;
}

if (isMain(import.meta)) {
  await command(async () => {
    const { browser, driver } = await ensureBrowser();
    say(`browser: ${browser}; driver: ${driver}`);
  });
}
