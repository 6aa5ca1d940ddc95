// What opens in the short list at the side opens in the browser beside it instead: a page can decide that.

import type { EmpactPrioritiesElement } from "empact-priorities/element";

const list = document.querySelector<EmpactPrioritiesElement>("#list");
const browser = document.querySelector<EmpactPrioritiesElement>("#browser");

list?.addEventListener("empact-priorities-open", (event) => {
  event.preventDefault();
  browser?.open(event.detail.id);
});
