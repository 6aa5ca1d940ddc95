// What strict code passes: read-only lists, and options that may be `undefined`. Each compiles under `exactOptionalPropertyTypes`.

/// <reference path="../../pkg/src/element/css.d.ts" />

import { EmpactPrioritiesElement } from "../../pkg/src/define.js";
import type { EmpactPrioritiesEventMap, Filters, SearchRequest, UiLang, ViewName } from "../../pkg/src/define.js";
import { DocumentIndex, loadEngine } from "../../pkg/src/index.js";
import { renderToStaticHtml } from "../../pkg/src/static.js";
import type * as types from "../../pkg/src/types.js";

type Undefined<T> = { [K in keyof T]: undefined };

/** Every option of every method may be `undefined`. */
export async function undefinedOptions(engine: types.Engine, index: DocumentIndex): Promise<void> {
  const search: Undefined<Required<types.SearchOptions>> = {
    lang: undefined, kinds: undefined, filters: undefined, limit: undefined, offset: undefined, sort: undefined, facets: undefined, prefix: undefined, typos: undefined,
    documents: undefined,
  };
  engine.search("x", search);
  engine.search("x", { filters: { offence: undefined }, documents: { filters: { section: undefined }, sort: { facet: "date", order: undefined } } });
  engine.suggest("x", { lang: undefined, limit: undefined });
  engine.explain("x", "P1", { prefix: undefined, typos: undefined });
  engine.tasks({ actor: undefined, unit: undefined, modality: undefined, before: undefined });
  await engine.attach(new Uint8Array(), { signal: undefined });
  await loadEngine({ engine: undefined, wasm: undefined, integrity: undefined, dataset: undefined, snapshot: undefined });
  await DocumentIndex.build([], { language: undefined, fields: undefined, stored: undefined, facets: undefined, onProblem: undefined, onProgress: undefined });
  index.search("x", { limit: undefined, offset: undefined, facets: undefined, filters: undefined, total: undefined, sort: undefined, match: undefined, prefix: undefined, typos: undefined });
  index.suggest("x", { limit: undefined });
  await renderToStaticHtml(engine, { lang: undefined, headingLevel: undefined, href: undefined });
}

const kinds = ["priority", "sub-priority"] as const;
const names = ["section", "language"] as const;

/** Lists that nobody changes. */
export async function readOnly(engine: types.Engine, element: EmpactPrioritiesElement): Promise<DocumentIndex> {
  engine.search("x", { kinds, facets: ["actor"] as const, filters: { offence: ["fraud"] as const, instrument: ["OAP"] as readonly string[] } });
  const index = await DocumentIndex.build([] as readonly { readonly id: string }[], { language: ["nl", "en"] as const, facets: names, stored: ["body"] as const, fields: { title: 3, body: 1 } as const });
  index.search("x", { facets: names, filters: { section: ["a"] as const } });
  // @ts-expect-error: no such kind.
  engine.search("x", { kinds: ["crime"] as const });
  const filters: Filters = { actor: ["A-cosi"] };
  const view: ViewName = "tasks";
  const request: SearchRequest = { filters, view };
  element.search("x", request);
  element.search("x", { filters: "actor=A-cosi" });
  // Frameworks take a property back.
  element.query = undefined;
  element.filters = null;
  // What leaves the shadow root can be listened to outside.
  document.addEventListener("empact-priorities-search", (event) => event.detail.shown);
  window.addEventListener("empact-priorities-language", (event): UiLang => event.detail.lang);
  element.addEventListener("empact-priorities-search", (event: EmpactPrioritiesEventMap["empact-priorities-search"]) => event.detail.shown);
  return index;
}
