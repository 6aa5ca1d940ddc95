/** Which key leads to the search box? One that the page names; none while something is typed elsewhere. */

/** Whether a key press means a shortcut, and is no typing. */
export function isShortcut(event: KeyboardEvent, key: string): boolean {
  if (key === "" || event.key !== key || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false;
  const [target] = event.composedPath();
  return !(target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea")));
}
