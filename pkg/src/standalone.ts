/**
 * Registers `<empact-priorities>` from one file that holds everything: a classic script or a module, whose `integrity` covers the WebAssembly too. It
 * asks for nothing else, so it has no engine as JavaScript to fall back on. The build puts `inline` in the place of `index`.
 */

import "./define.js";
