// Every state that a reader can meet the element in: what the tests of accessibility go through.

import { datasetWith, serving, withAxe } from "./demo.mjs";
import { PROFILES, openPortal } from "./host.mjs";
import { loadEngine } from "../../pkg/dist/node.js";
import { renderToStaticHtml } from "../../pkg/dist/static.js";

const documents = [
  { id: "guide", title: "Handreiking witwassen voor banken", summary: "Wat medewerkers van banken moeten weten over witwassen.", url: "gids/witwassen.html", priorities: ["P7e", "P7"] },
  { id: "policy", title: "Money laundering: how we work", summary: "Our approach to witwassen, in English.", url: "/en/policy", language: "en", priorities: ["P7e"] },
  ...Array.from({ length: 6 }, (_, n) => ({ id: `n${n}`, title: `Nieuwsbericht ${n} over witwassen`, url: `/n${n}`, priorities: ["P7e"] })),
];
const broken = () => {
  const { priorities } = JSON.parse(datasetWith());
  for (const { title } of priorities.slice(0, 3)) title.quote = "woorden die er niet staan";
  return datasetWith({ priorities });
};

/** Opens the first few of what a selector finds. */
const press = async (element, selector, n = 1) => {
  for (const button of (await element.locator(`${selector}:visible`).all()).slice(0, n)) await button.click();
};

/** A clipboard that takes what it is given, or one that is closed. */
const clipboard = (page, isOpen) => page.addInitScript((open) => {
  Object.defineProperty(navigator, "clipboard", { value: { writeText: () => (open ? Promise.resolve() : Promise.reject(new Error("closed"))) } });
  document.execCommand = () => false;
}, isOpen);

/** The engine does not come. */
const held = (request) => /\.wasm$|nowasm\.js$/u.test(request.url);

/**
 * - `name`: what a test calls it, and the name of its golden file.
 * - `path`, `attributes`, `wait`, `respond`, `prepare`, `context`: how it is opened, see `openPortal`.
 * - `steps`: what the reader does then.
 * - `profiles`: the policies under which there is such a state; all if left out.
 */
