// What an editor is told of `<empact-priorities>`. tests/node/element-facts.test.mjs holds it against the class, its views and its style sheet.

export const tag = "empact-priorities";

export const description =
  "The EU's EMPACT priorities 2022-2025 as cards that can be searched, with the words of the Council conclusions that say so. What stands inside it is shown until the cards are there.";

/**
 * Attributes. `property` is the one that mirrors it, with its type; `values` are all that it understands, if there are few.
 * `type` is how TypeScript takes the attribute; `read` is what the property gives, if that is something else: the engine itself; `takes` is what else
 * it can be set to.
 */
export const attributes = [
  { name: "lang", property: "lang", type: "string", description: "Language of the interface, as a BCP 47 tag. Default: that of the closest ancestor, else English." },
  { name: "query", property: "query", type: "string", default: "", description: "What is searched for." },
  { name: "filters", property: "filters", type: "string", default: "", read: "Filters", takes: 'EmpactPrioritiesElement["filters"]', description: "The chosen values, facet by facet, as in a link: `actor=A-cosi&offence=fraud`. The property also takes an object, and gives one." },
  { name: "priority", property: "priority", type: "string", default: "", description: "Id of the card that is open: `P7e`." },
  { name: "view", property: "view", values: ["priorities", "tasks", "text", "background"], default: "priorities", description: "What is shown." },
  { name: "content-lang", property: "contentLang", type: "string", description: "Language of the contents where there is a choice, one of those of the dataset; of the embedded one `nl` (official) or `en` (unofficial translation). Default: as the interface." },
  { name: "facets", property: "facets", type: "string", default: "", description: "The facets that are offered, in this order, with spaces between them: `offence actor`; `none` for no filters. Default: all." },
  { name: "sort", property: "sort", values: ["relevance", "document"], default: "relevance", description: "Order of what is found." },
  { name: "max-results", property: "maxResults", type: "number", read: "number", description: "How many of each list are shown before the reader asks for more. Default: all." },
  { name: "src", property: "src", type: "string", default: "", description: "Address of another dataset." },
  { name: "wasm-src", property: "wasmSrc", type: "string", default: "", description: "Address of the WebAssembly, if it is not beside the script." },
  { name: "engine", property: "engine", values: ["auto", "wasm", "js"], default: "auto", read: "Engine | undefined", description: "Whether the engine runs as WebAssembly, as JavaScript, or as what may run on this page. `js` asks nothing of the page's policy but `script-src 'self'`, and causes no report. The property, when read, is the engine itself, once the cards are there." },
  { name: "integrity", property: "integrity", type: "string", default: "", description: "What the WebAssembly must be, as in HTML: `sha384-…`. See SRI.json in the package." },
  { name: "snapshot", property: "snapshot", type: "string", default: "", description: "Address of a snapshot of the portal's own documents, which `npx empact-priorities index` makes. The cards do not wait for it." },
  { name: "heading-level", property: "headingLevel", values: ["2", "3", "4", "5"], type: "number", default: "2", description: "Level of its section headings." },
  { name: "deep-link", property: "deepLink", values: ["none", "hash", "query"], default: "none", description: "Keeps the reader's place in the address of the page: in its fragment, or in search parameters that begin with `empact-`. One element of a page can have each. Without it a card has no link to copy, since its address would lead nowhere." },
  { name: "shortcut", property: "shortcut", type: "string", default: "", description: "A key that moves the focus to the search box while nothing is typed elsewhere: `/`. Default: none." },
  { name: "suggestions", property: "suggestions", values: ["on", "off"], default: "on", description: "Whether the search box suggests how what is typed could go on." },
  { name: "theme", property: "theme", values: ["auto", "light", "dark"], default: "auto", description: "`auto` follows the `color-scheme` of the page." },
];

/** Methods, with their TypeScript. */
export const methods = [
  { name: "search", type: "(query: string, request?: { filters?: Filters; view?: ViewName }) => void", description: "Searches, as if the reader had typed it." },
  { name: "open", type: "(id: string) => void", description: "Opens a card, passage, task or term and moves the focus there." },
  { name: "close", type: "(id?: string) => void", description: "Closes a card; without `id` the one that `priority` names." },
  { name: "clear", type: "() => void", description: "Takes away the query and all filters." },
  { name: "focus", type: "(options?: FocusOptions) => void", description: "Moves the focus to the search box." },
  { name: "print", type: "() => void", description: "Prints the page with everything opened." },
  { name: "whenReady", type: "() => Promise<Engine>", description: "The engine, as soon as the cards are there; rejects if they cannot be shown." },
];

/** Events; all bubble out of the shadow root. `detail` is in `EmpactPrioritiesEventMap`. */
export const events = [
  { name: "empact-priorities-ready", detail: "{ engine: Engine }", description: "The cards are there." },
  { name: "empact-priorities-search", detail: "{ query: string; filters: Filters; view: ViewName; total: number; documents: number }", description: "There is a new answer: at first, and after another query, other filters, another view, language or setting, and when the portal's documents arrive. `total` units, and so many of the portal's own documents." },
  { name: "empact-priorities-open", detail: "{ id: string; open: boolean }", description: "The reader or a script is about to open or close a card; `preventDefault()` leaves it as it is. What the address of the page opens is not asked about." },
  { name: "empact-priorities-link", detail: "{ href: string; id: string }", description: "The reader follows a link; `preventDefault()` keeps the element and the browser from going there." },
  { name: "empact-priorities-language", detail: "{ lang: string }", description: "The reader chose another language." },
  { name: "empact-priorities-error", detail: "{ error: unknown }", description: "The engine, the dataset or the snapshot could not be loaded, or the engine failed." },
];

