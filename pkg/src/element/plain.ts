/** Which card could be meant before there is an engine? One that stands on the page already, as plain HTML inside the element. */

import type { Actions } from "./context.js";
import { ICONS, h, hiddenText } from "./h.js";
import type { UiLang } from "./state.js";
import { say } from "./strings.js";
import type { Suggest, Suggestion } from "./suggestion-list.js";
import { TITLES, suggestion } from "./suggestion-list.js";

/** So many letters are looked for within words ("smokkel" finds drugssmokkel) and in the whole text; fewer only where words of a title begin. */
const MANY = 3;

/** The words of a text, without case and diacritics. */
function wordsOf(text: string): string[] {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Suggests what is shown in a slot, titles first: elements with the id of a card in `data-area` and with a heading, as `renderToStaticHtml` makes them. */
export function plainHtml(slot: HTMLSlotElement, lang: UiLang, act: Actions): Suggest {
  return (text) => {
    const asked = wordsOf(text);
    const items = slot.assignedElements({ flatten: true })
      .flatMap((root) => [root, ...root.querySelectorAll("*")])
      .filter((node): node is HTMLElement => node instanceof HTMLElement && node.dataset["area"] !== undefined);
    const having = (words: (item: HTMLElement) => readonly string[]): HTMLElement[] => items.filter((item) => {
      const all = words(item);
      return asked.every((part) => all.some((word) => word.startsWith(part) || (part.length >= MANY && word.includes(part))));
    });
    if (asked.length === 0) return [];
    const titled = having((item) => wordsOf(titleIn(item).textContent));
    const others = asked.some((part) => part.length < MANY) ? [] : having((item) => wordsOf(item.textContent));
    return [...new Set([...titled, ...others])].slice(0, TITLES).map((item) => shown(item, lang, act));
  };
}

/** A copy of its heading, without a note that says what it is. */
function titleIn(item: HTMLElement): Element {
  const title = (item.querySelector("h1, h2, h3, h4, h5, h6") ?? item).cloneNode(true) as Element;
  title.querySelector("small")?.remove();
  return title;
}

/** As any title that is suggested: what it is called, and of a long title what stands before the colon. */
function shown(item: HTMLElement, lang: UiLang, act: Actions): Suggestion {
  const title = titleIn(item);
  const [called = "", short = ""] = title.textContent.trim().split(/(?<=:)\s+/u);
  // The page may speak another language than the reader has chosen here.
  const langOf = (node: Element | null): string | undefined => {
    const spoken = node?.getAttribute("lang") ?? lang;
    return spoken === lang ? undefined : spoken;
  };
  const page = item.closest("[lang]");
  const words = h("span", { lang: langOf(title.querySelector("[lang]") ?? page), class: item.dataset["official"] === undefined ? undefined : "official-title" }, short.replace(/:$/u, ""));
  return suggestion(ICONS.card, h("span", {}, h("span", { class: "key", lang: langOf(page) }, called), " ", words, hiddenText(` (${say(lang, "openCard")})`)), () => {
    item.scrollIntoView({ block: "start", behavior: "instant" });
    act.visit(item.dataset["area"] ?? "");
  });
}
