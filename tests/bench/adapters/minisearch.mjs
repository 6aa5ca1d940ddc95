import MiniSearch from "minisearch";

const options = {
  fields: ["title", "summary", "body"],
  storeFields: ["title", "section"],
  searchOptions: { boost: { title: 3, summary: 2 } },
};
const OPTIONS = {
  term: {},
  any: { combineWith: "OR" },
  all: { combineWith: "AND" },
  prefix: { prefix: true },
  typo: { fuzzy: 1 },
  smart: { prefix: true, fuzzy: 0.2 },
};
const first = (results, limit) => results.slice(0, limit).map(({ id, score, title }) => ({ id, score, title }));

export default {
  setup: "minisearch with its defaults (BM25+); smart: prefixes and fuzzy 0.2, as its documentation recommends",
  modes: Object.keys(OPTIONS),
  build(documents) {
    const index = new MiniSearch(options);
    index.addAll(documents);
    return index;
  },
  search: (index, mode, text, limit) => first(index.search(text, OPTIONS[mode]), limit),
  /** Counted by hand over all results: MiniSearch has no facets. */
  facet(index, text, limit) {
    const results = index.search(text);
    const counts = {};
    for (const { section } of results) counts[section] = (counts[section] ?? 0) + 1;
    return { counts, hits: first(results, limit) };
  },
  save: (index) => JSON.stringify(index),
  load: (saved) => MiniSearch.loadJSON(saved, options),
};
