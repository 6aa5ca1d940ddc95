// What editors are told about `<empact-priorities>`. tests/node/element-facts.test.mjs checks it against the class, its views and its style sheet.

export const tag = "empact-priorities";

export const description =
  "The EU's EMPACT priorities 2022-2025 as searchable cards, with the words of the Council conclusions behind each fact. Markup inside it is shown until the cards are ready.";

/**
 * Attributes. `property` is the one that mirrors it, with its type; `values` are all that it accepts, if they are few.
 * `type` is the attribute's TypeScript type; `read` is what the property returns, if that differs (the engine itself); `takes` is what else
 * it can be set to.
 */
export const attributes = [
  { name: "lang", property: "lang", type: "string", description: "Language of the interface, as a BCP 47 tag. Default: that of the closest ancestor, also when it changes, else English. It is set when the reader or a link chooses another one." },
  { name: "query", property: "query", type: "string", default: "", description: "The search query, as far as it is searched for: 1,000 characters, or what takes 1,800 in a URL (some 300 Greek letters)." },
  { name: "filters", property: "filters", type: "string", default: "", read: "Filters", takes: 'EmpactPrioritiesElement["filters"]', description: "The chosen values by facet, as in a link: `actor=A-cosi&offence=fraud`. The property also accepts an object, and returns one: a copy, to be assigned back after a change." },
  { name: "priority", property: "priority", type: "string", default: "", description: "Id of the open card (`P7e`), or of anything else that `open()` takes. Setting it scrolls there; `open()` moves the focus too." },
  { name: "view", property: "view", values: ["priorities", "tasks", "text", "background"], default: "priorities", description: "The view that is shown." },
  { name: "content-lang", property: "contentLang", type: "string", description: "Language of the contents where there is a choice, one of the dataset's languages; in the embedded dataset `nl` (official) or `en` (unofficial translation). Default: that of the interface." },
  { name: "facets", property: "facets", type: "string", default: "", description: "The facets offered as filters, in this order, separated by spaces: `offence actor`; `none` for no filters. Default: all." },
  { name: "sort", property: "sort", values: ["relevance", "document"], default: "relevance", description: "Order of the results." },
  { name: "max-results", property: "maxResults", type: "number", read: "number", description: "How many entries of each list are shown before the reader asks for more, from 1. Default: all (the property is then `Infinity`), and 5 of the portal's own documents, a number that it can only lower. Not in the view `background`." },
  { name: "src", property: "src", type: "string", default: "", description: "URL of another dataset." },
  { name: "wasm-src", property: "wasmSrc", type: "string", default: "", description: "URL of the WebAssembly, if it is not beside the script." },
  { name: "engine", property: "engine", values: ["auto", "wasm", "js"], default: "auto", read: "Engine | undefined", description: "Whether the engine runs as WebAssembly, as JavaScript, or as whichever this page allows. `js` needs only `script-src 'self'` in the page's policy, and causes no violation report. Reading the property gives the engine itself, once the cards are ready." },
  { name: "integrity", property: "integrity", type: "string", default: "", description: "Expected hash of the WebAssembly, as in HTML: `sha384-…`. See SRI.json in the package. It has no effect where no WebAssembly is fetched: as JavaScript, and in `standalone` without `wasm-src`." },
  { name: "snapshot", property: "snapshot", type: "string", default: "", description: "URL of a snapshot of the portal's own documents, made by `npx empact-priorities index`. The cards do not wait for it." },
  { name: "heading-level", property: "headingLevel", values: ["2", "3", "4", "5"], type: "number", default: "2", description: "Level of the section headings." },
  { name: "deep-link", property: "deepLink", values: ["none", "hash", "query"], default: "none", description: "Keeps the reader's place in the page's URL: in its fragment, or in query parameters that begin with `empact-`. A URL without a place means what the other attributes say. If it is set later, the element goes to the place in the URL, unless the reader or the page has asked for something by then: in that case the URL is changed instead. Only one element on a page can use each at a time. Without it a card has no link to copy, since the link would lead nowhere." },
  { name: "shortcut", property: "shortcut", type: "string", default: "", description: "A key that moves the focus to the search box unless the reader is typing elsewhere: `/`. Default: none." },
  { name: "suggestions", property: "suggestions", values: ["on", "off"], default: "on", description: "Whether the search box offers suggestions." },
  { name: "theme", property: "theme", values: ["auto", "light", "dark"], default: "auto", description: "`auto` follows the `color-scheme` of the page." },
];

