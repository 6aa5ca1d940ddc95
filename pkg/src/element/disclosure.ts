/**
 * How does something open? A real button with `aria-expanded`, and a panel that the browser's own search in the page
 * can open (`hidden="until-found"`), if what it holds stands nowhere else. Print shows all panels.
 */

import type { Context } from "./context.js";
import type { Child } from "./h.js";
import { h } from "./h.js";

export interface Disclosure {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
  set(open: boolean): void;
}

export interface DisclosureOptions {
  /** Names the disclosure; it stays open under this key when the language changes. */
  key: string;
  class?: string;
  part?: string;
  label: Child;
  /** Made when it is opened, or when there is time. */
  content: () => Child;
  /** It shows the place of words that stand on a card or in the view of the text too, where the browser's own search finds them: it is made when it is opened or printed. */
  isSource?: boolean;
  /** The reader wants to open or close it; `false` leaves it as it is. What the browser's own search opens is open already. */
  mayChange?: (open: boolean) => boolean;
  /** The reader opened or closed it. */
  changed?: (open: boolean) => void;
}

export function disclosure(ctx: Context, options: DisclosureOptions): Disclosure {
  const id = ctx.uid();
  const button = h(
    "button",
    { type: "button", class: options.class ?? "toggle", part: options.part, "aria-controls": id, "data-key": options.key, onclick: () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      if (options.mayChange?.(open) ?? true) change(open);
    } },
    options.label,
  );
  const isSource = options.isSource ?? false;
  // There are hundreds of sources: each is as little as it can be until it is opened.
  const panel = h("div", { id, class: "panel", onbeforematch: !isSource && (() => {
    options.mayChange?.(true);
    change(true);
  }) });
  const fill = ctx.idle[isSource ? "onDemand" : "later"](() => {
    panel.append(h("div", { class: "inner" }, options.content()));
  });

  function set(open: boolean): void {
    if (open) fill();
    button.setAttribute("aria-expanded", String(open));
    if (open) panel.removeAttribute("hidden");
    else panel.setAttribute("hidden", isSource ? "" : "until-found");
    if (open) ctx.kept.open.add(options.key);
    else ctx.kept.open.delete(options.key);
  }
  function change(open: boolean): void {
    set(open);
    options.changed?.(open);
  }
  set(ctx.kept.open.has(options.key));
  return { button, panel, set };
}
