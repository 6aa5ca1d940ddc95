// Types of the generated module dist/empact_priorities.nowasm.js: see pkg/tools/nowasm.mjs.
import type { Bound } from "./binding.js";

/** An instance of the engine that needs no WebAssembly. */
export declare function createScriptGlue(): Bound;
