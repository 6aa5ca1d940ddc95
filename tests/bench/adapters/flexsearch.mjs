import flexsearch from "flexsearch";

const create = () =>
  new flexsearch.Document({
    document: { id: "id", store: ["title"], index: ["title", "summary", "body"].map((field) => ({ field, tokenize: "forward" })) },
  });

export default {
  setup: "flexsearch Document, tokenize: forward (its way to find prefixes), enrich and merge; it has no scores",
  modes: ["term", "any", "all", "prefix", "smart"],
  build(documents) {
    const index = create();
    for (const document of documents) index.add(document);
    return index;
  },
  search: (index, mode, text, limit) =>
    index
      .search(text, { limit, enrich: true, merge: true, suggest: mode === "any" || mode === "smart" })
      .slice(0, limit)
      .map(({ id, doc }) => ({ id, score: undefined, title: doc?.title })),
  async save(index) {
    const parts = {};
    await index.export((key, value) => {
      parts[key] = value;
    });
    return JSON.stringify(parts);
  },
  async load(saved) {
    const index = create();
    for (const [key, value] of Object.entries(JSON.parse(saved))) await index.import(key, value);
    return index;
  },
};
