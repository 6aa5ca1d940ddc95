// Puts a corpus in its place, with its queries.

import { writeFileSync } from "node:fs";
import { corpusFile } from "../places.mjs";
import { writeQueries } from "./queries.mjs";

/** Writes documents {title, summary, body, section} as a corpus; a document's number becomes its id. */
export function writeCorpus(name, documents) {
  const numbered = documents.map(({ title, summary, body, section }, id) => ({ id, title, summary, body, section }));
  writeFileSync(corpusFile(name), JSON.stringify(numbered));
  writeQueries(name);
}
