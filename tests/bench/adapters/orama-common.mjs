import { create, insertMultiple, load, save, search } from "@orama/orama";

const schema = { title: "string", summary: "string", body: "string", section: "enum" };
const base = { properties: ["title", "summary", "body"], boost: { title: 3, summary: 2, body: 1 } };
// threshold: 0 asks for all words, 1 for any. Without `exact`, Orama finds prefixes too.
const OPTIONS = {
  term: { exact: true },
  any: { threshold: 1 },
  all: { threshold: 0 },
  prefix: {},
  typo: { tolerance: 1 },
  smart: { tolerance: 1, threshold: 1 },
};
const toHits = ({ hits }) => hits.map(({ id, score, document }) => ({ id: Number(id), score, title: document.title }));
/** Orama answers at once unless something in it is asynchronous. */
const then = (answer, convert) => (answer instanceof Promise ? answer.then(convert) : convert(answer));

/** An adapter for Orama; `settings(language)` gives what `create` gets beside the schema. */
export function orama(setup, settings) {
  const empty = (language) => create({ schema, ...settings(language) });
  return {
    setup,
    modes: Object.keys(OPTIONS),
    async build(documents, { language }) {
      const index = empty(language);
      // Orama wants strings as ids.
      await insertMultiple(
        index,
        documents.map((document) => ({ ...document, id: String(document.id) })),
        1000,
      );
      return index;
    },
    search: (index, mode, text, limit) => then(search(index, { term: text, limit, ...base, ...OPTIONS[mode] }), toHits),
    facet: (index, text, limit) =>
      then(search(index, { term: text, limit, ...base, exact: true, facets: { section: {} } }), (answer) => ({
        counts: answer.facets.section.values,
        hits: toHits(answer),
      })),
    save: (index) => JSON.stringify(save(index)),
    load(saved, { language }) {
      const index = empty(language);
      load(index, JSON.parse(saved));
      return index;
    },
  };
}
