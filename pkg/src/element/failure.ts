/** What went wrong, and what can be done? Everything that is wrong with a dataset at once, and a way to try again. */

import type { Problem } from "../types.js";
import type { Actions } from "./context.js";
import type { Child } from "./h.js";
import { h } from "./h.js";
import type { UiLang } from "./state.js";
import type { Key } from "./strings.js";
import { say } from "./strings.js";

/** Problems shown; the count says how many there are. */
const AT_MOST = 20;

const MESSAGES: Readonly<Record<string, Key>> = {
  "wasm-unavailable": "errorWasm",
  "wasm-load": "errorWasmLoad",
  "dataset-load": "errorDatasetLoad",
  crashed: "errorCrashed",
  freed: "errorCrashed",
};

/** The problems that a `DatasetError` carries; `undefined` for any other error. */
function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (!(error instanceof Error) || !("problems" in error) || !Array.isArray(error.problems)) return undefined;
  return error.problems as readonly Problem[];
}

/** `isAsked`: the reader has typed or chosen something, which is kept. */
export function failure(error: unknown, lang: UiLang, level: number, act: Actions, isAsked: boolean): HTMLElement {
  const problems = problemsOf(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const what = problems ? say(lang, "errorDataset", { n: problems.length }) : say(lang, MESSAGES[code] ?? "errorOther");
  return h(
    "section",
    { class: "failure", part: "error" },
    h("div", { role: "alert" },
      h(`h${level}` as "h2", { class: "group-title" }, say(lang, "errorTitle")),
      h("p", {}, what, isAsked && ` ${say(lang, "errorKept")}`)),
    h("p", {}, h("button", { type: "button", class: "primary", "data-key": "retry", onclick: () => {
      act.retry();
    } }, say(lang, "retry"))),
    h("slot", { name: "error" }),
    problems ? forAdministrator(lang,
      problems.length > AT_MOST && h("p", {}, say(lang, "errorFirst", { n: AT_MOST })),
      h("ol", { class: "problems" }, problems.slice(0, AT_MOST).map((problem) => problemItem(problem, lang)))) : technical(error, lang),
  );
}

/** A message for everybody who sees the page: of addresses in it, neither who asks nor what stands behind the path. Scripts get the whole of it with the error. */
function discreet(message: string): string {
  return message.replace(/(?<=\/\/)[^\s/]*@|[?#](?<=\/\/[^\s?#]*.)\S*/g, "…");
}

/** What means nothing to most readers: in English, and only on request. */
function forAdministrator(lang: UiLang, ...content: Child[]): HTMLElement {
  return h("details", { class: "admin" }, h("summary", {}, say(lang, "errorDetails")), content);
}

function technical(error: unknown, lang: UiLang): Child {
  return error instanceof Error && forAdministrator(lang, h("p", { class: "muted" }, `${say(lang, "labelled", { label: say(lang, "errorTechnical") })} `,
    h("code", { lang: lang === "en" ? undefined : "en" }, discreet(`${error.name}: ${error.message}`))));
}

/** The portal's own documents are missing: said without taking away what is there, and aloud only when that is new. */
export function portalFailure(error: unknown, isNew: boolean, lang: UiLang, act: Actions): HTMLElement {
  return h(
    "div",
    { class: "portal-failure", part: "error" },
    h("p", { role: isNew ? "alert" : undefined }, say(lang, "portalFailed"), " ", h("button", { type: "button", class: "link", "data-key": "retry-portal", onclick: () => {
      act.retryPortal();
    } }, say(lang, "retry"))),
    technical(error, lang),
  );
}

function problemItem(problem: Problem, lang: UiLang): HTMLElement {
  const english = lang === "en" ? undefined : "en";
  const row = (key: Key, text: string, code = false): HTMLElement =>
    h("div", {}, h("dt", {}, say(lang, key)), h("dd", { lang: english }, code ? h("code", {}, text) : text));
  return h("li", {}, h("dl", {},
    row("errorPath", problem.path === "" ? "$" : problem.path, true),
    row("errorExpected", problem.expected),
    row("errorFound", discreet(problem.found)),
    row("errorFix", problem.fix)));
}
