// Set-up: brings the tools of the build into the repository. Nothing is installed outside it, except the WebAssembly target of
// Rust, which rustup keeps with its toolchain. Safe to run again; when everything is there it takes less than a second.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { at, fingerprint, isCurrent, isMain, markCurrent, onWindows, toolEnvironment, toolsDir, versions } from "./project.mjs";
import { Advice, command, run, say } from "./report.mjs";

/** The trimmed output of a command, or `undefined` if it is missing or fails. */
function answerOf(program, ...args) {
  const { status, stdout } = spawnSync(program, args, { cwd: at(), env: toolEnvironment(), encoding: "utf8", shell: onWindows });
  return status === 0 ? stdout.trim() : undefined;
}

function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Advice(`Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org.`);
  if (answerOf("npm", "--version") === undefined) throw new Advice("npm is missing: install Node 20 or newer with npm from https://nodejs.org.");
}

function requireRust() {
  if (answerOf("rustup", "--version") === undefined) throw new Advice("rustup is missing: install Rust from https://rustup.rs.");
  const found = answerOf("rustc", "--version")?.split(" ")[1];
  if (found === undefined || answerOf("cargo", "--version") === undefined) throw new Advice("Rust does not run: install a toolchain with `rustup default stable`.");
  const wanted = /^rust-version = "(?<version>[^"]+)"$/mu.exec(readFileSync(at("Cargo.toml"), "utf8"))?.groups?.version;
  if (wanted !== undefined && isOlder(found, wanted)) throw new Advice(`Rust ${found} is too old: get ${wanted} or newer with \`rustup update stable\`.`);
  if (!onWindows && answerOf("cc", "--version") === undefined) throw new Advice("Rust has no linker: install a C compiler (on Debian or Ubuntu: sudo apt-get install build-essential).");
}

/** Whether version `a` is older than `b`, both as `1.95` or `1.95.0`. */
function isOlder(a, b) {
  const [ours, theirs] = [a, b].map((version) => version.split(/[.-]/u).map(Number));
  return ours[0] !== theirs[0] ? ours[0] < theirs[0] : ours[1] < theirs[1];
}

async function ensureRustParts() {
  const target = "wasm32-unknown-unknown";
  if (answerOf("rustup", "target", "list", "--installed")?.split(/\s+/u).includes(target) !== true) {
    say(`rustup: adding the target ${target}`);
    await run("rustup", ["target", "add", target], { log: "rustup-target", title: `rustup target add ${target}` });
  }
  for (const component of ["rustfmt", "clippy"]) {
    if (answerOf("cargo", component === "rustfmt" ? "fmt" : component, "--version") !== undefined) continue;
    say(`rustup: adding ${component}`);
    await run("rustup", ["component", "add", component], { log: `rustup-${component}`, title: `rustup component add ${component}` });
  }
}

async function ensureCargoTool(crate, binary, version, flags) {
  const file = join(toolsDir, "bin", onWindows ? `${binary}.exe` : binary);
  if (existsSync(file) && answerOf(file, "--version")?.split(" ")[1] === version) return;
  say(`compiling ${crate} ${version} into target/tools (once; some minutes)`);
  await run("cargo", ["install", crate, "--version", version, "--root", toolsDir, "--force", ...flags], {
    log: `install-${crate}`,
    title: `cargo install ${crate}`,
    // One build folder for all tools: they share dependencies. It is large and not needed afterwards.
    env: toolEnvironment({ CARGO_TARGET_DIR: at("target/tools-build") }),
  });
}

async function ensureNodePackages() {
  const inputs = fingerprint([at("package.json"), at("package-lock.json")]);
  const installed = [at("node_modules/.package-lock.json")];
  if (isCurrent("npm", inputs, installed)) return;
  say("npm: installing the packages of package-lock.json");
  await run("npm", ["ci", "--no-audit", "--no-fund"], { log: "npm-ci", title: "npm ci" });
  markCurrent("npm", inputs, installed);
}

/** Does what is still to be done. */
export async function setUp() {
  requireNode();
  requireRust();
  await ensureRustParts();
  await ensureNodePackages();
  await ensureCargoTool("wasm-pack", "wasm-pack", versions.wasmPack, ["--locked"]);
  // Its lock file names a crate that today's compilers refuse, so not `--locked`.
  await ensureCargoTool("wasm-bindgen-cli", "wasm-bindgen", versions.wasmBindgen, []);
  rmSync(at("target/tools-build"), { recursive: true, force: true });
  say("tools: ready");
}

if (isMain(import.meta)) await command(setUp);
