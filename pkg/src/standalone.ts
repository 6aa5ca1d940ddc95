/**
 * Registers `<empact-priorities>` from one file that contains everything: a classic script or a module, whose `integrity` covers the WebAssembly too. It
 * requests nothing else, so it has no JavaScript engine to fall back on. The build substitutes `inline` for `browser`.
 */

import "./define.js";
