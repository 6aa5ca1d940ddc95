// Types of the generated module target/wasm-pack/packed.js: see `packWasm` in pkg/tools/build.mjs.

/** The WebAssembly: deflated (RFC 1950), in base64. */
export declare const packed: string;
