/** Where is the reader? The focus and what is on the screen stay where they are, whatever is made anew around them, until the reader goes elsewhere. */

import { isShown } from "./h.js";
import type { Target } from "./view.js";

/** Does what can take away the thing that has the focus; `moveFocus` then gives it to what is nearest, by the id of the card that had it, so that it does not go back to the top of the page. */
export function keepingFocus<T>(root: ShadowRoot | undefined, change: () => T, moveFocus: (card: string) => void): T {
  const focused = root && (root.activeElement ?? focusedChild(root.host));
  const id = focused?.closest("[data-id]")?.getAttribute("data-id") ?? "";
  const done = change();
  const now = root && (root.activeElement ?? focusedChild(root.host));
  // The search box is always there, and asking would make the browser lay out the page.
  if (focused && !(now && (now.id === "q" || isShown(now)))) moveFocus(id);
  return done;
}

/** What has the focus of what the page put into the element. */
function focusedChild(host: Element): Element | undefined {
  const focused = (host.getRootNode() as Document | ShadowRoot).activeElement;
  return focused && focused !== host && host.contains(focused) ? focused : undefined;
}

/** Whether this is a frame, and the reader in the page around it: what takes the focus would take it from there. */
export function isOutside(): boolean {
  return parent !== window && !document.hasFocus();
}

/** Whether the reader is at work outside the element, and with the keyboard: what is typed there must not go elsewhere. */
export function workElsewhere(host: Element): "typing" | "focused" | undefined {
  if (isOutside()) return "focused";
  let focused = document.activeElement;
  while (focused && focused !== host && focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement || host.contains(focused)) return undefined;
  return focused.matches("input, textarea, select, [contenteditable]") || (focused as HTMLElement).isContentEditable ? "typing" : "focused";
}

/** Makes everything anew; what the reader sees stays where it is on the screen, and what had the focus has it again. `isAtTop`: the top of it all is seen. */
export function keepingPlace(root: ShadowRoot, isAtTop: boolean, change: () => void): void {
  const focused = root.activeElement;
  const key = focused?.getAttribute("data-key") ?? undefined;
  const byKey = key === undefined ? undefined : `[data-key="${CSS.escape(key)}"]`;
  const anchor = onScreen(focused) ? byKey : isAtTop ? undefined : anchorIn(root);
  const typed = focused instanceof HTMLInputElement ? [focused.selectionStart, focused.selectionEnd] as const : undefined;
  const anchored = (): Element | null => (anchor === undefined ? null : root.querySelector(anchor));
  const before = anchored()?.getBoundingClientRect().top;
  change();
  const after = anchored();
  if (before !== undefined && after) scrollBack(after, before);
  if (byKey !== undefined) root.querySelector<HTMLElement>(byKey)?.focus({ preventScroll: true });
  const box = root.activeElement;
  if (typed && box instanceof HTMLInputElement && box.type === "search") box.setSelectionRange(...typed);
}

/** Scrolls what stands around an element until that is at `top` of the window again: the box that it is in first, and the window with what is left. */
function scrollBack(element: Element, top: number): void {
  for (const box of [...scrolling(element), document.scrollingElement]) box?.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
}

/** The boxes around an element that can scroll, from the inside to the outside. */
function scrolling(element: Element): Element[] {
  return around(element).filter((box) => box !== document.scrollingElement && /auto|scroll/.test(getComputedStyle(box).overflowY));
}

/** An element and what it is shown in, from the inside to the outside, across shadow roots and their slots. */
export function around(element: Element): Element[] {
  const boxes: Element[] = [];
  for (let node: Node | null = element; node; node = (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null) if (node instanceof Element) boxes.push(node);
  return boxes;
}

function onScreen(element: Element | null): boolean {
  if (!element?.hasAttribute("data-key")) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** What must not move when the texts change, by its id: the first card that begins where the reader sees it, or else the one that goes on there. */
function anchorIn(root: ShadowRoot): string | undefined {
  const least = Math.max(0, ...scrolling(root.host).map((box) => box.getBoundingClientRect().top));
  let anchor: string | undefined;
  for (const card of root.querySelectorAll("[data-id]")) {
    const { top, bottom } = card.getBoundingClientRect();
    if (bottom <= least || top >= innerHeight || bottom === top || !isShown(card)) continue;
    anchor = `[data-id="${CSS.escape(card.getAttribute("data-id") ?? "")}"]`;
    if (top >= least) break;
  }
  return anchor;
}

/** Brings the reader to something that is on the page. */
export function goTo(card: Target, behavior: "smooth" | "instant", movesFocus: boolean): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.root.scrollIntoView({ block: "start", behavior: calm ? "instant" : behavior });
  if (movesFocus) card.heading.focus({ preventScroll: true });
}

/** Closes something. What had the focus in it is no longer there: its heading gets it. */
export function fold(card: Target | undefined, focused: Element | null | undefined): void {
  card?.setOpen(false);
  if (focused && card?.root.contains(focused) && !isShown(focused)) card.heading.focus({ preventScroll: true });
}

/** Whether the page was reloaded or gone back to, and is not complete yet. */
export function isReturning(): boolean {
  const [visit] = performance.getEntriesByType("navigation");
  return history.scrollRestoration === "auto" && visit instanceof PerformanceNavigationTiming && (visit.type === "reload" || visit.type === "back_forward") && document.readyState !== "complete";
}
