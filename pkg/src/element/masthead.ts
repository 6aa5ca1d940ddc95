/** What document is this? Its subject, when and where it was adopted, and what is in it. */

import type { Context } from "./context.js";
import type { Child } from "./h.js";
import { h } from "./h.js";
import { laterLine, layout } from "./masthead-room.js";
import { linkTo, source } from "./source.js";
import { filled } from "./strings.js";
import { langOf, titleOf, wording } from "./words.js";

/** What came after the document, as far as that is known: links to the cycles, where the sources of it stand. */
function later(ctx: Context): Child {
  const links = [amended(ctx), succeeded(ctx)].filter((link) => link !== undefined);
  return links.length > 0 && laterLine(links, ctx.t("notInDocument"));
}

/** The document was changed. */
function amended(ctx: Context): HTMLElement | undefined {
  for (const id of ctx.engine.framework.document.facts) {
    const known = ctx.entity(id);
    const cycle = known?.kind === "outside-fact" && known.topic === "amendment" && known.about.find((about) => ctx.entity(about)?.kind === "cycle");
    if (typeof cycle === "string") return linkTo(ctx, cycle, ctx.t("amended"));
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
    author: ctx.author,
    subject: translated ? wording(ctx, translated) : official,
    ...(translated ? { original: official } : {}),
    facts: [
      adopted !== undefined && h("span", {}, ctx.t("adopted", { date: ctx.date(adopted) })),
      ctx.author === undefined && h("span", { class: "session" }, ctx.t("session", { n: String(document.session.value) })),
      earliest !== undefined && latest !== undefined && h("span", { class: "period" }, ctx.t("period", { period: `${earliest.slice(0, 4)}–${latest.slice(0, 4)}` })),
      button,
      later(ctx),
    ],
    panel,
    figures: [counts.priority, counts["sub-priority"], counts.oaps, counts.chsgs],
  });
}
