// Types of the generated module target/wasm-pack/glue.js: see `buildGlue` in pkg/tools/build.mjs.
import type { Glue } from "./binding.js";

export declare function createGlue(): Glue;
