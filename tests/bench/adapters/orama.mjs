import { orama } from "./orama-common.mjs";

export default orama("@orama/orama with its defaults: BM25, no stemming", (language) => ({
  language: { de: "german", fr: "french", nl: "dutch" }[language] ?? "english",
}));
