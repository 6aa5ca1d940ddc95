// The page around the element follows the language that the reader chooses in it.

import type { EmpactPrioritiesElement } from "empact-priorities/element";

const TITLES = { nl: "EMPACT-prioriteiten 2022-2025", en: "EMPACT priorities 2022-2025" } as const;

const element = document.querySelector<EmpactPrioritiesElement>("empact-priorities");

function follow(): void {
  const lang = element?.lang === "en" ? "en" : "nl";
  document.documentElement.lang = lang;
  document.title = TITLES[lang];
  for (const text of document.querySelectorAll<HTMLElement>("[data-lang]")) text.hidden = text.dataset["lang"] !== lang;
}

element?.addEventListener("empact-priorities-language", follow);
follow();
