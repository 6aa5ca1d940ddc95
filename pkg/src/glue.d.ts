// Types of the generated module target/wasm-pack/glue.js: see pkg/tools/glue.mjs.
import type { UnboundGlue } from "./binding.js";

export declare function createGlue(): UnboundGlue;
