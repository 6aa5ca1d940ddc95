/** Registers `<empact-priorities>`. A second registration is harmless: the first one stays. */

import { EmpactPrioritiesElement } from "./element.js";

export { EmpactPrioritiesElement };
export type { DeepLink, EmpactPrioritiesEventMap, Filters, SearchRequest, Sort, UiLang, ViewName } from "./element.js";

const TAG = "empact-priorities";

/** Version of the package; set by the build. */
declare const PACKAGE_VERSION: string;

if (globalThis.customElements) {
  const first = customElements.get(TAG);
  if (!first) {
    customElements.define(TAG, EmpactPrioritiesElement);
  } else if (first !== EmpactPrioritiesElement) {
    const version = "version" in first ? String(first.version) : "unknown";
    if (version !== PACKAGE_VERSION) {
      console.warn(`<${TAG}> is already registered by version ${version}; version ${PACKAGE_VERSION} stays unused.`);
    }
  }
}
