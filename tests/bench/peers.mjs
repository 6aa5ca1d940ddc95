// `npm run bench:peers -- [--peers=a,b] [--corpora=en-10k,nl] [--passes=3] [--budget=2500] [--report] [--out=FILE]`
//
// Measures ours beside its peers and prints medians over the passes as Markdown. One process for each peer, corpus and pass,
// strictly one after the other; the passes are the outer loop, so that a slow minute of the machine hits all peers and not one.
// `--report` only prints what was measured before. Corpora that are missing have to be made first, with corpus/debian.mjs or corpus/import.mjs.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Advice, command, say } from "../../pkg/tools/report.mjs";
import { benchDir, corpusFile, listOf, readArguments, resultFile, sourceDir } from "./places.mjs";
import { report } from "./report.mjs";
import { setUp } from "./setup.mjs";

const PEERS = [
  "ours",
  "ours-exact",
  "tantivy",
  "tantivy-stemmed",
  "minisearch",
  "flexsearch",
  "orama",
  "lunr",
  "sqlite",
  "wink-bm25",
];
/** Seconds after which a peer is given up. */
const TIMEOUT = 300;

/** Runs a script of this folder with room for a large heap; gives what it printed, or throws what went wrong. */
function runScript(script, args, env = {}) {
  const { status, signal, error, stdout } = spawnSync(
    process.execPath,
    ["--expose-gc", "--max-old-space-size=12000", join(sourceDir, script), ...args],
    {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      env: { ...process.env, ...env },
      timeout: TIMEOUT * 1000,
      killSignal: "SIGKILL",
    },
  );
  if (status !== 0) throw error ?? new Error(`${script} ended with ${signal ?? `status ${status}`}`);
  return stdout;
}

function measure(peer, corpus, pass, budget) {
  const file = resultFile(peer, corpus, pass);
  rmSync(file, { force: true });
  try {
    runScript("measure.mjs", [peer, corpus, file], budget === undefined ? {} : { BUDGET: budget });
    const result = JSON.parse(readFileSync(file, "utf8"));
    Object.assign(result.saved, JSON.parse(runScript("loaded.mjs", [peer, corpus, String(result.saved.isText)])));
    writeFileSync(file, JSON.stringify(result));
    say(`${peer}, ${corpus}, pass ${pass}`);
  } catch (error) {
    writeFileSync(file, JSON.stringify({ peer, corpus, failed: String(error.message) }));
    say(`${peer}, ${corpus}, pass ${pass}: FAILED: ${error.message}`);
  }
}

await command(async () => {
  const given = readArguments(["peers", "corpora", "passes", "budget", "report", "out"]);
  const corpora = listOf(given.corpora, ["en-10k", "nl"]);
  if (given.report === undefined) {
    const missing = corpora.filter((corpus) => !existsSync(corpusFile(corpus)));
    if (missing.length > 0)
      throw new Advice(
        `There is no corpus ${missing.join(", ")}: make it with tests/bench/corpus/debian.mjs or tests/bench/corpus/import.mjs.`,
      );
    await setUp();
    for (let pass = 1; pass <= Number(given.passes ?? 3); pass += 1) {
      for (const corpus of corpora) for (const peer of listOf(given.peers, PEERS)) measure(peer, corpus, pass, given.budget);
    }
  }
  const folder = join(benchDir, "results");
  const results = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
  const text = corpora
    .map((corpus) =>
      report(
        corpus,
        results.filter((result) => result.corpus === corpus),
      ),
    )
    .join("\n");
  if (given.out === undefined) console.log(text);
  else writeFileSync(given.out, text);
});
