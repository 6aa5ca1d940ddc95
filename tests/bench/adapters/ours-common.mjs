// Ours, through the public JavaScript API.

import { DocumentIndex } from "../../../pkg/dist/node.js";

const OPTIONS = {
  term: {},
  any: { match: "any" },
  all: { match: "all" },
  prefix: { prefix: true },
  typo: { typos: true },
  phrase: {},
  smart: { match: "any", prefix: true, typos: true },
};

/** An adapter that writes each query its own way. */
export function ours(setup, write, modes = Object.keys(OPTIONS)) {
  return {
    setup,
    modes,
    build: (documents, { language }) =>
      DocumentIndex.build(documents, { language, fields: { title: 3, summary: 2, body: 1 }, facets: ["section"] }),
    // The titles are decoded when they are asked for: ask, as a page would.
    search: (index, mode, text, limit) =>
      index
        .search(mode === "phrase" ? `"${text}"` : write(text), { limit, prefix: false, ...OPTIONS[mode] })
        .hits.map(({ id, score, title }) => ({ id, score, title })),
    facet(index, text, limit) {
      const { facets, hits } = index.search(write(text), { limit, prefix: false, facets: ["section"] });
      return { counts: Object.fromEntries(facets[0].values.map(({ value, count }) => [value, count])), hits };
    },
    save: (index) => index.save(),
    load: (saved) => DocumentIndex.load(saved),
    memory: (index) => index.memory,
    dispose: (index) => index.free(),
  };
}
