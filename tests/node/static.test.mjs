// The priorities as plain HTML, made without a browser. tests/page/static.test.mjs looks at what browsers make of it.
//
// 1. It lists every priority, sub-priority and threat in the order of the document, with title, objective and instruments, official text verbatim.
// 2. It follows the language: labels of the interface, translations that say what they are beside the official text, `lang` where it differs.
// 3. Headings lie below each other from the level that is asked for; another level is an error.
// 4. Addresses become links; those that would run something do not.
// 5. It is made of a few plain elements alone, whatever the texts say.
// 6. The same data gives the same HTML.
// 7. An argument that makes no sense is a TypeError that names it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { loadEngine } from "../../pkg/dist/node.js";
import { renderToStaticHtml } from "../../pkg/dist/static.js";

const engine = await loadEngine();
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
const areas = [...engine.priorities().flatMap((area) => [area, ...area.subPriorities]), ...engine.horizontalThreats()];
const tagsOf = (html) => [...html.matchAll(/<[^>]*>/gu)].map(([tag]) => tag);

test("1. everything, in order", async () => {
  const html = await renderToStaticHtml(engine, { lang: "nl-BE" });
  let at = 0;
  for (const area of areas) {
    const title = area.titles.find(({ status }) => status === "official");
    const place = html.indexOf(escaped(title.text), at);
    assert.ok(place > 0, area.id);
    at = place;
    if (area.objective) assert.ok(html.includes(`<blockquote><p>${escaped(area.objective.source.quote)}</p></blockquote>`), area.id);
  }
  assert.match(html, /<h3>Prioriteit 1: .*\n<p>1 operationeel actieplan \(OAP\), 1 gemeenschappelijke/u);
  assert.match(html, /2 operationele actieplannen \(OAP’s\) via de subprioriteiten/u);
  assert.doesNotMatch(html, /vertaling|undefined|null/u);
});

test("2. languages", async () => {
  const english = await renderToStaticHtml(engine, { lang: "en" });
  assert.match(english, /^<div class="empact-static" lang="en">/u);
  for (const { titles, objective } of areas) {
    const [official, translation] = ["nl", "en"].map((lang) => titles.find((words) => words.lang === lang));
    assert.ok(english.includes(`${escaped(translation.text)} <small>(unofficial translation)</small>`), translation.text);
    assert.ok(english.includes(`Official Dutch title: <span lang="nl">${escaped(official.text)}</span>`), official.text);
    if (objective) assert.ok(english.includes(`<blockquote lang="nl"><p>${escaped(objective.source.quote)}</p></blockquote>`));
  }
  const polish = await renderToStaticHtml(engine, { lang: "pl" });
  assert.match(polish, /lang="pl">\n<h2>Priorytety<\/h2>/u);
  assert.match(polish, /<h3>Priorytet 3: <span lang="en">Trafficking in human beings<\/span> <small>/u);
  const german = await loadEngine({ dataset: { ...JSON.parse(await readFile(new URL("../../src/dataset/empact-2022-2025.json", import.meta.url), "utf8")), language: "de" } });
  assert.ok((await renderToStaticHtml(german, { lang: "en" })).includes('Official text (German): <span lang="de">'));
  german.free();
  for (const lang of ["xx", "", undefined]) assert.equal(await renderToStaticHtml(engine, { lang }), english);
});

test("3. headings", async () => {
  for (const level of [2, 3, 4]) {
    const html = await renderToStaticHtml(engine, { headingLevel: level });
    assert.deepEqual([...new Set(html.match(/(?<=<h)\d/gu))].map(Number).sort(), [level, level + 1, level + 2]);
  }
  for (const level of [0, 1, 5, 2.5, "3", "2><script>"]) await assert.rejects(renderToStaticHtml(engine, { headingLevel: level }), TypeError);
});

