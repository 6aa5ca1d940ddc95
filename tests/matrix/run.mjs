// `npm run matrix`: the packed package in every way that a portal may build, embed and open it. README.md says what it needs.
//
// `npm run matrix -- vite firefox`: only the cases whose names hold one of the words. `--record` writes RECORD.md; a run of everything always does.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "../../pkg/tools/build.mjs";
import { at } from "../../pkg/tools/project.mjs";
import { Advice, clock, command, say } from "../../pkg/tools/report.mjs";
import { cases } from "./cases.mjs";
import { start } from "./drivers.mjs";
import { createProject } from "./project.mjs";
import { smoke } from "./smoke.mjs";

const words = process.argv.slice(2).filter((word) => !word.startsWith("--")).map((word) => word.toLowerCase());

const pictures = at("target/matrix");

/** Every case with the browser that it needs. */
const all = [
  ...cases.map((entry) => ({ ...entry, browser: entry.name.startsWith("Node") ? undefined : "chromium" })),
  ...["chromium", "firefox", "webkit"].flatMap((browser) => smoke.map(({ name, run }) => ({ name: `${browser}: ${name}`, browser, run }))),
];

/** One browser of each kind, started when first needed; a browser that is not there fails each case that needs it. */
function browsers(puppeteer) {
  const started = new Map();
  return {
    get(name) {
      if (!started.has(name)) started.set(name, start(name, puppeteer));
      return started.get(name);
    },
    versions: async () => {
      const settled = await Promise.allSettled(started.values());
      return settled.filter(({ status }) => status === "fulfilled").map(({ value }) => value.version);
    },
    close: async () => {
      for (const driver of await Promise.allSettled(started.values())) await driver.value?.close();
    },
  };
}

function table(results, seen) {
  return [
    `Package ${seen.version}, Node.js ${process.versions.node}, ${seen.browsers.join(", ")}, ${new Date().toISOString().slice(0, 10)}.`,
    "",
    "| | built with | |",
    "| --- | --- | --- |",
    ...results.map(({ name, tools, error }) => `| ${name} | ${tools} | ${error === undefined ? "✓" : "✗"} |`),
    "",
  ].join("\n");
}

await command(async () => {
  const todo = all.filter(({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)));
  if (todo.length === 0) throw new Advice(`No case is called ${words.join(" or ")}. There are:\n${all.map(({ name }) => `  ${name}`).join("\n")}`);
  await build();
  say("matrix: packing and installing");
  const project = await createProject();
  const open = browsers(project.puppeteer);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const results = [];
  try {
    for (const { name, tools = [], browser, run } of todo) {
      const begin = Date.now();
      let error;
      try {
        const driver = browser === undefined ? undefined : await open.get(browser);
        await run({ project, driver, picture: (state) => `${pictures}/${browser}-${state}.png` });
      } catch (thrown) {
        error = thrown;
      }
      say(`${error === undefined ? "✓" : "✗"} ${name} (${clock(Date.now() - begin)})`);
      if (error !== undefined) console.log(error instanceof Advice ? error.message : error.stack);
      results.push({ name, tools: tools.map((tool) => `${tool} ${project.versionOf(tool)}`).join(", "), error });
    }
    const text = table(results, { version: project.versionOf("empact-priorities"), browsers: await open.versions() });
    console.log(`\n${text}`);
    if (words.length === 0 || process.argv.includes("--record")) writeFileSync(at("tests/matrix/RECORD.md"), `# The matrix\n\n\`npm run matrix\` writes this; [README.md](README.md) says what it means.\n\n${text}`);
  } finally {
    await open.close();
    project.remove();
  }
  const failed = results.filter(({ error }) => error !== undefined);
  if (failed.length > 0) throw new Advice(`${failed.length} of ${results.length} cases failed: ${failed.map(({ name }) => name).join("; ")}.`);
});
