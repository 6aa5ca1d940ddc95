// The results as Markdown.

import { machine } from "../places.mjs";
import { table } from "../report.mjs";
import { median, quantile } from "../statistics.mjs";

const ms = (value) => (value === undefined ? "–" : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`);
const kB = (value) => (value === undefined ? "–" : `${Math.round(value / 1000)} kB`);
const shift = (value) => (value === undefined ? "–" : value.toFixed(3));

/** What is compared: a name, how it is had from the loads of a site, how it is written. Less is better in every row. */
const ROWS = [
  ["bytes until the first answer", ({ calm }) => median(calm.map(({ bytesAnswer }) => bytesAnswer)), kB],
  ["bytes after ten queries", ({ calm }) => median(calm.map(({ bytesAll }) => bytesAll)), kB],
  ["search box ready", ({ calm, hurried }) => median([...calm, ...hurried].map(({ ready }) => ready)), ms],
  ["first card, or else first answer", ({ calm, hurried }) => median(calm[0].card === undefined ? hurried.map(({ firstAnswerFromStart }) => firstAnswerFromStart) : calm.map(({ card }) => card)), ms],
  ["first answer from the start, typing at once", ({ hurried }) => median(hurried.map(({ firstAnswerFromStart }) => firstAnswerFromStart)), ms],
  ["first answer from the first key, typing at once", ({ hurried }) => median(hurried.map(({ firstAnswer }) => firstAnswer)), ms],
  ["first answer from the first key, page at rest", ({ calm }) => median(calm.map(({ firstAnswer }) => firstAnswer)), ms],
  ["whole answer from the last key, page at rest", ({ calm }) => median(calm.map(({ wholeAnswer }) => wholeAnswer)), ms],
  ["input delay while typing, median", ({ calm }) => quantile(calm.flatMap(({ delays }) => delays), 0.5), ms],
  ["input delay while typing, p99", ({ calm }) => quantile(calm.flatMap(({ delays }) => delays), 0.99), ms],
  ["key to next paint while typing, median", ({ calm }) => quantile(calm.flatMap(({ durations }) => durations), 0.5), ms],
  ["key to next paint while typing, p99", ({ calm }) => quantile(calm.flatMap(({ durations }) => durations), 0.99), ms],
  ["blocked until the first answer (over 50 ms of long tasks)", ({ calm }) => median(calm.map(({ blocked }) => blocked)), ms],
  ["longest task while typing", ({ calm }) => median(calm.map(({ longest }) => longest)), ms],
  ["layout shift before typing", ({ calm }) => median(calm.map(({ shiftsBefore }) => shiftsBefore.own)), shift],
  ["layout shift, whole visit", ({ calm }) => median(calm.map(({ shifts }) => shifts.own)), shift],
  ["layout shift within 500 ms after a key", ({ calm }) => median(calm.map(({ shifts }) => shifts.afterInput)), shift],
];

/** The table; the best value of each row is bold. */
export function embedTable({ sites }) {
  const all = Object.values(sites);
  const rows = ROWS.map(([name, of, write]) => {
    const values = all.map(of);
    const best = Math.min(...values.filter((value) => value !== undefined));
    return [name, ...values.map((value) => (value !== undefined && write(value) === write(best) ? `**${write(value)}**` : write(value)))];
  });
  return table(["", ...all.map(({ title }) => title)], rows);
}

export const record = (results) => `${embedTable(results)}\n\n${machine}, Chromium ${results.chromium}\n`;