test("4. links", async () => {
  const linked = await renderToStaticHtml(engine, { lang: "nl", href: (id) => `/cards?a=1&id=${id}"` });
  assert.equal(linked.match(/<a /gu).length, areas.length);
  assert.ok(linked.includes('<h4><a href="/cards?a=1&amp;id=P7e&quot;">Subprioriteit 7e: '));
  for (const href of ["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "http://[", undefined]) {
    assert.ok(!(await renderToStaticHtml(engine, { href: () => href })).includes("<a"), String(href));
  }
  assert.ok((await renderToStaticHtml(engine, { href: (id) => `#${id}` })).includes('<a href="#P1">'));
});

test("4, 5. characters that reorder a text: none in texts, and addresses are checked as they are written", async () => {
  const reordering = [..."\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"];
  assert.equal(reordering.length, 9);
  for (const sign of reordering) {
    for (const address of [`java${sign}script:alert(1)`, `${sign}javascript:alert(1)`, `javascript${sign}:alert(1)`, `data${sign}:text/html,x`]) {
      const written = /<a href="(?<address>[^"]*)">/u.exec(await renderToStaticHtml(engine, { href: () => address }))?.groups.address;
      // No scheme can have it: written as it is, the address is a relative one.
      if (written !== undefined) assert.equal(written, address);
      assert.ok(written === undefined || new URL(written, "https://portal.example/").protocol === "https:", JSON.stringify(address));
    }
    const source = { priorities: () => engine.priorities().map((area) => ({ ...area, titles: area.titles.map((words) => ({ ...words, text: `ab${sign}cd` })) })), horizontalThreats: () => [] };
    const html = await renderToStaticHtml(source);
    assert.ok(html.includes("abcd") && !html.includes(sign), JSON.stringify(sign));
  }
  // What HTML cannot hold is replaced before an address is checked.
  assert.ok(!(await renderToStaticHtml(engine, { href: () => "java\u2069\u202Escript:\0" })).includes('href="javascript:'));
});

test("4. what `href` returns", async () => {
  const none = await renderToStaticHtml(engine);
  for (const nothing of [undefined, null, "javascript:alert(1)"]) assert.equal(await renderToStaticHtml(engine, { href: () => nothing }), none);
  for (const wrong of [Promise.resolve("/x"), 5, {}, true]) await assert.rejects(renderToStaticHtml(engine, { href: () => wrong }), /TypeError: `href` must return a string for "P1", not /u);
  assert.equal(await renderToStaticHtml(engine, { href: (id) => new URL(`https://portal.example/${id}`) }), await renderToStaticHtml(engine, { href: (id) => `https://portal.example/${id}` }));
});

test("5. hostile texts", async () => {
  const evil = `</span></blockquote><script>alert(1)</script><img src=x onerror="alert(1)">' & <!-- ]]> \u0000\uD800 \u202E`;
  /** The same data with that in every text and every language tag, but for what its shape hangs on. */
  const spoilt = (value, key = "") => {
    if (typeof value === "string") return ["kind", "type", "status", "id"].includes(key) ? value : key === "lang" && value === "en" ? value : `${evil}${value}`;
    if (Array.isArray(value)) return value.map((item) => spoilt(item));
    if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoilt(inner, name)]));
    return value;
  };
  const source = { priorities: () => spoilt(engine.priorities()), horizontalThreats: () => spoilt(engine.horizontalThreats()) };
  for (const lang of ["nl", "en"]) {
    const html = await renderToStaticHtml(source, { lang, href: () => `/${evil}` });
    for (const tag of tagsOf(html)) assert.match(tag, /^<\/?(?:div|h[2-4]|ul|li|p|span|small|blockquote|a)(?: (?:lang|class|href|data-area)="[^"<>]*"| data-official)*>$/u);
    assert.ok(html.isWellFormed?.() ?? true);
    assert.ok(!html.includes("\u0000") && !html.replaceAll(/<[^>]*>/gu, "").includes("\u202E"));
    assert.ok(html.includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
  }
});

test("6. the same again", async () => {
  assert.equal(await renderToStaticHtml(engine, { lang: "nl" }), await renderToStaticHtml(await loadEngine(), { lang: "nl" }));
  // Nothing in it is a browser's.
  const source = await readFile(new URL("../../pkg/dist/static.js", import.meta.url), "utf8");
  assert.doesNotMatch(source, /\bdocument\b|\bwindow\b/u);
});

test("7. wrong arguments", async () => {
  const wrong = [[/`engine`.*await loadEngine/u], [/`engine`/u, {}], [/`engine`/u, loadEngine()], [/`options`/u, engine, null], [/`options`/u, engine, "nl"], [/`href`/u, engine, { href: 3 }], [/`href`/u, engine, { href: null }], [/`lang`/u, engine, { lang: null }]];
  for (const [message, ...args] of wrong) await assert.rejects(renderToStaticHtml(...args), { name: "TypeError", message });
});