export const STATES = [
  { name: "loading", wait: ".root.loading", respond: held, profiles: "AB" },
  { name: "ready" },
  { name: "results", path: "#?q=netwerken", steps: ({ element }) => press(element, ".passage .toggle") },
  { name: "suggestions", steps: async ({ element, input }) => {
    await input.pressSequentially("cyber");
    await element.locator("[role=option]").first().waitFor();
    await input.press("ArrowDown");
  } },
  { name: "filters", path: "#?q=netwerken&instrument=OAP&offence=fraud", attributes: 'max-results="2"', steps: ({ element }) => element.locator("details.facet").evaluateAll((all) => all.forEach((facet) => { facet.open = true; })) },
  { name: "filters on a narrow screen", path: "#?instrument=CHSG", context: { viewport: { width: 320, height: 640 } }, steps: ({ element }) => press(element, ".filter-toggle") },
  { name: "card with sources", path: "#P7e", steps: async ({ element }) => {
    await press(element, "[data-id=P7e] .source", 3);
    await press(element, "[data-id=P7e] .keyword");
  } },
  { name: "card with principles", path: "#P1", attributes: 'max-results="2"', steps: ({ element }) => press(element, "[data-id=P1] .row-toggle", 9) },
  { name: "horizontal threat", path: "#HT1?q=drugs" },
  { name: "citation copied", attributes: 'max-results="2"', prepare: async (page) => {
    await clipboard(page, true);
    // What is said stays in sight, however long is looked at it.
    await withoutTimers(6000)(page);
  }, steps: async ({ element }) => {
    await press(element, "[data-action=cite]");
    await element.locator(".toast:not(:empty)").waitFor();
  } },
  { name: "citation by hand", attributes: 'max-results="2"', prepare: (page) => clipboard(page, false), steps: async ({ element }) => {
    await press(element, "[data-action=cite]");
    await element.locator("textarea:visible").waitFor();
  } },
  { name: "page by page", attributes: 'max-results="2"', steps: ({ element }) => press(element, ".rest-of-list button") },
  { name: "tasks", path: "#?view=tasks", attributes: 'max-results="4"', steps: ({ element }) => press(element, ".view .source") },
  { name: "text", path: "#R04", attributes: 'max-results="8"', steps: ({ element }) => press(element, "[data-id=R04] .source") },
  { name: "background", path: "#?view=background", steps: async ({ element }) => {
    await press(element, ".view .source:not(.from-elsewhere)", 2);
    await press(element, ".from-elsewhere");
  } },
  { name: "definition", path: "#?q=cosi" },
  { name: "corrected query", path: "#?q=mensenhadnel", attributes: 'max-results="2"', wait: ".reading p" },
  { name: "words left out", path: "#?q=fraud%20xyzzy", wait: ".reading p" },
  { name: "nothing found", path: "#?q=xyzzyqqq&instrument=OAP", wait: ".nothing" },
  { name: "broken dataset", attributes: 'src="own.json"', wait: ".failure", respond: (...exchange) => serving("/own.json", broken())(...exchange), profiles: "AB", steps: ({ element }) => press(element, ".admin summary") },
  { name: "engine missing", wait: ".failure", respond: (request, response) => held(request) && serving("", "", { status: 404 })(request, response), profiles: "AB" },
  { name: "engine failed", wait: ".view", steps: async ({ element, input }) => {
    await element.evaluate((node) => {
      node.engine.search = () => {
        throw Object.assign(new Error("unreachable"), { name: "EngineError", code: "crashed" });
      };
    });
    await input.pressSequentially("wa");
    await element.locator(".failure").waitFor();
  } },
  { name: "own documents", path: "#P7e?q=witwassen", attributes: 'src="own.json" max-results="2"', respond: (...exchange) => serving("/own.json", datasetWith({ documents }))(...exchange), wait: ".group.portal .document", profiles: "AB" },
  { name: "own documents missing", attributes: 'snapshot="own.epx" max-results="2"', respond: serving("/own.epx", "", { status: 404 }), wait: ".portal-failure", profiles: "AB" },
  { name: "plain HTML", script: "", wait: false, inside: async (lang) => {
    const engine = await loadEngine();
    const html = await renderToStaticHtml(engine, { lang, href: (id) => `#${id}` });
    engine.free();
    return html;
  } },
];

/** Timers of so many milliseconds never come to their end: a message that is still to come does not come, one that is there does not go. */
export const withoutTimers = (...lengths) => (page) => page.addInitScript((held) => {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (work, milliseconds, ...rest) => (held.includes(milliseconds) ? 0 : wait(work, milliseconds, ...rest));
}, lengths);

/** The state of a name. */
export function stateNamed(name) {
  const state = STATES.find((other) => other.name === name);
  if (!state) throw new Error(`There is no state "${name}".`);
  return state;
}

/** Opens the element in a state, under a policy, in a language. What is said of it goes before what the state says. */
export async function openState(t, { steps, profiles = "ABC", inside, ...state }, { profile = "A", lang = "nl", attributes = "", context, prepare, ...options } = {}) {
  if (!profiles.includes(profile)) throw new Error(`${state.name} does not exist under policy ${profile}`);
  const host = await openPortal(t, {
    ...state, profile, lang, ...options,
    script: state.script ?? PROFILES[profile].script,
    attributes: `deep-link="hash" ${state.attributes ?? ""} ${attributes}`,
    inside: await inside?.(lang),
    context: { ...state.context, ...context },
    prepare: async (page) => {
      await withAxe(page);
      await state.prepare?.(page);
      await prepare?.(page);
    },
  });
  // In another language than Dutch and English the words come later.
  if (state.wait !== false) await host.element.locator(`.root[lang="${lang}"]`).waitFor();
  await steps?.(host);
  return host;
}
