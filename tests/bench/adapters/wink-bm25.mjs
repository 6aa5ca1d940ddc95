import bm25 from "wink-bm25-text-search";
import { words } from "../corpus/text.mjs";

export default {
  setup: "wink-bm25-text-search: weighted fields, words in lower case; it finds any of the words and nothing else",
  modes: ["term", "any"],
  build(documents) {
    const engine = bm25();
    engine.defineConfig({ fldWeights: { title: 3, summary: 2, body: 1 } });
    engine.definePrepTasks([words]);
    for (const document of documents) engine.addDoc(document, document.id);
    engine.consolidate();
    return { engine, documents };
  },
  search: ({ engine, documents }, _mode, text, limit) =>
    engine.search(text, limit).map(([id, score]) => ({ id: Number(id), score, title: documents[id].title })),
  save: ({ engine }) => engine.exportJSON(),
  load(saved, { documents }) {
    const engine = bm25();
    engine.importJSON(saved);
    engine.definePrepTasks([words]);
    return { engine, documents };
  },
};
