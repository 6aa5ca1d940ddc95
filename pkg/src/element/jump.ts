/** How does a reader get to a part of a long view? By a list of its parts above them. */

import type { Child } from "./h.js";
import { h } from "./h.js";

/** `title` gets the focus, and can have it. */
export function jumpList(className: string, parts: readonly { name: Child; root: HTMLElement; title: HTMLElement }[]): HTMLElement {
  return h("ul", { role: "list", class: `jump ${className}` }, parts.map(({ name, root, title }) =>
    h("li", {}, h("button", { type: "button", class: "link", onclick: () => {
      root.scrollIntoView({ block: "start" });
      title.focus({ preventScroll: true });
    } }, name))));
}