/** Methods, with their TypeScript. */
export const methods = [
  { name: "search", type: "(query: string, request?: { filters?: Filters | string; view?: ViewName }) => void", description: "Searches as if the reader had typed the query. Unknown values are ignored as in attributes; an argument of the wrong type is a `TypeError`, and nothing changes." },
  { name: "open", type: "(id: string) => void", description: "Opens a card, passage or task, or a cycle, role, term or reference of the background, and moves the focus there. For an unknown id nothing happens but a warning in the console." },
  { name: "close", type: "(id?: string) => void", description: "Closes a card; without `id`, the one that `priority` names." },
  { name: "clear", type: "() => void", description: "Clears the query and all filters." },
  { name: "focus", type: "(options?: FocusOptions) => void", description: "Moves the focus to the search box." },
  { name: "print", type: "() => void", description: "Prints the page with everything expanded." },
  { name: "whenReady", type: "() => Promise<Engine>", description: "Resolves to the engine once the cards are ready; rejects if they cannot be shown." },
];

/** Events; all bubble out of the shadow root. `detail` is in `EmpactPrioritiesEventMap`. */
export const events = [
  { name: "empact-priorities-ready", detail: "{ engine: Engine }", description: "The cards are ready." },
  { name: "empact-priorities-search", detail: "{ query: string; filters: Filters; view: ViewName; total: number; shown: number; documents: number }", description: "There is a new answer: initially, after a change of query, filters, view, language or setting, and when the portal's documents arrive. `total` counts units that answer the query, `documents` the portal's own documents that do, `shown` everything that the view has of both (in `tasks` and `background` something else than units), whatever `max-results`." },
  { name: "empact-priorities-open", detail: "{ id: string; open: boolean }", description: "The reader or a script is about to open or close a card, or anything else that `open()` takes (`id` says which), also one that another replaces; `preventDefault()` leaves it as it is. Not sent for what the page's URL, or an attribute present from the start, opens or closes." },
  { name: "empact-priorities-link", detail: "{ href: string; id: string }", description: "The reader follows a link; `preventDefault()` stops the element and the browser from going there." },
  { name: "empact-priorities-language", detail: "{ lang: string }", description: "The reader is about to change the language, by choosing one or by going to a place with another one; `preventDefault()` leaves it as it is, for a page that goes to its own URL in that language instead." },
  { name: "empact-priorities-error", detail: "{ error: unknown }", description: "The engine, the dataset or the snapshot could not be loaded, or the engine failed." },
];

export const slots = [
  { name: "", description: "Shown until the cards are ready, and if they cannot be shown." },
  { name: "intro", description: "Above the search box." },
  { name: "empty", description: "Replaces our message when nothing is found." },
  { name: "error", description: "What to do if the cards cannot be shown, such as whom to contact." },
  { name: "card-actions-P7e", description: "Beside the buttons of one card; each priority, sub-priority, threat and passage of the text has a slot." },
  { name: "footer", description: "Below everything." },
];

