// The entry for documents alone.
//
// 1. Under the strict policy it builds, saves, loads and searches with its own two files and nothing else.
// 2. Its answers, scores included, are those of the main entry.
// 3. There is no engine as JavaScript in it, and it says so; a file that cannot be had is named.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./harness.mjs";

const host = async (request, response) => {
  if (!request.url.endsWith("/host.html")) return false;
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end('<!doctype html><html lang="en"><title>Portal</title></html>');
  return true;
};

/** Runs in the page: what an entry of the package answers about three documents. */
async function answersOf(entry) {
  const { DocumentIndex } = await import(`./empact-priorities/${entry}.js`);
  const built = await DocumentIndex.build(
    [
      { id: "a", title: "Handreiking accijnsfraude", summary: "Voor de douane", url: "/a", kind: "guide" },
      { id: "b", title: "Mensenhandel herkennen", summary: "Voor de politie", url: "/b", kind: "guide" },
      { id: "c", title: "Fraude met btw", body: "Carrouselfraude en accijnzen", url: "/c", kind: "report" },
    ],
    { facets: ["kind"] },
  );
  const index = await DocumentIndex.load(built.save());
  const answers = ["fraude", "accijns -btw", '"herkennen"', "mensenhandle", "kind:report"].map((text) => {
    const { hits, facets, corrected } = index.search(text, { facets: ["kind"] });
    return { hits: hits.map(({ id, title, score }) => ({ id, title, score })), facets, corrected, suggested: index.suggest(text) };
  });
  built.free();
  index.free();
  return answers;
}

test("1, 2: a search on two files", async (t) => {
  const alone = await openPage({ t, path: "host.html", respond: host });
  const found = await alone.page.evaluate(answersOf, "search");
  assert.deepEqual(found[0].hits.map(({ id }) => id).sort(), ["a", "c"]);
  assert.deepEqual(found[4].hits.map(({ id }) => id), ["c"]);
  assert.deepEqual(alone.requests.map((url) => url.slice(alone.address.length)).sort(), ["empact-priorities/search.js", "empact-priorities/search.wasm", "host.html"]);
  alone.assertClean();
  const main = await openPage({ t, path: "host.html", respond: host });
  assert.deepEqual(found, await main.page.evaluate(answersOf, "index"));
});

test("3: what it is without", async (t) => {
  const failure = (options) => `import("./empact-priorities/search.js").then(({ DocumentIndex }) => DocumentIndex.build([{ id: 1 }], ${options})).catch(({ code, message }) => ({ code, message }))`;
  const { page } = await openPage({ t, path: "host.html", respond: host });
  assert.deepEqual((await page.evaluate(failure('{ engine: "js" }'))).code, "invalid-argument");
  const respond = async (request, response) => {
    if (!request.url.endsWith(".wasm")) return host(request, response);
    response.writeHead(404);
    response.end();
    return true;
  };
  const broken = await openPage({ t, path: "host.html", respond });
  const { code, message } = await broken.page.evaluate(failure("{}"));
  assert.equal(code, "wasm-load");
  assert.match(message, /search\.wasm/u);
});
