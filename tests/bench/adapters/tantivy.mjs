import { tantivy } from "./tantivy-common.mjs";

export default tantivy(
  "tantivy 0.27 in WebAssembly (tests/bench/tantivy): one segment in memory, its default analysis; prefixes and typos have a constant score",
  () => "",
);
