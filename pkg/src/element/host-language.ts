/** Which language does the page ask for, and which ones can be chosen? That of the closest ancestor that names one, until the reader or an address chooses. */

import type { UiLang } from "./state.js";
import { languageOf } from "./state.js";
import { spoken } from "./strings.js";

/** This many languages besides Dutch and English can be chosen: those requested last. More would not fit beside the title. */
const OTHERS = 2;

export class HostLanguage {
  /** The language that the page asked for at first, or that is around the element now; only another one is named in a link. */
  first: UiLang = "en";
  /** The reader or an address chose the language, and the page has set none on the element. */
  isChosen = false;
  /** Languages besides Dutch and English that the page, a link or the reader asked for, the last one first: they can be chosen again. */
  #others: readonly UiLang[] = [];
  readonly #around: MutationObserver;

  /** `changed`: another language may be around the element. */
  constructor(readonly host: HTMLElement, changed: () => void) {
    this.#around = new MutationObserver(changed);
  }

  /** Sees from now on when the language around the element changes. */
  watch(): void {
    for (let node = parentOf(this.host); node; node = parentOf(node)) this.#around.observe(node, { attributeFilter: ["lang"] });
  }

  unwatch(): void {
    this.#around.disconnect();
  }

  /** The language of the element or of the closest ancestor that has one, across shadow roots. */
  get now(): UiLang { return languageAt(this.host); }

  /** The same without the element's own. */
  get outside(): UiLang { return languageAt(parentOf(this.host)); }

  /** What the page asks for now, which counts as the first if the element has none of its own. */
  heed(): UiLang {
    const { now } = this;
    if (!this.host.hasAttribute("lang")) this.first = now;
    return now;
  }

  /** The reader or an address chose a language: it stands on the element from now on. */
  choose(): void {
    this.isChosen ||= !this.host.hasAttribute("lang");
  }

  /** Nobody chooses any more: the element follows the page again. */
  unchoose(): void {
    if (!this.isChosen) return;
    this.host.removeAttribute("lang");
    this.isChosen = false;
    this.first = this.now;
  }

  /** Dutch, English, and what the page or the reader asked for, now `lang`. */
  offered(lang: UiLang): UiLang[] {
    const asked = [spoken(lang), spoken(this.first), ...this.#others].filter((other) => other !== "nl" && other !== "en");
    this.#others = [...new Set(asked)].slice(0, OTHERS);
    return ["nl", "en", ...[...this.#others].sort()];
  }
}

function languageAt(from: Node | null): UiLang {
  let node = from;
  while (node && !(node instanceof Element && node.hasAttribute("lang"))) node = parentOf(node);
  return languageOf((node as Element | null)?.getAttribute("lang") ?? "") ?? "en";
}

function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
