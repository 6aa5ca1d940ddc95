import startSqlite from "@sqlite.org/sqlite-wasm";
import { words } from "../corpus/text.mjs";

let sqlite;

const quoted = (word) => `"${word}"`;
const MATCH = {
  term: (text) => quoted(text),
  any: (text) => words(text).map(quoted).join(" OR "),
  all: (text) => words(text).map(quoted).join(" AND "),
  prefix: (text) => `${quoted(text)}*`,
  phrase: (text) => quoted(words(text).join(" ")),
};

const open = () => new sqlite.oo1.DB(":memory:", "c");
/** A database with the two queries prepared. */
const prepared = (database) => ({
  database,
  best: database.prepare("SELECT rowid, rank, title FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT ?2"),
  counts: database.prepare("SELECT section, count(*) FROM texts JOIN sections ON id = texts.rowid WHERE texts MATCH ?1 GROUP BY 1"),
});

function rows(statement, values, convert) {
  const found = [];
  statement.bind(values);
  while (statement.step()) found.push(convert(statement.get([])));
  statement.reset();
  return found;
}

export default {
  setup:
    "@sqlite.org/sqlite-wasm: FTS5 in memory, unicode61, an index for prefixes of 1 to 3 letters, optimised, prepared statements",
  modes: Object.keys(MATCH),
  async prepare() {
    sqlite = await startSqlite({ print() {}, printErr() {} });
  },
  build(documents) {
    const database = open();
    database.exec(
      "CREATE VIRTUAL TABLE texts USING fts5(title, summary, body, prefix='1 2 3');" +
        "CREATE TABLE sections(id INTEGER PRIMARY KEY, section TEXT);" +
        "INSERT INTO texts(texts, rank) VALUES('rank', 'bm25(3.0, 2.0, 1.0)');",
    );
    const text = database.prepare("INSERT INTO texts(rowid, title, summary, body) VALUES(?, ?, ?, ?)");
    const section = database.prepare("INSERT INTO sections VALUES(?, ?)");
    database.exec("BEGIN");
    for (const document of documents) {
      text.bind([document.id, document.title, document.summary, document.body]).stepReset();
      section.bind([document.id, document.section]).stepReset();
    }
    database.exec("COMMIT");
    text.finalize();
    section.finalize();
    database.exec("INSERT INTO texts(texts) VALUES('optimize')");
    return prepared(database);
  },
  search: ({ best }, mode, text, limit) =>
    rows(best, [MATCH[mode](text), limit], ([id, rank, title]) => ({ id, score: -rank, title })),
  facet(handle, text, limit) {
    const counts = Object.fromEntries(rows(handle.counts, [MATCH.any(text)], (row) => row));
    return { counts, hits: this.search(handle, "any", text, limit) };
  },
  save: ({ database }) => sqlite.capi.sqlite3_js_db_export(database.pointer),
  load(saved) {
    const database = open();
    const { capi, wasm } = sqlite;
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    capi.sqlite3_deserialize(database.pointer, "main", wasm.allocFromTypedArray(saved), saved.byteLength, saved.byteLength, flags);
    return prepared(database);
  },
  memory: () => sqlite.wasm.heap8u().byteLength,
  dispose({ database, best, counts }) {
    best.finalize();
    counts.finalize();
    database.close();
  },
};
