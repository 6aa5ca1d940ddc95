/** How is the masthead laid out? The same with what a document says and, while that is on its way, with nothing to read in it: so nothing jumps. */

import type { Child } from "./h.js";
import { h } from "./h.js";
import type { Look } from "./settings.js";
import type { UiLang } from "./state.js";
import type { Key } from "./strings.js";
import { officialIn, say, sayOfficial } from "./strings.js";

interface Parts {
  /** The language of the official text. */
  officialLang: string;
  /** Who wrote it, if that is not the Council. */
  author?: string | undefined;
  subject: Child;
  /** The official subject where `subject` is a translation. */
  original?: Child;
  facts: Child;
  panel?: Child;
  /** How many priorities, sub-priorities, OAPs and CHSGs. */
  figures: readonly number[];
}

/** As long as a subject is: it keeps room for the real one while the data is on its way. */
const ROOM = {
  nl: "Conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025",
  en: "Council conclusions setting the EU’s priorities for the fight against serious and organised crime for EMPACT 2022-2025",
} as const;

const FIGURES: readonly Key[] = ["nPriorities", "nSubPriorities", "nOaps", "nChsgs"];

export function layout(lang: UiLang, level: number, parts: Parts): HTMLElement[] {
  const tag = h("span", { class: "tag" }, say(lang, "unofficial"));
  return [
    h("p", { class: "kicker" }, parts.author === undefined ? sayOfficial(lang, "kicker", parts.officialLang) : `${parts.author} · ${officialIn(lang, parts.officialLang)}`),
    h(`h${level}` as "h2", { class: "subject" }, parts.subject, parts.original !== undefined && [" ", tag.cloneNode(true)]),
    ...(parts.original === undefined ? [] : [h("p", { class: "original" }, parts.original)]),
    h("p", { class: "facts" }, parts.facts),
    ...(parts.panel instanceof HTMLElement ? [parts.panel] : []),
    h("div", { class: "summary" },
      h("dl", { class: "figures" }, FIGURES.map((key, index) => {
        const n = parts.figures[index] ?? 0;
        return n > 0 && h("div", {}, h("dt", {}, shortened(say(lang, key, { n }))), h("dd", {}, String(n)));
      })),
      h("p", { class: "legend" },
        h("span", { class: "vh" }, `${say(lang, "labelled", { label: say(lang, "legend") })} `),
        h("span", { class: "official" }, parts.author === undefined ? say(lang, "legendOfficial") : officialIn(lang, parts.officialLang)),
        h("span", {}, say(lang, "legendOwn")),
        parts.original !== undefined && tag)),
  ];
}

/** "operational action plans (OAPs)", of which a narrow screen shows "OAPs" alone. */
function shortened(text: string): Child {
  const parts = /^(.*\()(.*)(\))$/.exec(text)?.slice(1);
  return parts ? parts.map((part, index) => h("span", { class: index === 1 ? undefined : "long" }, part)) : text;
}

/** What came after the document: links, and that the document does not say so. */
export function laterLine(links: readonly HTMLElement[], mark: string): HTMLElement {
  return h("span", { class: "later" }, links.flatMap((link, index) => [index > 0 && " · ", link]), " ", h("span", { class: "tag" }, mark));
}

/** The room that the masthead will take. */
export function mastheadRoom(lang: UiLang, { level, contentLang }: Look): HTMLElement {
  const room = h("span", { class: "official" }, ROOM.nl);
  const parts = layout(lang, level, {
    officialLang: "nl",
    subject: contentLang === "nl" ? room : ROOM.en,
    ...(contentLang === "nl" ? {} : { original: room }),
    facts: [
      h("span", {}, say(lang, "adopted", { date: "26-05-2021" })),
      h("span", { class: "session" }, say(lang, "session", { n: "1000" })),
      h("span", { class: "period" }, say(lang, "period", { period: "2022–2025" })),
      h("span", { class: "source" }, say(lang, "source")),
      laterLine([h("span", {}, say(lang, "amended")), h("span", {}, say(lang, "succeeded", { cycle: contentLang === "nl" ? "Empact 2026-2029" : "EMPACT 2026-2029" }))], say(lang, "notInDocument")),
    ],
    figures: [10, 7, 15, 3],
  });
  return h("div", { class: "room", "aria-hidden": "true" }, parts);
}
