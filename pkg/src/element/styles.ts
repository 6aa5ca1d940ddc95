/**
 * How does it look? One constructable style sheet, shared by all elements of a page.
 *
 * What the Council wrote is set in a serif face, what we wrote in a sans-serif one. Sizes, spaces and colours are steps
 * of one scale each; a portal changes them through `--empact-*`. Colours come in pairs (`light-dark()`) and follow the
 * `color-scheme` of the page. Widths are those of the element, not of the window, so that it fits a column.
 */

const CSS_TEXT = `
:host {
  --_font: var(--empact-font, "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif);
  --_serif: var(--empact-font-official, "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "Liberation Serif", Georgia, serif);
  --_size: var(--empact-font-size, 1rem);
  --_s-2: calc(var(--_size) * .8125);
  --_s-1: calc(var(--_size) * .875);
  --_s1: calc(var(--_size) * 1.0625);
  --_s2: calc(var(--_size) * 1.25);
  --_s3: calc(var(--_size) * 1.5);
  --_s4: calc(var(--_size) * 1.875);
  --_s5: calc(var(--_size) * 2.5);
  --_u: var(--empact-space, calc(var(--_size) * .5));
  --_page: var(--empact-color-page, light-dark(#fff, #10151e));
  --_card: var(--empact-color-card, light-dark(#fff, #171e2a));
  --_tint: var(--empact-color-tint, light-dark(#f2f5fa, #1d2635));
  --_ink: var(--empact-color-text, light-dark(#1a2230, #e7ebf2));
  --_soft: var(--empact-color-text-soft, light-dark(#4c586b, #aab5c7));
  --_line: var(--empact-color-line, light-dark(#d5dce7, #313c4f));
  --_edge: var(--empact-color-control, light-dark(#6f7c91, #8190a8));
  --_accent: var(--empact-color-accent, light-dark(#1b4a8f, #92bdf7));
  --_on-accent: var(--empact-color-on-accent, light-dark(#fff, #0d1420));
  --_gold: var(--empact-color-official, light-dark(#a9791f, #d9b25c));
  --_quote: var(--empact-color-quote, light-dark(#fbf7ec, #221f18));
  --_hit: var(--empact-color-mark, light-dark(#ffe68f, #6a5200));
  --_bad: var(--empact-color-error, light-dark(#a3201d, #ff9c94));
  --_radius: var(--empact-radius, 6px);
  display: block;
  container: empact / inline-size;
  font: 400 var(--_size)/1.55 var(--_font);
  color: var(--_ink);
  background: var(--_page);
  text-align: start;
  letter-spacing: normal;
  text-transform: none;
  hyphens: manual;
  overflow-wrap: break-word;
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
*, *::before, *::after { box-sizing: border-box; }
[hidden]:not([hidden="until-found"]) { display: none !important; }
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote, fieldset { margin: 0; padding: 0; border: 0; }
h2, h3, h4, h5, h6 { font-size: inherit; font-weight: 600; line-height: 1.3; text-wrap: balance; }
ul[role="list"], ol[role="list"] { list-style: none; }
button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button { background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
a { color: var(--_accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; border-radius: 2px; }
.icon { inline-size: 1.15em; block-size: 1.15em; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; flex: none; vertical-align: -.2em; }
.vh { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--_soft); font-size: var(--_s-1); }
.key { font-size: var(--_s-1); font-weight: 600; color: var(--_soft); }
.official { font-family: var(--_serif); font-size-adjust: ex-height .48; }
.official-title { font-family: var(--_serif); font-size-adjust: ex-height .49; }
.tag { display: inline-block; font: 500 var(--_s-2)/1.4 var(--_font); font-size-adjust: none; color: var(--_soft); border: 1px dashed var(--_edge); border-radius: 3px; padding: 0 .4em; white-space: nowrap; vertical-align: .1em; }
mark { background: var(--_hit); color: inherit; border-radius: 2px; padding: 0 .08em; margin: 0 -.08em; }
.link { color: var(--_accent); text-decoration: underline; text-underline-offset: .15em; min-block-size: 24px; }
.link:hover { text-decoration-thickness: .12em; }

.root { max-inline-size: var(--empact-max-width, 78rem); margin-inline: auto; position: relative; }

/* masthead */
.top { position: relative; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--_u); padding-block: calc(var(--_u) * 3); border-block-end: 1px solid var(--_line); }
.languages { display: inline-flex; justify-self: start; border: 1px solid var(--_edge); border-radius: var(--_radius); overflow: clip; order: -1; }
.languages button { min-block-size: 36px; padding-inline: calc(var(--_u) * 1.75); font-size: var(--_s-1); color: var(--_soft); }
.languages button + button { border-inline-start: 1px solid var(--_edge); }
.languages button[aria-pressed="true"] { background: var(--_accent); color: var(--_on-accent); font-weight: 600; }
.languages button:focus-visible { outline-offset: -4px; }
.languages button[aria-pressed="true"]:focus-visible { outline-color: var(--_on-accent); }
.kicker { display: none; font-size: var(--_s-1); color: var(--_soft); }
.subject { font-size: var(--_s2); font-weight: 600; line-height: 1.3; max-inline-size: 40em; text-wrap: pretty; margin-block-start: calc(var(--_u) * .5); }
.original { color: var(--_soft); margin-block-start: calc(var(--_u) * .5); max-inline-size: 46em; }
.facts { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: calc(var(--_u) * 2.5); margin-block-start: var(--_u); color: var(--_soft); font-size: var(--_s-1); }
.summary { display: flex; flex-wrap: wrap; justify-content: space-between; gap: calc(var(--_u) * 2.5) calc(var(--_u) * 5); margin-block-start: calc(var(--_u) * 2.5); }
.figures { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: calc(var(--_u) * 1) calc(var(--_u) * 1.25); align-items: center; }
.figures > div { display: grid; grid-template-columns: subgrid; grid-column: span 2; align-items: center; }
.figures dd { grid-column: 1; grid-row: 1; font: 400 var(--_s4)/1 var(--_serif); color: var(--_accent); font-variant-numeric: lining-nums; text-align: end; }
.figures dt { grid-column: 2; font-size: var(--_s-1); line-height: 1.3; color: var(--_soft); hyphens: auto; }
.legend { display: grid; justify-items: start; align-content: center; gap: calc(var(--_u) * .5); font-size: var(--_s-1); }
.legend .official { border-inline-start: 3px solid var(--_gold); padding-inline-start: var(--_u); font-size: var(--_size); }

/* search and views */
.seek { padding-block: calc(var(--_u) * 3) 0; border-block-end: 1px solid var(--_line); }
.search form { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * .75) calc(var(--_u) * 2); max-inline-size: 46rem; }
.search label { font-weight: 600; }
.search .box { position: relative; display: flex; align-items: center; }
.search .box > .icon { position: absolute; inset-inline-start: calc(var(--_u) * 1.75); color: var(--_soft); pointer-events: none; font-size: var(--_s2); }
.search input { inline-size: 100%; min-block-size: 52px; padding: var(--_u) calc(var(--_u) * 6.5); font-size: var(--_s1); background: var(--_card); border: 1.5px solid var(--_edge); border-radius: var(--_radius); appearance: none; }
.search input::-webkit-search-cancel-button { display: none; }
.search input:focus-visible { outline-offset: 0; border-color: var(--_accent); border-radius: var(--_radius); }
.search .clear { position: absolute; inset-inline-end: 4px; inline-size: 44px; block-size: 44px; display: grid; place-items: center; color: var(--_soft); }
.hint { color: var(--_soft); font-size: var(--_s-1); }
.views { display: flex; justify-content: space-between; margin-block-start: calc(var(--_u) * 2); }
.views ul { display: flex; flex-wrap: wrap; column-gap: calc(var(--_u) * 3.5); }
.views a { display: flex; align-items: center; min-block-size: 44px; color: var(--_soft); text-decoration: none; font-weight: 600; border-block-end: 3px solid transparent; margin-block-end: -1px; }
.views a:hover { color: var(--_ink); border-color: var(--_edge); }
.views a[aria-current] { color: var(--_accent); border-color: var(--_accent); }

/* room for the answer */
.layout { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 2); padding-block: calc(var(--_u) * 2.5) calc(var(--_u) * 5); }
.count { color: var(--_soft); padding-block: calc(var(--_u) * .5) calc(var(--_u) * 1.5); }
.count:empty { display: none; }
.print { flex: none; align-self: flex-start; justify-content: end; min-inline-size: 44px; }
@container empact (max-width: 35.99em) { .print > span { position: absolute; clip-path: inset(50%); } }
.quiet { display: inline-flex; align-items: center; gap: .4em; min-block-size: 44px; color: var(--_soft); font-size: var(--_s-1); text-decoration: none; }
.quiet:hover { color: var(--_accent); text-decoration: underline; }
.chips { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_u); padding-block-end: calc(var(--_u) * 2); }
.chip { display: inline-flex; align-items: center; gap: .4em; min-block-size: 34px; padding: 2px calc(var(--_u) * 1.5); border: 1px solid var(--_accent); border-radius: 99px; color: var(--_accent); font-size: var(--_s-1); background: var(--_card); }
.chip:hover { background: var(--_tint); }
.chip:focus-visible { border-radius: 99px; }
.group + .group { margin-block-start: calc(var(--_u) * 6); }
.group-title { font-size: var(--_s3); font-weight: 600; line-height: 1.25; margin-block-end: var(--_u); }
.group-title .n { color: var(--_soft); font-weight: 400; font-size: var(--_s2); }
.cards, .groups, .subs, .cycles { grid-template-columns: minmax(0, 1fr); }
.cards { display: grid; gap: calc(var(--_u) * 2.5); margin-block-start: calc(var(--_u) * 2); }

/* filters */
.filter-toggle { display: flex; align-items: center; gap: .5em; min-block-size: 44px; padding-inline: calc(var(--_u) * 2); border: 1px solid var(--_edge); border-radius: var(--_radius); font-weight: 600; color: var(--_accent); background: var(--_card); }
.filter-body { display: none; }
.side.open .filter-body { display: block; margin-block-start: var(--_u); }
.facet { border-block-end: 1px solid var(--_line); }
.facet summary { display: flex; align-items: center; min-block-size: 44px; font-weight: 600; cursor: pointer; list-style: none; gap: .5em; }
.facet summary::-webkit-details-marker { display: none; }
.facet summary::after { content: ""; inline-size: .5em; block-size: .5em; border: solid var(--_soft); border-width: 0 2px 2px 0; rotate: 45deg; margin-inline-start: auto; margin-inline-end: .35em; translate: 0 -.15em; }
.facet[open] summary::after { rotate: 225deg; translate: 0 .1em; }
.facet fieldset { padding-block-end: calc(var(--_u) * 1.5); min-inline-size: 0; }
.facet label { display: flex; align-items: flex-start; gap: .6em; padding-block: 4px; min-block-size: 30px; font-size: var(--_s-1); line-height: 1.45; cursor: pointer; }
.facet input { appearance: none; inline-size: 18px; block-size: 18px; margin: 1px 0 0; flex: none; border: 1.5px solid var(--_edge); border-radius: 3px; background: var(--_card); display: grid; place-items: center; cursor: pointer; }
.facet input:checked { background: var(--_accent); border-color: var(--_accent); }
.facet input:checked::after { content: ""; inline-size: 9px; block-size: 5px; border: solid var(--_on-accent); border-width: 0 0 2px 2px; rotate: -45deg; translate: 0 -1px; }
.facet label:hover .value { text-decoration: underline; }
.count-of { color: var(--_soft); margin-inline-start: auto; font-size: var(--_s-2); font-variant-numeric: tabular-nums; }
.facet .value { flex: 1; hyphens: auto; }
.n-chosen:not(:empty) { background: var(--_accent); color: var(--_on-accent); border-radius: 99px; font-size: var(--_s-2); padding: 0 .55em; line-height: 1.5; }
.more { font-size: var(--_s-1); min-block-size: 32px; }

/* cards */
.card { background: var(--_card); border: 1px solid var(--_line); border-radius: var(--_radius); padding: calc(var(--_u) * 2); scroll-margin-block-start: var(--empact-scroll-margin, 1rem); }
.card .number { font: 400 var(--_s4)/1 var(--_serif); color: var(--_accent); font-variant-numeric: lining-nums; margin-block-end: var(--_u); }
.title { font-size: var(--_s2); }
.title .name { display: inline; }
.title .rest { display: block; font-weight: 400; font-size: var(--_s1); line-height: 1.45; margin-block-start: .25em; text-wrap: pretty; }
.title:focus-visible, .task-title:focus-visible { outline-width: 2px; outline-offset: 5px; }
.badges { display: flex; flex-wrap: wrap; gap: var(--_u); margin-block-start: calc(var(--_u) * 1.25); }
.badge { position: relative; font-size: var(--_s-2); font-weight: 600; line-height: 1.5; padding: 1px .65em; border-radius: 3px; background: var(--_tint); color: var(--_accent); border: 1px solid var(--_line); }
.badge.chsg { background: var(--_quote); color: light-dark(#6b4a0c, #e3c27a); border-color: var(--_gold); }
.objective { margin-block-start: calc(var(--_u) * 2); padding-inline-start: calc(var(--_u) * 2); border-inline-start: 3px solid var(--_edge); font-size: var(--_s1); line-height: 1.6; max-inline-size: 44em; text-wrap: pretty; }
.objective.official { border-color: var(--_gold); }
.objective p::before { content: "“"; }
.objective p::after { content: "”"; }
.after { margin-block-start: calc(var(--_u) * .75); }
.found { margin-block-start: calc(var(--_u) * 1.5); padding: var(--_u) calc(var(--_u) * 1.5); background: var(--_tint); border-radius: 4px; font-size: var(--_s-1); }
.found .official { font-size: var(--_size); }
.actions { position: relative; display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 calc(var(--_u) * 3); margin-block-start: calc(var(--_u) * 1.25); }
.copy { display: flex; flex-wrap: wrap; gap: 0 calc(var(--_u) * 2.5); }
.copy > * { position: relative; }
.by-hand { inline-size: min(100%, 44em); padding: var(--_u); border: 1px solid var(--_edge); border-radius: 4px; background: var(--_card); font-size: var(--_s-1); flex-basis: 100%; }
.toggle { display: inline-flex; align-items: center; gap: .4em; min-block-size: 44px; color: var(--_accent); font-weight: 600; }
.toggle:hover { text-decoration: underline; text-underline-offset: .2em; }
[aria-expanded] > .icon { transition: rotate .15s; }
[aria-expanded="true"] > .icon:first-child:not(.filter-toggle > .icon) { rotate: 180deg; }
.card > .panel > .inner, .body > .panel > .inner { border-block-start: 1px solid var(--_line); padding-block-start: calc(var(--_u) * 2); margin-block-start: calc(var(--_u) * .5); display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 3); }
.subs { display: grid; gap: calc(var(--_u) * 1.5); margin-block-start: calc(var(--_u) * 2); }
.sub-priority.card { background: var(--_tint); border-color: transparent; }
.sub-priority .number { font-size: var(--_s3); }
.sub-priority .title { font-size: var(--_s1); }
.sub-priority .objective { font-size: var(--_size); }
.sub-note { margin-block-start: var(--_u); color: var(--_soft); font-size: var(--_s-1); }
.context > .body > .objective, .context > .body > .objective + .after { display: none; }
.horizontal-threat.card { border-style: dashed; border-color: var(--_edge); }

/* facts and their sources */
.section-title { font-size: var(--_size); font-weight: 600; margin-block-end: calc(var(--_u) * .75); }
.fact + .fact { margin-block-start: calc(var(--_u) * .5); }
.source { display: inline-flex; align-items: center; min-block-size: 24px; min-inline-size: 24px; font: 400 var(--_s-2)/1.3 var(--_font); color: var(--_accent); text-decoration: underline dotted; text-underline-offset: .2em; position: relative; }
.source::before { content: "§"; margin-inline-end: .25em; color: var(--_gold); font-weight: 600; }
.source:hover, .source[aria-expanded="true"] { text-decoration-style: solid; }
.quote { background: var(--_quote); border-inline-start: 3px solid var(--_gold); padding: calc(var(--_u) * 1.25) calc(var(--_u) * 2); border-start-end-radius: 4px; border-end-end-radius: 4px; }
.panel > .inner > .quote { margin-block: calc(var(--_u) * .5); }
.quote blockquote { max-inline-size: 46em; text-wrap: pretty; }
.quote figcaption { margin-block-start: calc(var(--_u) * .5); font-size: var(--_s-2); }
.quoted { background: var(--empact-color-quoted, light-dark(#f3e3b8, #4a3d1c)); box-decoration-break: clone; }
blockquote.small { max-inline-size: 46em; border-inline-start: 3px solid var(--_gold); padding-inline-start: calc(var(--_u) * 1.5); text-wrap: pretty; }
.inner > blockquote.small + blockquote.small { margin-block-start: var(--_u); }
.row { border-block-start: 1px solid var(--_line); }
.row:last-child { border-block-end: 1px solid var(--_line); }
.row-toggle { display: flex; align-items: baseline; gap: .5em; min-block-size: 44px; padding-block: var(--_u); inline-size: 100%; color: var(--_accent); font-weight: 600; }
.row-toggle .icon { align-self: flex-start; margin-block-start: .2em; }
.row > .panel > .inner { padding-block-end: calc(var(--_u) * 2); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--_u); }
.keywords { margin-block-start: var(--_u); }
.keywords ul { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * .75); margin-block: calc(var(--_u) * .5); }
.keyword { min-block-size: 32px; padding: 2px calc(var(--_u) * 1.25); border: 1px solid var(--_line); border-radius: 4px; background: var(--_tint); font-size: var(--_s-1); }
.sub-priority .keyword { background: var(--_card); }
.keyword:hover { border-color: var(--_accent); }
.keyword[aria-expanded="true"] { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
.aliases { display: grid; gap: calc(var(--_u) * .5); margin-block-start: calc(var(--_u) * .5); font-size: var(--_s-1); }
.aliases > div { display: grid; grid-template-columns: minmax(0, 9em) minmax(0, 1fr); gap: var(--_u); }
.elsewhere { border: 1px dashed var(--_edge); border-radius: 4px; padding: calc(var(--_u) * 1.25) calc(var(--_u) * 1.75); font-size: var(--_s-1); }
.elsewhere > ul > li { padding-block: var(--_u); display: grid; gap: calc(var(--_u) * .5); }
.elsewhere > ul > li + li { border-block-start: 1px solid var(--_line); }
.elsewhere > ul > li:last-child { padding-block-end: 0; }
.elsewhere .items { padding-inline-start: 1.2em; columns: 2 16em; column-gap: calc(var(--_u) * 4); }
.definition { background: var(--_tint); border-radius: var(--_radius); padding: calc(var(--_u) * 1.5) calc(var(--_u) * 2); margin-block-end: calc(var(--_u) * 2); }
.definition dfn { font-style: normal; font-weight: 700; margin-inline-end: .5em; }

/* tasks */
.tasks > li + li, .section > .task + .task { border-block-start: 1px solid var(--_line); }
.task { padding-block: calc(var(--_u) * 1.75); display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * .75); scroll-margin-block-start: 1rem; }
.task-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 calc(var(--_u) * 2); }
.task-title { font-size: var(--_s1); }
.section .task-title { font-size: var(--_size); }
.task-meta { display: flex; align-items: center; gap: var(--_u); }
.modality { font-size: var(--_s-2); font-weight: 600; padding: 1px .65em; border: 1px solid var(--_line); border-radius: 3px; background: var(--_tint); color: var(--_accent); }
.deadline { color: var(--_ink); }
.groups { display: grid; gap: calc(var(--_u) * 2.5); margin-block-start: calc(var(--_u) * 2); }
.group.actor { border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_card); padding: calc(var(--_u) * 2) calc(var(--_u) * 2) var(--_u); margin: 0; }
.actor-title { font-size: var(--_s2); color: var(--_accent); }
.gist { max-inline-size: 46em; }

/* passages */
.passage .title { font-size: var(--_s1); }
.passage.text .title { font-size: var(--_size); line-height: 1.4; }
.passage .label { display: block; font: 600 var(--_s-2)/1.4 var(--_font); color: var(--_gold); color: light-dark(#7d5710, #d9b25c); }
.passage .tags { margin-block-start: calc(var(--_u) * .5); line-height: 1; }
.passage .gist { margin-block-start: var(--_u); }
.passage blockquote { max-inline-size: 46em; line-height: 1.65; border-inline-start: 3px solid var(--_gold); padding-inline-start: calc(var(--_u) * 2); text-wrap: pretty; }
.passage blockquote p + p { margin-block-start: calc(var(--_u) * 1.25); }
.passage .footnote { font-size: var(--_s-1); color: var(--_soft); }
.passage blockquote .title, .passage blockquote .heading { font-weight: 600; }
.cards.text { gap: 0; }
.passage.text { border-width: 1px 0 0; border-radius: 0; padding-inline: 0; background: none; }
.passage.text blockquote { margin-block-start: var(--_u); }

/* cycles */
.cycles { display: grid; gap: calc(var(--_u) * 2); margin-block-start: calc(var(--_u) * 2); }
.cycle .years { font: 400 var(--_s3)/1 var(--_serif); color: var(--_accent); font-variant-numeric: lining-nums; margin-block-end: var(--_u); }
.cycle .body { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--_u); }
.cycle.now { border-color: var(--_accent); border-width: 2px; }
.cycle.outside { border-style: dashed; border-color: var(--_edge); }

/* nothing, failure, loading */
.nothing ul { margin-block: var(--_u); padding-inline-start: 1.2em; }
.nothing .chip { margin-block: 3px; }
.failure { border: 2px solid var(--_bad); border-radius: var(--_radius); padding: calc(var(--_u) * 2.5); background: var(--_card); display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 1.5); }
.failure .group-title { color: var(--_bad); }
.failed .views, .loading .side, .loading .print { visibility: hidden; }
.failed .side, .failed .top > .masthead { display: none; }
.failed .layout { grid-template-columns: minmax(0, 1fr); }
.failed .top { min-block-size: 5.5em; }
.room, .room * { color: transparent !important; border-color: transparent !important; text-decoration-color: transparent; }
.room .source::before { color: transparent; }
.room .subject > span, .room .original > span, .room .facts > span, .room dt, .room dd { background: var(--_tint); border-radius: 3px; box-decoration-break: clone; }
.primary { min-block-size: 44px; padding-inline: calc(var(--_u) * 2.5); background: var(--_accent); color: var(--_on-accent); border-radius: var(--_radius); font-weight: 600; }
.primary:hover { text-decoration: underline; }
.problems { padding-inline-start: 1.6em; display: grid; gap: calc(var(--_u) * 2); }
.problems dl > div { display: grid; grid-template-columns: 6em minmax(0, 1fr); gap: var(--_u); }
.problems dt { color: var(--_soft); font-size: var(--_s-1); }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
.bone { display: block; background: var(--_tint); border-radius: 3px; block-size: 1em; margin-block-end: .7em; inline-size: 100%; }
.bone.short { inline-size: 40%; }
.bone.tall { block-size: 1.5em; inline-size: 80%; }
.bone.digit { inline-size: 1.5em; block-size: 1.9em; }
.bones > .card { margin-block-end: calc(var(--_u) * 2.5); }
.toast { position: fixed; inset-block-end: 1rem; inset-inline: 1rem; margin-inline: auto; inline-size: fit-content; max-inline-size: 36em; background: var(--_ink); color: var(--_page); border-radius: var(--_radius); padding: calc(var(--_u) * 1.25) calc(var(--_u) * 2); z-index: 10; }
.toast:empty { display: none; }

@container empact (min-width: 36em) {
  .languages { position: absolute; inset-inline-end: 0; inset-block-start: calc(var(--_u) * 3); }
  .kicker { display: block; }
  .kicker, .subject, .masthead .original { padding-inline-end: 13rem; }
  .subject, .masthead .original { max-inline-size: none; text-wrap: balance; }
  .subject { font-size: var(--_s3); }
  .search form { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
  .search .box { grid-column: 1 / -1; grid-row: 2; }
  .hint { text-align: end; }
  .figures { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * 1.5) calc(var(--_u) * 4); }
  .figures > div { display: flex; gap: calc(var(--_u) * 1.25); }
  .figures dd { font-size: var(--_s5); order: -1; }
  .figures dt { max-inline-size: 10.5em; }
  .figures > div:last-child dt { max-inline-size: 15em; }
  .card { padding: calc(var(--_u) * 3); }
  .card:has(> .body) { display: grid; grid-template-columns: calc(var(--_size) * 3.5) minmax(0, 1fr); gap: 0 var(--_u); }
  .card > .number { font-size: calc(var(--_size) * 2.75); margin: -.06em 0 0; }
  .sub-priority.card { padding: calc(var(--_u) * 2.25) calc(var(--_u) * 2.5); grid-template-columns: calc(var(--_size) * 2.75) minmax(0, 1fr); }
  .sub-priority > .number { font-size: var(--_s3); }
  .cycle.card:has(> .body) { grid-template-columns: calc(var(--_size) * 7.5) minmax(0, 1fr); }
  .cycle > .years { font-size: var(--_s3); }
}
@container empact (min-width: 60em) {
  .summary { flex-wrap: nowrap; }
  .legend { flex: none; border-inline-start: 1px solid var(--_line); padding-inline-start: calc(var(--_u) * 4); }
  .layout { grid-template-columns: calc(var(--_size) * 16) minmax(0, 1fr); gap: calc(var(--_u) * 6); }
  .layout:has(> .side[hidden]) { grid-template-columns: minmax(0, 1fr); }
  .filter-toggle { display: none; }
  .filter-body { display: block; }
  .side { position: sticky; inset-block-start: 0; align-self: start; max-block-size: 100vh; overflow: auto; padding-block: var(--_u); margin-inline-start: -4px; padding-inline: 4px; scrollbar-width: thin; }
  .passage.text { display: grid; grid-template-columns: calc(var(--_size) * 13) minmax(0, 1fr); column-gap: calc(var(--_u) * 4); }
  .passage.text > * { grid-column: 2; }
  .passage.text > .title { grid-column: 1; grid-row: 1; }
  .passage.text > .tags { grid-column: 1; grid-row: 2; }
  .passage.text > blockquote { margin-block-start: 0; grid-row: 1 / span 3; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media (forced-colors: active) {
  mark, .quoted { background: Mark; color: MarkText; }
  .languages button[aria-pressed="true"], .keyword[aria-expanded="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .facet input { border-color: ButtonText; }
  .facet input:checked { background: Highlight; forced-color-adjust: none; }
  .views a:not([aria-current]) { border-color: Canvas; }
  .bone { border: 1px solid GrayText; }
}
@media print {
  :host { --_page: #fff; --_card: #fff; --_tint: #fff; --_ink: #000; --_soft: #333; --_quote: #fff; color-scheme: light; font-size: 10.5pt; }
  .search, .views, .languages, .side, .chips, .actions, .toggle, .source, .row-toggle .icon, .link, .toast, .hint, .seek { display: none !important; }
  .layout { display: block !important; padding: 0; }
  .panel[hidden] { display: block !important; content-visibility: visible; }
  .quote { background: none !important; padding: 0 0 0 1.5em; border: 0; }
  .quote .around, .after .quote blockquote, .said .quote blockquote { display: none; }
  .quote blockquote, .quote blockquote p, .quote figcaption { display: inline; }
  .quote mark::before { content: "“"; }
  .quote mark::after { content: "” "; }
  .panel > .inner > .quote { margin-block: 0; font-size: 9.5pt; }
  .section-title { margin-block-end: 0; }
  .card > .panel > .inner, .body > .panel > .inner { gap: .7em; padding-block-start: .5em; }
  .card, .group.actor { border-color: #999; background: none !important; }
  .card .number, .title, .section-title, .group-title { break-after: avoid; }
  .quote, .task, .fact > p { break-inside: avoid; }
  .keywords ul { display: none; }
  .keywords { margin: 0; }
  .keywords .panel::before { content: attr(data-label) ": "; font-weight: 600; font-size: 9.5pt; }
  .keywords .panel .inner, .keywords .quote { display: inline; padding: 0; }
  .row-toggle { min-block-size: 0; color: inherit; }
  .outside::after { content: " <" attr(data-address) ">"; }
  mark, .quoted { background: none; }
  a { color: inherit; text-decoration: none; }
  .keywords .quote + .quote::before { content: "; "; }
}
`;

let sheet: CSSStyleSheet | undefined;

export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
  }
  return sheet;
}
