// The results as Markdown.

import { machine } from "../places.mjs";
import { table } from "../report.mjs";
import { median, quantile } from "../statistics.mjs";
import { BANDWIDTH, ROUND_TRIP } from "./link.mjs";
import { CPU_SLOWDOWN, KEY_EVERY, QUERIES } from "./load.mjs";

const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const kB = (value) => `${Math.round(value / 1000)} kB`;
const shift = (value) => value.toFixed(3);

const over = (loads, of) => median(loads.map(of));
const pooled = (loads, of, share) => quantile(loads.flatMap(of), share);

/**
 * What is compared, row by row: what it is called, how it is had from the loads of a site, how it is written, and what exactly is meant. Less is better in
 * every row.
 */
const ROWS = [
  ["bytes until the first answer", ({ calm }) => over(calm, ({ bytesAnswer }) => bytesAnswer), kB, "everything that the server sent, headers too, until the first query was answered; the page was at rest before"],
  ["bytes after ten queries", ({ calm }) => over(calm, ({ bytesAll }) => bytesAll), kB, "the same at the end of the visit"],
  ["search box ready", ({ calm, hurried }) => over([...calm, ...hurried], ({ ready }) => ready), ms, "from the start of the navigation until the search box is on the screen, or for DocSearch the button that opens it; what is typed from then on is kept"],
  [
    "first card, or else first result",
    ({ calm, hurried }) => (calm[0].card === undefined ? over(hurried, ({ firstAnswerFromStart }) => firstAnswerFromStart) : over(calm, ({ card }) => card)),
    ms,
    "from the start of the navigation until the first card is on the screen. The peers show nothing before somebody types: for them, until the first result of a reader who types as soon as there is a box",
  ],
  ["first answer from the start, typing at once", ({ hurried }) => over(hurried, ({ firstAnswerFromStart }) => firstAnswerFromStart), ms, `from the start of the navigation until a result is on the screen, for a reader who types “${QUERIES[0]}” as soon as there is a box`],
  ["first answer from the first key, typing at once", ({ hurried }) => over(hurried, ({ firstAnswer }) => firstAnswer), ms, "the same from the first key, with everything that is only loaded then"],
  ["first answer from the first key, page at rest", ({ calm }) => over(calm, ({ firstAnswer }) => firstAnswer), ms, "the same for a reader who waits until nothing is on its way any more before pressing the box and typing"],
  ["whole answer from the last key, page at rest", ({ calm }) => over(calm, ({ wholeAnswer }) => wholeAnswer), ms, "from the last key of that query until what is shown of the answer does not change any more; less than nothing where it was there before"],
  ["input delay while typing, median", ({ calm }) => pooled(calm, ({ delays }) => delays, 0.5), ms, "from a key to the first listener, as Event Timing has it, over all keys of the other nine queries"],
  ["input delay while typing, p99", ({ calm }) => pooled(calm, ({ delays }) => delays, 0.99), ms, "the same"],
  ["key to next paint while typing, median", ({ calm }) => pooled(calm, ({ durations }) => durations, 0.5), ms, "duration of the interaction by Event Timing, which rounds to 8 ms; what it leaves out as shorter than 16 ms counts as 8"],
  ["key to next paint while typing, p99", ({ calm }) => pooled(calm, ({ durations }) => durations, 0.99), ms, "the same"],
  ["work of the main thread before typing", ({ calm }) => over(calm, ({ workBefore }) => workBefore), ms, "processor time from the start until the page is at rest; unlike all other times it hardly depends on what else the machine does"],
  ["work of the main thread for a key", ({ calm }) => over(calm, ({ workPerKey }) => workPerKey), ms, "processor time while typing, with pauses of a second between queries, shared among the keys"],
  ["blocked until the first answer", ({ calm }) => over(calm, ({ blocked }) => blocked), ms, "what each long task takes beyond 50 ms, added up"],
  ["longest task while typing", ({ calm }) => over(calm, ({ longest }) => longest), ms, "0 where none took 50 ms"],
  ["layout shift before typing", ({ calm }) => over(calm, ({ shiftsBefore }) => shiftsBefore.own), shift, "sum of all layout shifts until the page is at rest"],
  ["layout shift, whole visit", ({ calm }) => over(calm, ({ shifts }) => shifts.own), shift, "sum of those without recent input"],
  ["layout shift within 500 ms after input", ({ calm }) => over(calm, ({ shifts }) => shifts.afterInput), shift, "those that the metric of the web leaves out"],
];