export const slots = [
  { name: "", description: "What is shown until the cards are there, and when they cannot be." },
  { name: "intro", description: "Above the search box." },
  { name: "empty", description: "In place of our sentence when nothing is found." },
  { name: "error", description: "What to do when the cards cannot be shown: whom to call." },
  { name: "card-actions-P7e", description: "Beside the buttons of one card; a slot for each id." },
  { name: "footer", description: "Below everything." },
];

export const parts = [
  { name: "root", description: "Everything." },
  { name: "masthead", description: "What document it is, and the languages." },
  { name: "languages", description: "The choice of a language." },
  { name: "toolbar", description: "The search box, the views and the button that prints." },
  { name: "search", description: "The search box with its label." },
  { name: "input", description: "The search box." },
  { name: "nav", description: "The views." },
  { name: "print", description: "The button that prints." },
  { name: "facets", description: "The filters." },
  { name: "chip", description: "Each chosen filter, and each example of a search." },
  { name: "suggestions", description: "The list under the search box." },
  { name: "results", description: "What the view shows: cards, tasks, text." },
  { name: "card", description: "Each card." },
  { name: "card-title", description: "Its heading." },
  { name: "mark", description: "Each word that was found." },
  { name: "quote", description: "Words of the official text in their paragraph." },
  { name: "source-button", description: "Each button that shows where something is said." },
  { name: "more", description: "Each button that shows more of a list." },
  { name: "documents", description: "The portal's own documents among the results." },
  { name: "document", description: "Each of them." },
  { name: "error", description: "What is said when something failed." },
];

/** What `:state()` can ask. */
export const states = [
  { name: "loading", description: "The cards are on their way." },
  { name: "ready", description: "The cards are there." },
  { name: "empty", description: "They are, and nothing is found." },
  { name: "answering", description: "Letters were typed that are not answered yet." },
  { name: "error", description: "They cannot be shown." },
];

/**
 * Custom properties. Their defaults stand in the style sheet: those of a component fall back on the theme, the theme on what the design system of the
 * page says, that on ours.
 */
export const cssProperties = [
  { name: "--empact-font", description: "Font of the interface." },
  { name: "--empact-font-official", description: "Font of the official text." },
  { name: "--empact-font-size", description: "Size of the text; everything else follows." },
  { name: "--empact-space", description: "Unit of spacing." },
  { name: "--empact-radius", description: "Radius of corners." },
  { name: "--empact-max-width", description: "How wide it gets." },
  { name: "--empact-scroll-margin", description: "Room above what is scrolled to or gets the focus: the height of a header that stays in place." },
  { name: "--empact-viewport-height", description: "Height of what the element scrolls in, if that is not the window: the filters beside the results stay in it. Default: `100vh`." },
  { name: "--empact-color-page", description: "Background." },
  { name: "--empact-color-card", description: "Background of cards." },
  { name: "--empact-color-tint", description: "Background of what is set apart." },
  { name: "--empact-color-text", description: "Text." },
  { name: "--empact-color-text-soft", description: "Text of less weight." },
  { name: "--empact-color-line", description: "Lines." },
  { name: "--empact-color-control", description: "Borders of controls; 3:1 against the background." },
  { name: "--empact-color-accent", description: "Links, buttons, focus." },
  { name: "--empact-color-on-accent", description: "Text on the accent." },
  { name: "--empact-color-official", description: "What marks official text." },
  { name: "--empact-color-official-text", description: "Text that says that something is official." },
  { name: "--empact-color-quote", description: "Background of quotes from the official text." },
  { name: "--empact-color-quoted", description: "Background of the quoted words in them." },
  { name: "--empact-color-mark", description: "Background of what a search found." },
  { name: "--empact-color-error", description: "What is wrong." },
  { name: "--empact-card-background", description: "Background of cards." },
  { name: "--empact-card-border-color", description: "Border of cards." },
  { name: "--empact-card-radius", description: "Corners of cards." },
  { name: "--empact-input-background", description: "Background of the search box." },
  { name: "--empact-input-border-color", description: "Border of the search box; 3:1 against the background." },
  { name: "--empact-input-radius", description: "Corners of the search box." },
  { name: "--empact-button-background", description: "Background of buttons with a ground of their own." },
  { name: "--empact-button-color", description: "Text of those buttons." },
  { name: "--empact-button-radius", description: "Corners of those buttons." },
  { name: "--empact-chip-background", description: "Background of chips." },
  { name: "--empact-chip-color", description: "Text and border of chips." },
  { name: "--empact-link-color", description: "Links." },
  { name: "--empact-focus-color", description: "What shows where the focus is; 3:1 against the background." },
  { name: "--empact-heading-font", description: "Font of the headings that are not official text." },
];
