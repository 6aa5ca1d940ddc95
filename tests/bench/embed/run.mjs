// What does the element cost a page, beside search boxes that a portal could take instead? `npm run bench:embed`.
//
// Sites, link and loads are described at the top of sites.mjs, link.mjs and load.mjs. The sites take turns, so that what else the machine
// does falls on all of them alike. `--record` writes RECORD-EMBED.md.

import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureBrowser, flags } from "../../../pkg/tools/browser.mjs";
import { isMain } from "../../../pkg/tools/project.mjs";
import { command, say } from "../../../pkg/tools/report.mjs";
import { benchDir, listOf, readArguments } from "../places.mjs";
import { installPackages } from "../setup.mjs";
import { serveThroughLink } from "./link.mjs";
import { measureLoad } from "./load.mjs";
import { record } from "./record.mjs";
import { documentsOf, makeSite, SITES } from "./sites.mjs";

const resultsFile = join(benchDir, "embed/results.json");

async function measureAll(names, loads) {
  await installPackages();
  const documents = await documentsOf();
  const sites = [];
  for (const site of SITES.filter(({ name }) => names.includes(name))) {
    say(`making the site of ${site.title}`);
    sites.push({ site, folder: await makeSite(site, documents), answer: site.answer?.(documents) });
  }
  const { browser: executablePath } = await ensureBrowser();
  const browser = await chromium.launch({ executablePath, args: flags, timeout: 300_000 });
  const results = { date: new Date().toISOString().slice(0, 10), chromium: browser.version(), loads, busy: [], failed: [], sites: {} };
  try {
    // Round 0 warms the machine up and does not count; a quick look does without.
    for (let round = loads > 1 ? 0 : 1; round <= loads; round += 1) {
      for (const { site, folder, answer } of sites) {
        for (const pace of round === 0 ? ["hurried"] : ["calm", "hurried"]) {
          const link = await serveThroughLink(folder, answer);
          try {
            const result = await measureLoad(browser, site, link, pace);
            if (result.errors.length > 0) say(`${site.title}: ${result.errors.join("; ")}`);
            if (round === 0) {
              say(`${site.title} answers: ${result.answer}`);
              continue;
            }
            result.log = link.log();
            const known = (results.sites[site.name] ??= { title: site.title, version: site.version(), calm: [], hurried: [] });
            known[pace].push(result);
            say(`${round}/${loads} ${site.title}, ${pace}: box ${Math.round(result.ready)} ms, first answer ${Math.round(result.firstAnswer)} ms after the first key, ${Math.round(result.bytesAnswer / 1000)} kB`);
            results.busy.push(loadavg()[0]);
          } catch (error) {
            // A machine that is busy with something else can be too slow for a load: it does not count, and the record says how many were.
            say(`${site.title}, ${pace}: ${error.message}`);
            results.failed.push(`${site.title}, ${pace}: ${error.message.split("\n")[0]}`);
          } finally {
            await link.close();
          }
        }
      }
      writeFileSync(resultsFile, JSON.stringify(results));
    }
  } finally {
    await browser.close();
  }
}

if (isMain(import.meta)) {
  await command(async () => {
    const given = readArguments(["sites", "loads", "report", "record"]);
    if (given.report === undefined) await measureAll(listOf(given.sites, SITES.map(({ name }) => name)), Number(given.loads ?? 7));
    const text = record(JSON.parse(readFileSync(resultsFile, "utf8")));
    console.log(text);
    if (given.record !== undefined) writeFileSync(new URL("../RECORD-EMBED.md", import.meta.url), text);
  });
}
