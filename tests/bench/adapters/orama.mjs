import { orama } from "./orama-common.mjs";

export default orama("@orama/orama with its defaults: BM25, no stemming", (language) => ({
  language: language === "nl" ? "dutch" : "english",
}));
