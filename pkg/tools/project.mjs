// Where everything is, and which tool versions the project is built with.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** A path inside the repository. */
export const at = (...parts) => join(root, ...parts);

/**
 * Versions that must match each other. `wasmBindgen` is also pinned in Cargo.toml: the command-line tool writes glue code only
 * for a crate of exactly its own version.
 */
export const versions = { wasmPack: "0.15.1", wasmBindgen: "0.2.130" };

/** Tools that set-up compiles; nothing is installed outside the repository. */
export const toolsDir = at("target/tools");
/** What wasm-pack writes: scratch, never published. */
export const wasmPackDir = at("target/wasm-pack");
/** The published files. */
export const distDir = at("pkg/dist");
/** The demo page as a complete static folder. */
export const siteDir = at("target/www");

export const onWindows = process.platform === "win32";

/**
 * The environment for child processes: our tools come first on PATH. wasm-pack takes a `wasm-bindgen` of the right version and
 * any `wasm-opt` from PATH; without them it would download or compile its own.
 */
export function toolEnvironment(extra = {}) {
  const cargoHome = process.env.CARGO_HOME ?? join(process.env.HOME ?? process.env.USERPROFILE ?? "", ".cargo");
  const path = [join(toolsDir, "bin"), at("node_modules/.bin"), process.env.PATH ?? "", join(cargoHome, "bin")].join(delimiter);
  const flags = [
    // Panic messages name source files: without this, those of the machine that built it.
    `--remap-path-prefix=${join(cargoHome, "registry/src")}=`,
    `--remap-path-prefix=${root}=`,
    // Speed without its bulk: next to nothing is inlined unless `#[inline]` asks for it, and then nothing long, no loop is unrolled, places are not counted along with a loop but
    // reckoned from its number, and nothing is reckoned on more paths so that it need not be on one (measured: ARCHITECTURE.md).
    ...["inline-threshold=33", "inlinehint-threshold=180", "unroll-threshold=0", "unroll-partial-threshold=0", "disable-lsr", "enable-pre=false", "rotation-max-header-size=0"].map((option) => `-Cllvm-args=-${option}`),
  ].join(" ");
  return { ...process.env, PATH: path, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags, ...extra };
}

/** All files below a folder (or the file itself), sorted, as absolute paths. */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

/** A fingerprint of the names and contents of files. */
export function fingerprint(paths, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const file of paths.flatMap(filesBelow)) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const stampFile = (step) => at("target/stamps", `${step}.txt`);

/** Whether a step was last completed with exactly these inputs and its outputs are still there, unchanged. */
export function isCurrent(step, inputs, outputs) {
  if (!existsSync(stampFile(step)) || outputs.some((path) => !existsSync(path))) return false;
  return readFileSync(stampFile(step), "utf8") === `${inputs}\n${fingerprint(outputs)}\n`;
}

/** Remembers that a step was completed. */
export function markCurrent(step, inputs, outputs) {
  mkdirSync(dirname(stampFile(step)), { recursive: true });
  writeFileSync(stampFile(step), `${inputs}\n${fingerprint(outputs)}\n`);
}

/** Whether this file is what `node` was started with. */
export const isMain = (meta) => process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(meta.url);

/** What `wasm-opt` is to do: as `Cargo.toml` tells `wasm-pack`. */
export const wasmOptFlags = () => JSON.parse(/^wasm-opt = (?<flags>\[[^\n]*\])$/mu.exec(readFileSync(at("Cargo.toml"), "utf8")).groups.flags);