const measuredRows = (sites) =>
  ROWS.map(([name, of, write, meaning]) => {
    const values = sites.map(of);
    return { name, meaning, values, written: values.map(write), best: write(Math.min(...values)) };
  });

const isOurs = ({ title }) => title.startsWith("ours");

/** Whether ours wins a row, and if not, who does. */
function verdict(sites, { name, values, written, best }) {
  const winners = sites.filter((_, at) => written[at] === best);
  const peers = winners.filter((site) => !isOurs(site)).map(({ title }) => title).join(" and ");
  if (winners.some(isOurs)) return `- ${name}: ${peers === "" ? "won" : `level with ${peers}`} (${best}).`;
  const ours = values.map((value, at) => ({ value, at })).filter(({ at }) => isOurs(sites[at])).sort((a, b) => a.value - b.value)[0];
  return `- ${name}: **lost** to ${peers} (${written[ours.at]} against ${best}).`;
}

/** The whole record. */
export function record({ date, chromium, loads, busy, failed, sites: byName }) {
  const sites = Object.values(byName);
  const rows = measuredRows(sites);
  const counted = sites.map(({ title, calm, hurried }) => `${title} ${calm.length} and ${hurried.length}`).join(", ");
  return `# The element beside other search boxes: the record

Written by \`npm run bench:embed -- --record${loads === 7 ? "" : ` --loads=${loads}`}\` on ${date}; ${machine}, Chromium ${chromium}. Other work on the machine: load average ${median(busy).toFixed(1)} in the middle,
${Math.min(...busy).toFixed(1)} to ${Math.max(...busy).toFixed(1)}; where that is more than the cores there are, compare rows within this table and nothing with another run.

The same 52 units behind each: ${sites.map(({ title, version }) => `${title} ${version}`).join(", ")}. Each load has an empty cache; the sites take turns. Medians of the loads
(calm and hurried: ${counted}${failed.length === 0 ? "" : `; ${failed.length} loads failed and do not count`}), quantiles over all keys of all loads. Link: ${ROUND_TRIP} ms a round trip, ${(BANDWIDTH * 8 / 1000).toFixed(2)} Mbit/s; main thread ${CPU_SLOWDOWN} times slower; a key every ${KEY_EVERY} ms.

${table(["", ...sites.map(({ title }) => title)], rows.map(({ name, written, best }) => [name, ...written.map((text) => (text === best ? `**${text}**` : text))]))}

## Row by row

${rows.map((row) => verdict(sites, row)).join("\n")}

## What is meant

${rows.filter(({ meaning }) => meaning !== "the same").map(({ name, meaning }) => `- ${name}: ${meaning}.`).join("\n")}

## What favours whom

- The link is in the server, since the browser's own throttling does not reach workers; all files come with brotli, at its best level, in HTTP/1.1
  over at most six connections that cost nothing to open. Many small files are therefore a little slower than over HTTP/2: that is against Pagefind.
- The slowdown of the processor does not reach workers either: that is for Pagefind, which searches in one, and for our WebAssembly, which is compiled beside the page.
- DocSearch has no server here but the bench's: its own client asks 127.0.0.1, at the page's own origin, for answers that are made at once. Nothing of Algolia's is
  waited for but the round trip of the link. It has the keyword-only script and the three style sheets that this needs.
- Orama is its current web component with a local index, made in the page from a file of documents that is preloaded. The font that its style sheets ask Google for cannot be reached.
- Pagefind has its search box from the component UI, as its documentation shows it, and once more with \`preload\`, which loads its index with the page.
- A first answer of ours is the cards that are suggested under the box, as it is the list under the box for the peers; the whole answer is the cards on the page.
- Ours is as the README says for pages without a bundler: \`preload.html\`; and once more with the priorities as plain HTML inside the element (\`renderToStaticHtml\`), which can be read before
  there is a script and counts as the first card. It shows all priorities as cards, filters and the official text; the peers show a box. Its bytes hold the whole dataset
  with sources in Dutch and English, and all searches after that need no network.
`;
}
