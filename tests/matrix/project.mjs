// A project elsewhere that uses the packed package, and the tools that it builds with.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, onWindows } from "../../pkg/tools/project.mjs";
import { Advice, run } from "../../pkg/tools/report.mjs";

/** Longer than this nothing takes that will end: webpack took five minutes on a machine that did ten other things. */
const PATIENCE = 20 * 60_000;

/** A command that must succeed; gives what it printed. */
function must(command, args, cwd) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", shell: onWindows, env: { ...process.env, NO_COLOR: "1" }, timeout: PATIENCE });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? ""}\n${stdout}${stderr}`);
  return { stdout, stderr };
}

/**
 * Packs the package and installs it with the tools of `consumer/` in a new folder outside the repository, where no settings of the repository can
 * help.
 */
export async function createProject() {
  const root = mkdtempSync(join(tmpdir(), "empact-priorities-matrix-"));
  const folder = join(root, "consumer");
  cpSync(at("tests/matrix/consumer"), folder, { recursive: true });
  const [{ filename }] = JSON.parse(must("npm", ["pack", "--json", "--pack-destination", root], at("pkg")).stdout);
  const install = (...args) => run("npm", [...args, "--no-audit", "--no-fund", "--prefer-offline"], { cwd: folder, log: "matrix-install", title: `npm ${args[0]}` });
  await install("ci");
  await install("install", "--no-save", join(root, filename));

  const installed = join(folder, "node_modules/empact-priorities");
  const versionOf = (name) => JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;

  /** A command of the installed tools. */
  const tool = (name, ...args) => must(join(folder, "node_modules/.bin", name), args, folder);
  /** An empty folder for what is built. */
  const target = (name) => {
    const made = join(root, "built", name);
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made, { recursive: true });
    return made;
  };
  /** The page of a part of the project, changed by `edit`, beside what a bundler made. */
  const copyPage = (part, made, edit = (html) => html) => {
    writeFileSync(join(made, "index.html"), edit(readFileSync(join(folder, part, "index.html"), "utf8")));
    return made;
  };
  return {
    folder,
    installed,
    versionOf,
    tool,
    target,
    copyPage,
    puppeteer: createRequire(join(folder, "package.json"))("puppeteer-core"),
    node: (...args) => must(process.execPath, args, folder),
    /** Starts Vite's development server; gives its address and a function that stops it. */
    async develop(part, config) {
      const child = spawn(process.execPath, [join(folder, "node_modules/vite/bin/vite.js"), part, "--config", config, "--host", "127.0.0.1"], { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });
      let text = "";
      const address = await new Promise((resolve, reject) => {
        for (const stream of [child.stdout, child.stderr]) {
          stream.on("data", (chunk) => {
            text += chunk;
            const found = /http:\/\/127\.0\.0\.1:\d+\//u.exec(text);
            if (found) resolve(found[0]);
          });
        }
        child.once("close", () => reject(new Error(`vite ended: ${text}`)));
      });
      return { address, close: () => child.kill() };
    },
    /** Another copy of the package, with another version in its scripts and its WebAssembly. */
    installOther() {
      const version = versionOf("empact-priorities");
      // Of the same length, since it stands inside the WebAssembly too.
      const other = version.replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10));
      const copy = join(folder, "node_modules/empact-priorities-other");
      cpSync(installed, copy, { recursive: true });
      const change = (name, before, after) => {
        const file = join(copy, name);
        writeFileSync(file, readFileSync(file, "latin1").replaceAll(before, after), "latin1");
      };
      change("package.json", `"version": "${version}"`, `"version": "${other}"`);
      change("dist/empact_priorities.wasm", version, other);
      for (const name of readdirSync(join(copy, "dist")).filter((file) => file.endsWith(".js"))) change(`dist/${name}`, version, other);
      return { version, other };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
