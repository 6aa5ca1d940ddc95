/** How do a link and a citation get into somebody's own document? */

import type { Mark, Unit } from "../types.js";
import type { Context } from "./context.js";
import { isArea } from "./context.js";
import { ICONS, append, h, hiddenText, icon, legible } from "./h.js";
import { isPlainClick } from "./shortcut.js";
import { sayLanguage } from "./strings.js";
import { marksWithin } from "./words.js";

/** What is quoted of a unit: its objective, or its text. The numbers of footnotes, which the document glues to words, are not quoted. */
function quoted(ctx: Context, unit: Unit): string {
  const objective = isArea(unit) ? unit.objective : undefined;
  if (objective) {
    const { unit: id, block, start, end, quote } = objective.source;
    return without(quote, marksWithin(ctx.footnotes(id, block), start, end));
  }
  const isText = ({ kind }: Unit["blocks"][number]): boolean => kind !== "footnote" && kind !== "title";
  const hasText = unit.blocks.some(isText);
  return unit.blocks.flatMap((block, index) => (hasText && !isText(block) ? [] : without(block.text, ctx.footnotes(unit.id, index)))).join(" ");
}

/** A text without some places in it. */
function without(text: string, places: readonly Mark[]): string {
  return places.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** Where a unit stands, inside a sentence. Numbers that the document does not have are said to be ours; a guiding principle is one of its priority. */
function placeOf(ctx: Context, unit: Unit): string {
  const place = ctx.inSentence(ctx.label(unit));
  if (unit.kind !== "recital" && unit.kind !== "operative-paragraph" && unit.kind !== "guiding-principle") return place;
  const of = unit.kind === "guiding-principle" ? ctx.unit(unit.priority) : undefined;
  return ctx.t("citeCounted", { place: of ? `${ctx.inSentence(ctx.label(of))}, ${place}` : place });
}

/** A citation in the language of the interface: institution, document, session, date, place, quote with its language, and address. */
export function citation(ctx: Context, unit: Unit): string {
  const { document } = ctx.engine.framework;
  const date = document.adopted.earliest;
  const session = ctx.t("citeSession", {
    session: String(document.session.value),
    date: date === undefined ? (ctx.pick(document.adopted.titles)?.text ?? "") : ctx.date(date),
  });
  const title = unit.kind === "document" ? undefined : unit.titles.find((words) => words.status === "official");
  const where = placeOf(ctx, unit);
  const parts = [
    ctx.author ?? ctx.t("councilName"),
    ctx.t("quoted", { text: document.subject.quote }),
    session,
    unit.kind === "document" ? "" : title ? `${where} (${ctx.t("quoted", { text: title.text })})` : where,
  ].filter((part) => part !== "");
  const source = parts.join(", ");
  const words = bare(quoted(ctx, unit));
  const { officialLang } = ctx;
  const quote = officialLang === "nl" ? ctx.t("citeQuote", { text: words })
    : `${ctx.t("quoted", { text: words })}, ${ctx.t("official")} (${sayLanguage(ctx.lang, officialLang)})`;
  const cited = unit.kind === "document" ? source : `${ctx.t("labelled", { label: source })} ${quote}`;
  const url = address(ctx, unit.id);
  return `${legible(cited)}${url === "" ? "" : `, ${ctx.t("consulted", { url })}`}.`;
}

/** A quote without its quotation marks, the bullet before it and the mark that ends its sentence. */
function bare(quote: string): string {
  let end = quote.length;
  while (end > 0 && '"“”.,'.includes(quote.charAt(end - 1))) end -= 1;
  return quote.slice(0, end).replace(/^(?:• *|["“”])/, "");
}

/** Where the card is found again: that of the page, where the element does not read its address. Empty where the page has none (`srcdoc`). */
function address(ctx: Context, id: string): string {
  if (!/^(?:https?|file):/.test(location.protocol)) return "";
  return ctx.look.hasAddress ? new URL(ctx.href({ open: id }), location.href).href : location.href;
}

/** Puts text on the clipboard; `false` where the browser or the policy of the page refuses. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where the page puts what it offers on one card: `<a slot="card-actions-P7e">`. A slot for each card, so that it stays the page's own, with its
 * styles and listeners, and can be written by a server; a card is shown once at a time, so no two slots have the same name.
 */
export function cardActions(id: string): HTMLElement {
  return h("slot", { name: `card-actions-${id}` });
}

/** The card that is on paper alone, and the root that it is in, until that is over. */
let alone: readonly (Element | null | undefined)[] = [];

function printedAlone(): void {
  for (const node of alone) node?.classList.remove("printed", "alone");
  alone = [];
}

/** Prints the card that something is in, and what it is part of; the rest of the element stays off the paper. */
function printAlone(inside: Element): void {
  // Where printing is not allowed, nothing says that it is over.
  printedAlone();
  const card = inside.closest(".card");
  const root = card?.closest(".root");
  card?.classList.add("printed");
  root?.classList.add("alone");
  alone = [card, root];
  // Some browsers go on while the reader still looks at the preview.
  addEventListener("afterprint", printedAlone, { once: true });
  print();
}

/** The row of a card: link, citation, print, and the text to copy by hand where the clipboard is closed. */
export function copyRow(ctx: Context, unit: Unit, name: string): HTMLElement {
  const row = h("div", { class: "copy" });
  // Made when it is needed: browsers look at every text field of a page each time that one comes or goes, and lay out what is closed for it.
  let byHand: HTMLElement | undefined;

  async function copy(text: string, label: string, done: string, button: HTMLElement): Promise<void> {
    byHand?.remove();
    if (await toClipboard(text)) {
      ctx.act.announce(done);
      return;
    }
    const hint = h("p", { id: ctx.uid() }, ctx.t("copyByHand"));
    const box = h("textarea", { readonly: true, rows: 4, "aria-label": label, "aria-describedby": hint.id, onblur: () => {
      // Not for another window, into which the text may go; and not in the midst of being taken away.
      if (document.hasFocus()) queueMicrotask(() => {
        wrapper.remove();
      });
    }, onkeydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== "Escape") return;
      // A dialog around the element stays open.
      event.preventDefault();
      event.stopPropagation();
      button.focus();
    } });
    // The sentence stands there as long as the text does, and is heard with it.
    const wrapper = h("div", { class: "by-hand" }, hint, box);
    byHand = wrapper;
    row.append(wrapper);
    box.value = text;
    box.focus();
    box.select();
    // On pages without https there is no other way to the clipboard.
    const isCopied = document.execCommand("copy");
    if (!isCopied) return;
    button.focus({ preventScroll: true });
    ctx.act.announce(done);
  }

  const link = ctx.look.hasAddress && h(
    "a",
    { class: "quiet", href: ctx.href({ open: unit.id }), "data-action": "link", onclick: (event) => {
      if (!isPlainClick(event)) return;
      // It copies, and leaves the card and the place as they are.
      event.preventDefault();
      void copy(address(ctx, unit.id), ctx.t("permalink"), ctx.t("linkCopied"), event.currentTarget as HTMLElement);
    } },
    icon(ICONS.link),
    ctx.t("permalink"),
    hiddenText(` ${ctx.t("permalinkOf", { what: name })}`),
  );
  const cite = h(
    "button",
    { type: "button", class: "quiet", "data-action": "cite", onclick: (event) => {
      void copy(citation(ctx, unit), ctx.t("citation"), ctx.t("citeCopied"), event.currentTarget as HTMLElement);
    } },
    icon(ICONS.quote),
    ctx.t("cite"),
    hiddenText(` ${ctx.t("citeOf", { what: name })}`),
  );
  const printing = h(
    "button",
    { type: "button", class: "quiet print", "data-action": "print", onclick: () => {
      printAlone(row);
    } },
    icon(ICONS.print),
    h("span", {}, ctx.t("print"), hiddenText(`${ctx.colon}${name}`)),
  );
  append(row, [link, cite, printing]);
  return row;
}
