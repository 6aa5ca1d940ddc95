import { tantivy } from "./tantivy-common.mjs";

export default tantivy("tantivy 0.27 in WebAssembly with its stemmer for the language", (language) => language);
