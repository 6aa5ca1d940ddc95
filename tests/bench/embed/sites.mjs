// The sites that are measured: each one page with the same header, introduction and footer around a search of its own over the same 52
// units, set up as its documentation says. Where a peer can be set up in a way that serves it better, that way is taken, or it is measured
// twice.

import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";
import { at, distDir, filesBelow } from "../../../pkg/tools/project.mjs";
import { run } from "../../../pkg/tools/report.mjs";
import { benchDir, sourceDir } from "../places.mjs";
import { algolia } from "./algolia.mjs";

const modules = join(sourceDir, "node_modules");
const versionOf = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;

/** The texts of the units, as one page each holds them. */
export async function documentsOf() {
  const { loadEngine } = await import("../../../pkg/dist/node.js");
  const engine = await loadEngine();
  const texts = (wordings) => wordings.map(({ text }) => text);
  const documents = engine.units().map((unit) => ({
    id: unit.id,
    kind: unit.kind,
    title: unit.titles[0]?.text ?? unit.id,
    text: [...texts(unit.titles).slice(1), ...texts(unit.blocks), ...texts(unit.gists), ...texts(unit.aliases)].join("\n"),
    path: `units/${unit.id}.html`,
  }));
  engine.free();
  return documents;
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const page = ({ head, search }) => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Empact</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="portal.css">
${head}
</head>
<body>
<header><h1>Prioriteiten van de EU tegen georganiseerde en zware criminaliteit</h1></header>
<main>
<p>De Raad heeft voor de periode 2022-2025 vastgesteld waar de lidstaten in Empact samen aan werken.</p>
${search}
<p>Vragen over deze pagina beantwoordt de redactie.</p>
</main>
<footer><p>Over deze site</p></footer>
</body>
</html>
`;

const PORTAL_CSS = "body { font: 1rem/1.5 sans-serif; margin: 0 auto; max-width: 70rem; padding: 0 1rem; }\n";

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A script of a site, bundled as a portal's build would. */
async function bundled(folder, name, source) {
  await esbuild.build({
    stdin: { contents: source, resolveDir: sourceDir, loader: "js" },
    outfile: join(folder, name),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "error",
  });
}

async function pagefind(folder, documents, config = "") {
  write(folder, {
    ...Object.fromEntries(
      documents.map(({ path, title, text }) => [
        path,
        `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><main data-pagefind-body><h1>${escaped(title)}</h1>${text
          .split("\n")
          .map((part) => `<p>${escaped(part)}</p>`)
          .join("")}</main></body></html>`,
      ]),
    ),
    "index.html": page({
      head: '<link rel="stylesheet" href="pagefind/pagefind-component-ui.css">\n<script type="module" src="pagefind/pagefind-component-ui.js"></script>',
      search: `${config}<pagefind-searchbox></pagefind-searchbox>`,
    }),
  });
  await run(process.execPath, [join(modules, "pagefind/lib/runner/bin.cjs"), "--site", folder], { log: "bench-embed", title: "pagefind" });
}

/** Ours as the package's README says for pages without a bundler; `inside` stands in the element until the cards are there. */
function ours(folder, inside) {
  for (const file of filesBelow(distDir).filter((path) => /\.(?:js|wasm)$/u.test(path))) {
    const to = join(folder, "empact-priorities/dist", file.slice(distDir.length + 1));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
  }
  write(folder, {
    "portal.css": `${PORTAL_CSS}empact-priorities:not(:defined) { display: block; min-block-size: 100vh; }\n`,
    "index.html": page({
      head: readFileSync(join(distDir, "preload.html"), "utf8").trim(),
      search: `<empact-priorities lang="nl">${inside}</empact-priorities>`,
    }),
  });
}

/** The priorities as plain HTML, which is readable before there is a script. */
async function plainHtml() {
  const [{ loadEngine }, { renderToStaticHtml }] = await Promise.all([import("../../../pkg/dist/node.js"), import("../../../pkg/dist/static.js")]);
  const engine = await loadEngine();
  const html = await renderToStaticHtml(engine, { lang: "nl" });
  engine.free();
  return html;
}

/**
 * The cards that are suggested under the box, as the peers' lists are the answer; and what is said of the whole answer, which names the query: the list of
 * results is made before it. Asked of the element itself: it is looked at in each frame, and `deep` visits every node of a page.
 */
const OUR_ANSWERS = `((root) => [
  ...(root?.querySelectorAll("#suggestions:not([hidden]) [role=option]:has(.key)") ?? []),
  root?.querySelector(".main mark, .nothing h2") ? root.querySelector(".count") : undefined, root?.querySelector(".nothing h2"),
].map((node) => node?.textContent ?? "").filter(Boolean).join("|"))(document.querySelector("empact-priorities")?.shadowRoot)`;

/**
 * The sites, in the order of the tables.
 *
 * - `make(folder, documents)` writes it; `answer(documents)` answers what is no file.
 * - `opener`, `input`, `answers`: expressions for the page: what has to be pressed before the search box is there (if anything), the search
 *   box, and what the reader sees of the answer as text, empty as long as there is none. `deep(selector)` looks into shadow roots too.
 * - `card`: whether there is content of the collection on the page without a query.
 */
export const SITES = [
  {
    name: "ours",
    title: "ours",
    version: () => JSON.parse(readFileSync(at("pkg/package.json"), "utf8")).version,
    make: (folder) => ours(folder, "De prioriteiten worden geladen."),
    input: 'deep("#q")',
    card: 'deep(".card[data-id]")',
    answers: OUR_ANSWERS,
  },
  {
    name: "ours-plain",
    title: "ours, with plain HTML",
    version: () => JSON.parse(readFileSync(at("pkg/package.json"), "utf8")).version,
    make: async (folder) => ours(folder, await plainHtml()),
    input: 'deep("#q")',
    card: 'deep(".card[data-id], .empact-static li")',
    answers: OUR_ANSWERS,
  },
  {
    name: "pagefind",
    title: "Pagefind",
    version: () => versionOf("pagefind"),
    make: (folder, documents) => pagefind(folder, documents),
    input: 'deep(".pf-searchbox-input")',
    answers: '[...document.querySelectorAll(".pf-searchbox-result-title, .pf-searchbox-empty")].map((node) => node.textContent).join("|")',
  },
  {
    name: "pagefind-preload",
    title: "Pagefind, preloaded",
    version: () => versionOf("pagefind"),
    make: (folder, documents) => pagefind(folder, documents, "<pagefind-config preload></pagefind-config>"),
    input: 'deep(".pf-searchbox-input")',
    answers: '[...document.querySelectorAll(".pf-searchbox-result-title, .pf-searchbox-empty")].map((node) => node.textContent).join("|")',
  },
  {
    name: "docsearch",
    title: "DocSearch",
    version: () => versionOf("@docsearch/js"),
    async make(folder) {
      // The entry without Ask AI, and of its style sheets those that this entry needs. The client is DocSearch's own; only its host is another.
      await bundled(
        folder,
        "search.js",
        `import docsearch from "@docsearch/js/docsearch";
docsearch({ container: "#docsearch", appId: "BENCH", indices: ["units"], apiKey: "none", transformSearchClient(client) {
  client.transporter.hosts.splice(0, Infinity, { url: location.host, accept: "readWrite", protocol: "http" });
  return client;
} });`,
      );
      const css = ["_variables", "button", "modal"].map((name) => readFileSync(join(modules, "@docsearch/css/dist", `${name}.css`), "utf8")).join("\n");
      const { code } = await esbuild.transform(css, { loader: "css", minify: true });
      write(folder, {
        "search.css": code,
        "index.html": page({ head: '<link rel="stylesheet" href="search.css">\n<script type="module" src="search.js"></script>', search: '<div id="docsearch"></div>' }),
      });
    },
    answer: algolia,
    opener: 'deep(".DocSearch-Button")',
    input: 'deep(".DocSearch-Input")',
    answers: '[...document.querySelectorAll(".DocSearch-Hit-title, .DocSearch-NoResults .DocSearch-Title")].map((node) => node.textContent).join("|")',
  },
  {
    name: "orama",
    title: "Orama",
    version: () => `${versionOf("@orama/wc-components")}, @orama/orama ${versionOf("@orama/orama")}`,
    async make(folder, documents) {
      cpSync(join(modules, "@orama/wc-components/dist/orama-ui"), join(folder, "orama-ui"), { recursive: true, filter: (path) => !path.endsWith(".map") });
      // Its style sheet asks Google for a font; without that it is faster, and nothing leaves the machine.
      const css = readFileSync(join(folder, "orama-ui/orama-ui.css"), "utf8").replace(/@import url\([^)]*\);\s*/u, "");
      await bundled(
        folder,
        "search.js",
        `import { create, insertMultiple } from "@orama/orama";
const documents = await (await fetch("documents.json")).json();
const db = create({ schema: { title: "string", text: "string", kind: "string", path: "string" }, language: "dutch" });
await insertMultiple(db, documents);
Object.assign(document.querySelector("orama-search-box"), {
  clientInstance: db, layout: "embed", disableChat: true, resultMap: { title: "title", description: "text", section: "kind", path: "path" },
});`,
      );
      write(folder, {
        "orama-ui/orama-ui.css": css,
        "documents.json": JSON.stringify(documents.map(({ id, kind, title, text, path }) => ({ id, kind, title, text, path }))),
        "index.html": page({
          head: '<link rel="stylesheet" href="orama-ui/orama-ui.css">\n<link rel="preload" href="documents.json" as="fetch" crossorigin>\n<script type="module" src="orama-ui/orama-ui.esm.js"></script>\n<script type="module" src="search.js"></script>',
          search: '<div id="orama-ui"><orama-search-box></orama-search-box></div>',
        }),
      });
    },
    input: 'deep("input")',
    answers: '[...(document.querySelector("orama-search-box")?.shadowRoot?.querySelectorAll("li .result-title h3, .results-empty") ?? [])].map((node) => node.textContent).join("|")',
  },
];

/** Writes a site and returns its folder. */
export async function makeSite(site, documents) {
  const folder = join(benchDir, "embed", site.name);
  rmSync(folder, { recursive: true, force: true });
  write(folder, { "portal.css": PORTAL_CSS });
  await site.make(folder, documents);
  return folder;
}
