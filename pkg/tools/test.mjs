// `npm test`: everything, from nothing. With names (`npm test -- rust page`) only those steps.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser, writeWebDriverSettings } from "./browser.mjs";
import { at, isMain, toolEnvironment, toolsDir } from "./project.mjs";
import { Advice, clock, command, run, say } from "./report.mjs";
import { setUp } from "./setup.mjs";

/** The test files of a folder; Node 20 does not expand patterns itself. */
function testFiles(folder) {
  const path = at("tests", folder);
  const files = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".test.mjs")).sort() : [];
  if (files.length === 0) throw new Advice(`There are no tests in tests/${folder}: that cannot be right.`);
  return files.map((name) => join(path, name));
}

const nodeTests = (folder) => run(process.execPath, ["--test", "--test-reporter=spec", ...testFiles(folder)], { title: `the tests in tests/${folder}` });

const cargo = (...args) => run("cargo", args, { title: `cargo ${args[0]}`, env: toolEnvironment({ RUSTDOCFLAGS: "-D warnings" }) });

async function wasmTests() {
  const { browser, driver } = await ensureBrowser();
  await run(join(toolsDir, "bin", "wasm-pack"), ["test", "--headless", "--chrome", "--chromedriver", driver, ".", "--test", "wasm"], {
    title: "wasm-pack test",
    env: toolEnvironment({ WASM_BINDGEN_TEST_WEBDRIVER_JSON: writeWebDriverSettings(browser), WASM_BINDGEN_TEST_TIMEOUT: "120" }),
  });
}

const steps = [
  { name: "set-up", what: "tools and packages", always: true, run: setUp },
  { name: "browser", what: "a Chromium and its driver", run: ensureBrowser },
  { name: "format", what: "cargo fmt --check", run: () => cargo("fmt", "--check") },
  { name: "lints", what: "clippy, natively and for WebAssembly, and rustdoc", run: async () => {
    await cargo("clippy", "--all-targets", "--quiet", "--", "-D", "warnings");
    await cargo("clippy", "--lib", "--target", "wasm32-unknown-unknown", "--quiet", "--", "-D", "warnings");
    await cargo("clippy", "--lib", "--target", "wasm32-unknown-unknown", "--no-default-features", "--quiet", "--", "-D", "warnings");
    await cargo("doc", "--no-deps", "--quiet");
  } },
  { name: "rust", what: "cargo test, with the examples in the documentation", run: () => cargo("test", "--quiet") },
  { name: "wasm", what: "the binding in a browser", run: wasmTests },
  { name: "build", what: "WebAssembly, package and page", always: true, run: async () => (await import("./build.mjs")).build() },
  { name: "size", what: "the budget of the WebAssembly", run: async () => (await import("./size.mjs")).printSizes() },
  { name: "types", what: "tsc --strict", run: async () => {
    await run("tsc", ["-p", at("tsconfig.json")], { title: "tsc" });
    await run("tsc", ["-p", at("tests/tsconfig.json")], { title: "tsc (tests)" });
  } },
  { name: "node", what: "the public interface in Node", run: () => nodeTests("node") },
  { name: "page", what: "the page in a browser", run: () => nodeTests("page") },
  { name: "package", what: "packed, installed elsewhere, imported", run: () => nodeTests("package") },
];

if (isMain(import.meta)) {
  await command(async () => {
    const chosen = process.argv.slice(2);
    const unknown = chosen.filter((name) => !steps.some((step) => step.name === name));
    if (unknown.length > 0) throw new Advice(`There is no step ${unknown.join(", ")}. There are: ${steps.map(({ name }) => name).join(", ")}.`);
    const todo = steps.filter((step) => chosen.length === 0 || step.always === true || chosen.includes(step.name));
    const done = [];
    for (const [index, step] of todo.entries()) {
      console.log();
      say(`── ${index + 1}/${todo.length} ${step.name}: ${step.what}`);
      const begin = Date.now();
      try {
        await step.run();
      } catch (error) {
        say(`✗ ${step.name} failed after ${clock(Date.now() - begin)}`);
        throw error;
      }
      done.push(`${step.name} ${clock(Date.now() - begin)}`);
    }
    console.log();
    say(`✓ all ${done.length} steps passed: ${done.join(", ")}`);
  });
}
