// What assistive technology is told: Chromium's accessibility tree of the main states, as text. The numbers are those of ACCESSIBILITY.md.
//
// A5. Roles, names, states, headings, landmarks and live regions are those of the golden files, in Dutch and in English.
//
// The files in tests/page/golden are for reading: one line for each thing, what is inside it further to the right. After a change that is meant,
// `UPDATE_GOLDEN=1 node --test tests/page/access-tree.test.mjs` writes them anew; look at what `git diff` says about them.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { openState, stateNamed, withoutTimers } from "./every-state.mjs";

const folder = new URL("./golden/", import.meta.url);
const isUpdate = process.env.UPDATE_GOLDEN !== undefined;

/** Short lists, and filters whose values fit on a page: the rest is more of the same. */
const FEW = 'facets="instrument offence"';
const NONE = 'facets="none"';
const TREES = [
  ["loading", ""],
  ["ready", `${FEW} max-results="1"`],
  ["suggestions", `${NONE} max-results="1"`],
  ["results", `${NONE} max-results="1"`],
  ["filters", FEW, "#?q=netwerken&instrument=CHSG"],
  ["card with sources", `${NONE} max-results="1"`, "#P7e?q=witwaspraktijken"],
  ["page by page", NONE, "#?q=drugs"],
  ["citation copied", `${NONE} max-results="1"`, "#?q=cyberaanvallen"],
  ["citation by hand", NONE, "#?q=cyberaanvallen"],
  ["tasks", 'facets="actor"', "#?view=tasks&q=verslag"],
  ["text", NONE],
  ["background", NONE, "#?view=background&q=driver"],
  ["corrected query", NONE],
  ["words left out", `${NONE} max-results="1"`],
  ["nothing found", FEW],
  ["broken dataset", ""],
  ["engine missing", ""],
  ["own documents", NONE, "#?q=witwassen%20banken"],
  ["own documents missing", NONE, "#?q=cyberaanvallen"],
];

/** Of the properties that Chromium gives those that a screen reader speaks of. */
const SPOKEN = new Set(["level", "checked", "pressed", "selected", "expanded", "disabled", "busy", "live", "invalid", "autocomplete", "hasPopup", "keyshortcuts", "readonly", "multiselectable"]);
/** Values that are the rule and say nothing. */
const isUsual = (name, value) => (name === "invalid" && value === "false") || (name === "hasPopup" && value === "listbox") || (["disabled", "busy", "readonly", "multiselectable"].includes(name) && value === false) || (name === "selected" && value === false);
/** Roles whose name is what is inside them. */
const NAMED_BY_CONTENT = new Set(["button", "link", "option", "heading", "term", "checkbox", "DisclosureTriangle"]);
/** Boxes that mean nothing by themselves; the words of labels are the names of what they label. */
const SILENT = new Set(["generic", "none", "LabelText"]);
const UNSAID = new Set(["InlineTextBox", "Legend", "ListMarker"]);

const plain = (text) => text.replace(/\s+/gu, " ").replace(/ (?=[.,;:)])/gu, "").trim();
const isSame = (a, b) => a.replace(/[\s«»]/gu, "") === b.replace(/[\s«»]/gu, "");

/** The tree below the main element, a line for each node. */
async function treeOf({ page, context }) {
  const client = await context.newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inside = (node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const textOf = (node) => (node.role?.value === "StaticText" ? (node.name?.value ?? "") : inside(node).map(textOf).join(""));
  const lines = [];
  /** Texts that follow one another are one line: how they are cut into elements is not heard. What a search found stands in «». */
  let words = "";
  /** The name of the last thing: a label beside it has the same words. */
  let label = "";
  const flush = (depth) => {
    const text = plain(words);
    if (text !== "" && !isSame(text, label)) lines.push(`${"  ".repeat(depth)}"${text}"`);
    words = "";
  };
  const walk = (node, depth) => {
    const role = node.role?.value ?? "";
    if (UNSAID.has(role)) return;
    if (role === "StaticText" || role === "mark") {
      const text = role === "mark" ? `«${plain(textOf(node))}»` : (node.name?.value ?? "");
      words += `${/[\s(“]$/u.test(words) ? "" : " "}${text}`;
      return;
    }
    const name = plain(node.name?.value ?? "");
    if (node.ignored || (SILENT.has(role) && name === "")) {
      for (const child of inside(node)) walk(child, depth);
      return;
    }
    flush(depth);
    const facts = (node.properties ?? []).filter(({ name: fact, value }) => SPOKEN.has(fact) && !(role === "listitem" && fact === "level") && !isUsual(fact, value.value))
      .map(({ name: fact, value }) => (value.value === true || value.value === "true" ? fact : `${fact}=${value.value}`));
    const described = plain(node.description?.value ?? "");
    const value = node.value?.value === undefined ? "" : `value="${plain(String(node.value.value))}"`;
    lines.push("  ".repeat(depth) + [role, name && `"${name}"`, facts.length > 0 && `[${facts.join(" ")}]`, value, described && `(${described})`].filter(Boolean).join(" "));
    const isField = role === "combobox" || role === "textbox" || role === "searchbox";
    // What is in a heading, a button, a link is its name; a field holds its value.
    const isSaid = isField || (NAMED_BY_CONTENT.has(role) && isSame(textOf(node), name));
    label = name;
    if (!isSaid) for (const child of inside(node)) walk(child, depth + 1);
    flush(depth + 1);
  };
  const { root } = await client.send("DOM.getDocument");
  const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector: "main" });
  const { node } = await client.send("DOM.describeNode", { nodeId });
  walk(nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId), 0);
  return `${lines.join("\n")}\n`;
}

const fileOf = (name, lang) => `${name.replaceAll(" ", "-")}.${lang}.txt`;

for (const [name, attributes, path] of TREES) {
  for (const lang of ["nl", "en"]) {
    test(`A5: what is told: ${name}, ${lang}`, async (t) => {
      // What is said after a pause belongs to another test.
      const host = await openState(t, stateNamed(name), { lang, attributes, prepare: withoutTimers(1000, 6000), ...(path === undefined ? {} : { path }) });
      const tree = (await treeOf(host)).replaceAll(host.address, "https://portal.example/");
      const file = new URL(fileOf(name, lang), folder);
      if (isUpdate) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, tree);
        return;
      }
      assert.equal(tree, readFileSync(file, "utf8"), `${fileOf(name, lang)} says something else`);
    });
  }
}

test("A5: every golden file is of a state", () => {
  assert.deepEqual(readdirSync(folder).sort(), TREES.flatMap(([name]) => [fileOf(name, "nl"), fileOf(name, "en")]).sort());
});
