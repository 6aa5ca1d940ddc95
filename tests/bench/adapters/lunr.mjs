import lunr from "lunr";
import german from "lunr-languages/lunr.de.js";
import french from "lunr-languages/lunr.fr.js";
import dutch from "lunr-languages/lunr.nl.js";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";
import { words } from "../corpus/text.mjs";

stemmerSupport(lunr);
for (const add of [german, french, dutch]) add(lunr);

const { REQUIRED } = lunr.Query.presence;
const { TRAILING } = lunr.Query.wildcard;
/** The clauses of a word. */
const CLAUSES = {
  term: [{}],
  any: [{}],
  all: [{ presence: REQUIRED }],
  prefix: [{ wildcard: TRAILING, usePipeline: false }],
  typo: [{ editDistance: 1 }],
  smart: [{ boost: 10 }, { editDistance: 1 }],
};

export default {
  setup: "lunr with its pipeline of stop words and stemmer, for other languages than English that of lunr-languages; smart: the word and one edit",
  modes: Object.keys(CLAUSES),
  build(documents, { language }) {
    const index = lunr(function configure() {
      if (language !== "en") this.use(lunr[language]);
      this.ref("id");
      this.field("title", { boost: 3 });
      this.field("summary", { boost: 2 });
      this.field("body");
      for (const document of documents) this.add(document);
    });
    return { index, documents };
  },
  search: ({ index, documents }, mode, text, limit) =>
    index
      // A copy of the clause: lunr writes the word into it.
      .query((query) => words(text).forEach((word) => CLAUSES[mode].forEach((clause) => query.term(word, { ...clause }))))
      .slice(0, limit)
      .map(({ ref, score }) => ({ id: Number(ref), score, title: documents[ref].title })),
  save: ({ index }) => JSON.stringify(index),
  load: (saved, { documents }) => ({ index: lunr.Index.load(JSON.parse(saved)), documents }),
};