export const parts = [
  { name: "root", description: "Everything." },
  { name: "masthead", description: "The name of the document, and the language buttons." },
  { name: "languages", description: "The language buttons." },
  { name: "toolbar", description: "The search box, the views and the print button." },
  { name: "search", description: "The search box with its label." },
  { name: "input", description: "The search box." },
  { name: "nav", description: "The navigation between views." },
  { name: "print", description: "The print button." },
  { name: "facets", description: "The filters." },
  { name: "chip", description: "Each chosen filter, and each example search." },
  { name: "suggestions", description: "The list under the search box." },
  { name: "results", description: "What the view shows: cards, tasks, text." },
  { name: "card", description: "Each card." },
  { name: "card-title", description: "The heading of each card." },
  { name: "mark", description: "Each matched word." },
  { name: "quote", description: "Quoted words of the official text, in their paragraph." },
  { name: "source-button", description: "Each button that shows the source of a fact." },
  { name: "more", description: "Each button that shows more of a list." },
  { name: "documents", description: "The portal's own documents among the results." },
  { name: "document", description: "Each of those documents." },
  { name: "error", description: "The message shown when something failed." },
];

/** What `:state()` can match. */
export const states = [
  { name: "loading", description: "The cards are loading." },
  { name: "ready", description: "The cards are ready." },
  { name: "empty", description: "The cards are ready, and nothing was found." },
  { name: "answering", description: "What was typed last has no answer yet." },
  { name: "error", description: "The cards cannot be shown." },
];

/**
 * Custom properties. Their defaults are in the style sheet: those of a component fall back on the theme, the theme on the page's design system,
 * and that on ours.
 */
export const cssProperties = [
  { name: "--empact-font", description: "Font of the interface." },
  { name: "--empact-font-official", description: "Font of the official text." },
  { name: "--empact-font-size", description: "Size of the text, a length; everything else follows." },
  { name: "--empact-space", description: "Unit of spacing." },
  { name: "--empact-radius", description: "Radius of corners." },
  { name: "--empact-max-width", description: "Maximum width." },
  { name: "--empact-scroll-margin", description: "Space above what is scrolled to or gets the focus: the height of a sticky header." },
  { name: "--empact-viewport-height", description: "Height of the container in which the element scrolls, if that is not the window: the filters beside the results stay within it. Default: `100vh`." },
  { name: "--empact-color-page", description: "Background." },
  { name: "--empact-color-card", description: "Background of cards." },
  { name: "--empact-color-tint", description: "Background of parts that are set apart." },
  { name: "--empact-color-text", description: "Text." },
  { name: "--empact-color-text-soft", description: "Secondary text." },
  { name: "--empact-color-line", description: "Lines." },
  { name: "--empact-color-control", description: "Borders of controls; 3:1 against the background." },
  { name: "--empact-color-accent", description: "Links, buttons, focus." },
  { name: "--empact-color-on-accent", description: "Text on the accent." },
  { name: "--empact-color-official", description: "The mark of official text." },
  { name: "--empact-color-official-text", description: "Text that labels something as official." },
  { name: "--empact-color-quote", description: "Background of quotes from the official text." },
  { name: "--empact-color-quoted", description: "Background of the quoted words in them." },
  { name: "--empact-color-mark", description: "Background of matched words." },
  { name: "--empact-color-error", description: "Errors." },
  { name: "--empact-card-background", description: "Background of cards." },
  { name: "--empact-card-border-color", description: "Border of cards." },
  { name: "--empact-card-radius", description: "Corners of cards." },
  { name: "--empact-input-background", description: "Background of the search box and its suggestions." },
  { name: "--empact-input-border-color", description: "Border of the search box and its suggestions; 3:1 against the background." },
  { name: "--empact-input-radius", description: "Corners of the search box and its suggestions." },
  { name: "--empact-button-background", description: "Background of filled buttons." },
  { name: "--empact-button-color", description: "Text of filled buttons." },
  { name: "--empact-button-radius", description: "Corners of filled buttons." },
  { name: "--empact-chip-background", description: "Background of chips." },
  { name: "--empact-chip-color", description: "Text and border of chips." },
  { name: "--empact-link-color", description: "Links." },
  { name: "--empact-focus-color", description: "Focus indicator; 3:1 against the background." },
  { name: "--empact-heading-font", description: "Font of the headings that are not official text." },
];
