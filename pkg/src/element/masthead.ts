/** What document is this? Its subject, when and where it was adopted, and what is in it. */

import type { Context } from "./context.js";
import type { Child } from "./h.js";
import { h } from "./h.js";
import { linkTo, source } from "./source.js";
import type { Look } from "./settings.js";
import type { UiLang } from "./state.js";
import type { Key } from "./strings.js";
import { say, sayOfficial } from "./strings.js";
import { filled, langOf, titleOf, wording } from "./words.js";

interface Parts {
  /** The language of the official text. */
  officialLang: string;
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

function layout(lang: UiLang, level: number, parts: Parts): HTMLElement[] {
  const tag = h("span", { class: "tag" }, say(lang, "unofficial"));
  return [
    h("p", { class: "kicker" }, sayOfficial(lang, "kicker", parts.officialLang)),
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
        h("span", { class: "official" }, say(lang, "legendOfficial")),
        h("span", {}, say(lang, "legendOwn")),
        parts.original !== undefined && tag)),
  ];
}

/** "operational action plans (OAPs)", of which a narrow screen shows "OAPs" alone. */
function shortened(text: string): Child {
  const parts = /^(.*\()(.*)(\))$/.exec(text)?.slice(1);
  return parts ? parts.map((part, index) => h("span", { class: index === 1 ? undefined : "long" }, part)) : text;
}

/** What came after the document, as far as that is known: links to the cycles, where the sources of it stand. */
function later(ctx: Context): Child {
  const links = [amended(ctx), succeeded(ctx)].filter((link) => link !== undefined);
  return links.length > 0 && laterLine(links, ctx.t("notInDocument"));
}

function laterLine(links: readonly HTMLElement[], mark: string): HTMLElement {
  return h("span", { class: "later" }, links.flatMap((link, index) => [index > 0 && " · ", link]), " ", h("span", { class: "tag" }, mark));
}

/** The document was changed. */
function amended(ctx: Context): HTMLElement | undefined {
  for (const id of ctx.engine.framework.document.facts) {
    const known = ctx.entity(id);
    const cycle = known?.kind === "outside-fact" && known.topic === "amendment" && known.about.find((about) => about.startsWith("CY-"));
    if (cycle) return linkTo(ctx, cycle, ctx.t("amended"));
  }
  return undefined;
}

/** Other priorities have taken the place of these. */
function succeeded(ctx: Context): HTMLElement | undefined {
  const own = ctx.cycle;
  const next = own && ctx.engine.framework.cycles.find(({ previous }) => previous === own.id);
  return next && linkTo(ctx, next.id, filled(ctx.lang, "succeeded", { cycle: titleOf(ctx, next.id) }));
}

export function masthead(ctx: Context): HTMLElement[] {
  const { document, counts } = ctx.engine.framework;
  const translated = ctx.contentLang === document.lang ? undefined : document.titles.find((words) => words.lang === ctx.contentLang);
  const official = h("span", { class: "official", lang: langOf(ctx, document.lang) }, document.subject.quote);
  const { button, panel } = source(ctx, "document",
    [document.subject, document.session.source, ...document.adopted.sources, ...document.period.sources], ctx.t("about"));
  const adopted = document.adopted.earliest;
  const { earliest, latest } = document.period;
  return layout(ctx.lang, ctx.look.level, {
    officialLang: document.lang,
    subject: translated ? wording(ctx, translated) : official,
    ...(translated ? { original: official } : {}),
    facts: [
      adopted !== undefined && h("span", {}, ctx.t("adopted", { date: ctx.date(adopted) })),
      h("span", { class: "session" }, ctx.t("session", { n: String(document.session.value) })),
      earliest !== undefined && latest !== undefined && h("span", { class: "period" }, ctx.t("period", { period: `${earliest.slice(0, 4)}–${latest.slice(0, 4)}` })),
      button,
      later(ctx),
    ],
    panel,
    figures: [counts.priority, counts["sub-priority"], counts.oaps, counts.chsgs],
  });
}

/** The same layout with nothing to read in it: what comes later takes its room and nothing jumps. */
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
