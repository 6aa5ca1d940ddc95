// The page around the elements follows the language that the reader chooses in one of them.

import type { EmpactPrioritiesElement } from "empact-priorities/element";

const page = document.documentElement;
const elements = document.querySelectorAll<EmpactPrioritiesElement>("empact-priorities");

function follow(chosen: string | undefined): void {
  const lang = chosen === "nl" ? "nl" : "en";
  page.lang = lang;
  document.title = page.dataset[lang === "nl" ? "titleNl" : "titleEn"] ?? "";
  for (const text of document.querySelectorAll<HTMLElement>("[data-lang]")) text.hidden = text.dataset["lang"] !== lang;
}

for (const element of elements) {
  element.addEventListener("empact-priorities-language", ({ detail }) => {
    for (const other of elements) if (other !== element) other.lang = detail.lang;
    follow(detail.lang);
  });
}
// The address names the language of one element; the others follow.
const named = elements[0]?.lang;
if (named !== undefined && named !== page.lang) for (const other of elements) other.lang = named;
follow(named);
