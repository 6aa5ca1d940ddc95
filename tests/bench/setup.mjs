// Brings the peers into place: npm packages into tests/bench/node_modules, tantivy into target/bench. Nothing is done twice.
// The first time takes minutes, nearly all of it for compiling tantivy.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isCurrent, isMain, markCurrent } from "../../pkg/tools/project.mjs";
import { command, run, say } from "../../pkg/tools/report.mjs";
import { benchDir, sourceDir, tantivyGlue } from "./places.mjs";

/** What Rust uses of WebAssembly by default. */
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"].map(
  (name) => `--enable-${name}`,
);

/** The npm packages alone: what the benchmark of embedding needs. */
export async function installPackages() {
  const inputs = fingerprint(["package.json", "package-lock.json"].map((file) => join(sourceDir, file)));
  // npm's own note of what is installed stands for all of it.
  const outputs = [join(sourceDir, "node_modules/.package-lock.json")];
  if (isCurrent("bench-packages", inputs, outputs)) return;
  say("installing the peers from npm");
  await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: sourceDir, log: "bench-packages", title: "npm ci in tests/bench" });
  markCurrent("bench-packages", inputs, outputs);
}

async function buildTantivy() {
  const crate = join(sourceDir, "tantivy");
  const inputs = fingerprint(["Cargo.toml", "Cargo.lock", "src"].map((file) => join(crate, file)));
  const folder = join(tantivyGlue, "..");
  if (isCurrent("bench-tantivy", inputs, [folder])) return;
  say("compiling tantivy to WebAssembly (once; some minutes)");
  const target = join(benchDir, "tantivy");
  await run("cargo", ["build", "--release", "--locked", "--target", "wasm32-unknown-unknown", "--target-dir", target], {
    cwd: crate,
    log: "bench-tantivy",
    title: "cargo build in tests/bench/tantivy",
  });
  const compiled = join(target, "wasm32-unknown-unknown/release/bench_tantivy.wasm");
  await run("wasm-bindgen", ["--target", "nodejs", "--out-dir", folder, compiled], { log: "bench-tantivy", title: "wasm-bindgen" });
  const wasm = join(folder, "bench_tantivy_bg.wasm");
  await run("wasm-opt", ["-O2", ...FEATURES, wasm, "-o", wasm], { log: "bench-tantivy", title: "wasm-opt" });
  // What the project's package.json says of modules does not hold for what wasm-bindgen writes for Node.
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  markCurrent("bench-tantivy", inputs, [folder]);
}

/** Everything that the peers need. */
export async function setUp() {
  await installPackages();
  await buildTantivy();
}

if (isMain(import.meta)) await command(setUp);
