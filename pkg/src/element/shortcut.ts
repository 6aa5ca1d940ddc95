/** What does a key or a click mean? A key that the page names leads to the search box; some clicks and keys are the browser's, or the page's own. */

/** Whether a key press means a shortcut, and is no typing. */
export function isShortcut(event: KeyboardEvent, key: string): boolean {
  if (key === "" || event.key !== key || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false;
  const [target] = event.composedPath();
  return !(target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea")));
}

/** Whether a key press opens the browser's own search. */
export function isFind(event: KeyboardEvent): boolean {
  return event.key === "F3" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f");
}

/** A click that is not meant to open another tab or window, and on which the page has not acted itself. */
export function isPlainClick(event: Event): boolean {
  return !event.defaultPrevented && !(event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey));
}
