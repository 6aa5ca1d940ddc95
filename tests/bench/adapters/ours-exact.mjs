import { ours } from "./ours-common.mjs";

/** What comes between quotes is found as it stands. */
export default ours("ours, words in quotes: only the word itself is found", (text) => text.replace(/\S+/gu, '"$&"'), [
  "term",
  "any",
  "all",
]);
