import { createRequire } from "node:module";
import { words } from "../corpus/text.mjs";
import { tantivyGlue } from "../places.mjs";

const MODES = { term: "Any", any: "Any", all: "All", prefix: "Prefix", typo: "Typo", phrase: "Phrase" };
const toHits = (list) => list.map(([id, score, title]) => ({ id, score, title }));

/** An adapter for tantivy; `stem(language)` gives the language to stem in, or "" for none. */
export function tantivy(setup, stem) {
  let wasm;
  return {
    setup,
    modes: Object.keys(MODES),
    prepare() {
      wasm = createRequire(import.meta.url)(tantivyGlue);
    },
    build: (documents, { language }) => wasm.Engine.build(JSON.stringify(documents), stem(language)),
    // Only the words: its syntax would read signs in them.
    search: (engine, mode, text, limit) => toHits(JSON.parse(engine.search(wasm.Mode[MODES[mode]], words(text).join(" "), limit))),
    facet(engine, text, limit) {
      const { hits, sections } = JSON.parse(engine.search_with_facets(words(text).join(" "), limit));
      return {
        counts: Object.fromEntries(sections.section.buckets.map(({ key, doc_count: count }) => [key, count])),
        hits: toHits(hits),
      };
    },
    save: (engine) => engine.save(),
    load: (saved, { language }) => wasm.Engine.load(saved, stem(language)),
    memory: () => wasm.memory_bytes(),
    dispose: (engine) => engine.free(),
  };
}
