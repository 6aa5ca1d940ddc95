// Results as Markdown: for each corpus a table of what building costs, one of latencies and one of how good the answers are, with
// ours compared to the best peer.

import { MEGABYTE } from "./heap.mjs";
import { machine } from "./places.mjs";
import { median } from "./statistics.mjs";

const CLASSES = {
  single: "one word",
  or2: "any of 2",
  and2: "all of 2",
  prefix: "keystroke",
  fuzzy: "typo",
  phrase: "phrase",
  known: "3 words, known item",
  knowntypo: "the same, one mistyped",
  facet: "facets counted",
};
/** Only ours are compared with the peers, each by its name. */
const isOurs = (peer) => peer.startsWith("ours");

/** A number with three significant digits, with a unit that fits. */
function short(value, units) {
  if (value === undefined || !Number.isFinite(value)) return "–";
  const [unit, size] = units.findLast(([, least]) => value >= least) ?? units[0];
  const scaled = value / size;
  return `${scaled >= 100 ? scaled.toFixed(0) : scaled.toPrecision(3)} ${unit}`;
}
const microseconds = (value) =>
  short(value, [
    ["µs", 1],
    ["ms", 1000],
    ["s", 1e6],
  ]);
const milliseconds = (value) => microseconds(value === undefined ? undefined : value * 1000);
const bytes = (value) =>
  short(value, [
    ["B", 1],
    ["kB", 1000],
    ["MB", 1e6],
  ]);
const megabytes = (value) => bytes(value === undefined ? undefined : value * MEGABYTE);
const percent = (value) => (value === undefined ? "–" : `${(value * 100).toFixed(0)} %`);
const decimal = (value) => (value === undefined ? "–" : value.toFixed(3));

/** The median over passes of what `path` leads to. */
const over = (runs, path) =>
  median(runs.map((run) => path.split(".").reduce((value, key) => value?.[key], run)).filter((value) => value !== undefined));

/** A table in Markdown. */
export const table = (head, rows) =>
  [`| ${head.join(" | ")} |`, `|${"---|".repeat(head.length)}`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");

/**
 * Whether a peer's answers to a class are good enough for its speed to count: it gives at least 95 % of the hits that exist, finds the
 * intended word for 90 % of the typos, or ranks the known item at least 90 % as well as the best of all.
 */
function answersWell(runs, name, bestMrr) {
  const { fill, found, mrr } = Object.fromEntries(
    ["fill", "found", "mrr"].map((key) => [key, over(runs, `classes.${name}.${key}`)]),
  );
  return mrr !== undefined ? mrr >= 0.9 * bestMrr : found !== undefined ? found >= 0.9 : fill === undefined || fill >= 0.95;
}

/** For each column how many times ours is the least of the peers; under 1 is better than every peer. */
function ratios(peers, ours, columns) {
  return columns.map(({ path, name }) => {
    const own = over(ours.runs, path);
    const bestMrr = Math.max(...peers.map(({ runs }) => over(runs, `classes.${name}.mrr`) ?? 0));
    const others = peers
      .filter(
        ({ peer, runs }) =>
          !isOurs(peer) && over(runs, path) !== undefined && (name === undefined || answersWell(runs, name, bestMrr)),
      )
      .sort((a, b) => over(a.runs, path) - over(b.runs, path));
    return own === undefined || others.length === 0 ? "–" : `${(own / over(others[0].runs, path)).toFixed(2)} × ${others[0].peer}`;
  });
}

/** The Markdown for one corpus. */
export function report(corpus, results) {
  const names = [...new Set(results.map(({ peer }) => peer))].sort((a, b) => isOurs(b) - isOurs(a) || a.localeCompare(b));
  const failed = results.filter((result) => result.failed !== undefined);
  const peers = names
    .map((peer) => ({ peer, runs: results.filter((result) => result.peer === peer && result.failed === undefined) }))
    .filter(({ runs }) => runs.length > 0);
  if (peers.length === 0) return `## ${corpus}\n\nNothing was measured.\n`;
  const withRatios = (rows, columns) => [
    ...rows,
    ...peers.filter(({ peer }) => isOurs(peer)).map((ours) => [`**${ours.peer} / best peer**`, ...ratios(peers, ours, columns)]),
  ];

  const costs = [
    ["build", "build.ms", milliseconds],
    ["first build", "build.coldMs", milliseconds],
    ["memory after building", "build.memoryMb", megabytes],
    ["index, raw", "saved.raw", bytes],
    ["gzip", "saved.gzip", bytes],
    ["brotli", "saved.brotli", bytes],
    ["load", "saved.loadMs", milliseconds],
    ["first load", "saved.coldLoadMs", milliseconds],
    ["memory after loading", "saved.memoryMb", megabytes],
  ];
  const classes = Object.keys(CLASSES);
  const calibration = results.flatMap(({ calibration: times }) => times ?? []);
  const quality = (runs, name) => {
    const at = (key) => over(runs, `classes.${name}.${key}`);
    const answered = at("of") === undefined ? "" : ` (${at("queries")} of ${at("of")} queries)`;
    if (name === "facet") return `${percent(at("exact"))}${answered}`;
    if (at("mrr") !== undefined) return `${decimal(at("mrr"))}${answered}`;
    if (at("found") !== undefined) return `${percent(at("found"))}${answered}`;
    return at("fill") === undefined ? "–" : `${percent(at("fill"))}, ${percent(at("precision"))}${answered}`;
  };
  return [
    `## ${corpus}: ${peers[0].runs[0].documents} documents`,
    `${machine}. Medians over passes (${Math.max(...peers.map(({ runs }) => runs.length))} of them); calibration ${Math.min(...calibration).toFixed(1)} to ${Math.max(...calibration).toFixed(1)} ms.`,
    "### What an index costs",
    table(
      ["peer", ...costs.map(([title]) => title)],
      withRatios(
        peers.map(({ peer, runs }) => [peer, ...costs.map(([, path, show]) => show(over(runs, path)))]),
        costs.map(([, path]) => ({ path })),
      ),
    ),
    "### Latency of a query, p50 / p99 over queries",
    table(
      ["peer", ...Object.values(CLASSES)],
      withRatios(
        peers.map(({ peer, runs }) => [
          peer,
          ...classes.map((name) =>
            over(runs, `classes.${name}.p50`) === undefined
              ? "–"
              : `${microseconds(over(runs, `classes.${name}.p50`))} / ${microseconds(over(runs, `classes.${name}.p99`))}`,
          ),
        ]),
        classes.map((name) => ({ path: `classes.${name}.p50`, name })),
      ),
    ),
    "The ratio is of medians; a peer counts where it gives 95 % of the hits, finds 90 % of the typos' words or ranks the known item 90 % as well as the best.",
    "### How good the answers are",
    "Hits given of those that exist (at most ten), and share that holds the words as typed; for typos how often the intended word was found; for known items the mean reciprocal rank; for facets how often the counts were exact.",
    table(
      ["peer", ...Object.values(CLASSES)],
      peers.map(({ peer, runs }) => [peer, ...classes.map((name) => quality(runs, name))]),
    ),
    ...(failed.length === 0 ? [] : [`Failed: ${failed.map(({ peer, failed: reason }) => `${peer} (${reason})`).join("; ")}.`]),
    "",
  ].join("\n\n");
}
