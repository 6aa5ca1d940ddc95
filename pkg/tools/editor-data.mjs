// What editors and frameworks know of the element, in the form that each of them reads; all from element-facts.mjs.

import { attributes, cssProperties, description, events, methods, parts, slots, states, tag } from "./element-facts.mjs";

const className = "EmpactPrioritiesElement";

/** The type that TypeScript gives an attribute. */
const typeOf = ({ values, type }) => (values === undefined || type !== undefined ? type : values.map((value) => JSON.stringify(value)).join(" | "));

/** The value of each custom property that the style sheet falls back on. */
function defaultsOf(css) {
  const found = new Map();
  for (const { index, 1: name } of css.matchAll(/var\((--empact-[\w-]+),\s*/gu)) {
    const start = css.indexOf(",", index) + 1;
    let [end, depth] = [start, 1];
    for (; depth > 0; end += 1) depth += css[end] === "(" ? 1 : css[end] === ")" ? -1 : 0;
    const fallback = css.slice(start, end - 1).trim();
    // A component falls back on the theme, which has a name of its own inside the style sheet.
    const own = /^var\((?<own>--_[\w-]+)\)$/u.exec(fallback)?.groups.own;
    const theme = own === undefined ? undefined : new RegExp(`${own}: var\\((?<name>--empact-[\\w-]+)`, "u").exec(css)?.groups.name;
    found.set(name, theme === undefined ? fallback : `var(${theme})`);
  }
  return found;
}

/** Custom Elements Manifest, https://github.com/webcomponents/custom-elements-manifest, version 2.1.0. */
function manifest(defaults) {
  const member = ({ name, type, isReadonly, ...more }) => ({ kind: "field", name, type: { text: type }, ...(isReadonly ? { readonly: true } : {}), ...more });
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      {
        kind: "javascript-module",
        path: "dist/element.js",
        declarations: [
          {
            kind: "class",
            customElement: true,
            tagName: tag,
            name: className,
            description,
            superclass: { name: "HTMLElement" },
            attributes: attributes.map((attribute) => ({
              name: attribute.name,
              fieldName: attribute.property,
              type: { text: typeOf(attribute) },
              ...(attribute.default === undefined ? {} : { default: JSON.stringify(attribute.default) }),
              description: attribute.description,
            })),
            members: [
              ...attributes.map((attribute) => member({ name: attribute.property, type: attribute.read ?? typeOf(attribute), description: attribute.description, attribute: attribute.name, reflects: true })),
              ...methods.map(({ name, type, ...more }) => ({ kind: "method", name, type: { text: type }, ...more })),
              member({ name: "version", type: "string", isReadonly: true, static: true, description: "Version of the package." }),
            ],
            events: events.map(({ name, detail, ...more }) => ({ name, type: { text: `CustomEvent<${detail}>` }, ...more })),
            slots,
            cssParts: parts,
            cssStates: states,
            cssProperties: cssProperties.map(({ name, ...more }) => ({ name, default: defaults.get(name), ...more })),
          },
        ],
        exports: [{ kind: "js", name: className, declaration: { name: className } }],
      },
      {
        kind: "javascript-module",
        path: "dist/define.js",
        exports: [
          { kind: "js", name: className, declaration: { name: className, module: "dist/element.js" } },
          { kind: "custom-element-definition", name: tag, declaration: { name: className, module: "dist/element.js" } },
        ],
      },
    ],
  };
}

/** VS Code, `html.customData`, version 1.1. */
const htmlData = () => ({
  version: 1.1,
  tags: [
    {
      name: tag,
      description,
      attributes: attributes.map(({ name, values, description }) => ({ name, description, ...(values === undefined ? {} : { values: values.map((value) => ({ name: value })) }) })),
    },
  ],
});

/** VS Code, `css.customData`, version 1.1. */
const cssData = () => ({ version: 1.1, properties: cssProperties.map(({ name, description }) => ({ name, description })) });

/** JetBrains, https://github.com/JetBrains/web-types. */
const webTypes = (version, defaults) => ({
  $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
  name: tag,
  version,
  "description-markup": "markdown",
  contributions: {
    html: {
      elements: [
        {
          name: tag,
          description,
          attributes: attributes.map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            value: { type: attribute.values?.map((value) => JSON.stringify(value)) ?? "string" },
            ...(attribute.default === undefined ? {} : { default: attribute.default }),
            required: false,
          })),
          slots,
          js: {
            properties: [...attributes.map((attribute) => ({ name: attribute.property, type: typeOf(attribute), description: attribute.description }))],
            events: events.map(({ name, description }) => ({ name, description })),
          },
          css: {
            properties: cssProperties.map(({ name, description }) => ({ name, description, default: defaults.get(name) })),
            parts,
          },
        },
      ],
    },
  },
});

const documented = (text, line, indent = "  ") => `${indent}/** ${text} */\n${indent}${line}\n`;

/** What all the frameworks below share. */
function props() {
  const lines = attributes.flatMap(({ name, property, values, type = "string", takes, description }) => {
    const text = values === undefined ? ["string", ...(type === "string" ? [] : [type]), ...(takes === undefined ? [] : [takes])].join(" | ") : `${values.map((value) => JSON.stringify(value)).join(" | ")}${type === "number" ? ` | ${values.join(" | ")}` : ""}`;
    return [documented(description, `${JSON.stringify(name)}?: ${text} | undefined;`), ...(name === property ? [] : [documented(description, `${property}?: ${text} | undefined;`)])];
  });
  return `// Generated by pkg/tools/editor-data.mjs.
import type { EmpactPrioritiesElement, EmpactPrioritiesEventMap } from "../element.js";

/** Attributes and properties of \`<${tag}>\`. */
export interface EmpactPrioritiesProps {
${lines.join("")}}

/** What happens in it, as listeners in JSX. */
export interface EmpactPrioritiesListeners {
${events.map(({ name, description }) => documented(description, `"on${name}"?: ((event: EmpactPrioritiesEventMap["${name}"] & { readonly currentTarget: EmpactPrioritiesElement }) => void) | undefined;`)).join("")}}
`;
}

const jsx = () => `// Generated by pkg/tools/editor-data.mjs. For whatever takes its elements from a global \`JSX\`.
import type { EmpactPrioritiesListeners, EmpactPrioritiesProps } from "./props.js";

export type { EmpactPrioritiesListeners, EmpactPrioritiesProps };

/** What any element takes, by the names of HTML and by those of its properties: which of the two, each framework has its own mind about. */
interface GlobalAttributes {
  ${["accesskey", "accessKey", "class", "className", "dir", "exportparts", "id", "nonce", "part", "popover", "role", "slot", "title"].map((name) => `${name}?: string | undefined;`).join("\n  ")}
  hidden?: boolean | "" | "hidden" | "until-found" | undefined;
  inert?: boolean | undefined;
  style?: string | object | undefined;
  tabindex?: number | string | undefined;
  tabIndex?: number | string | undefined;
  children?: unknown;
  key?: unknown;
  ref?: unknown;
  /** \`onclick\`, \`onClick\` and the like. */
  [listener: \`on\${string}\`]: ((event: any) => void) | undefined;
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      "${tag}": EmpactPrioritiesProps & EmpactPrioritiesListeners & GlobalAttributes;
    }
  }
}
`;

const react = () => `// Generated by pkg/tools/editor-data.mjs. For React 19: it sets properties and listens to events of elements by itself.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { EmpactPrioritiesElement } from "../element.js";
import type { EmpactPrioritiesListeners, EmpactPrioritiesProps } from "./props.js";

export type { EmpactPrioritiesListeners, EmpactPrioritiesProps };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${tag}": Omit<DetailedHTMLProps<HTMLAttributes<EmpactPrioritiesElement>, EmpactPrioritiesElement>, keyof EmpactPrioritiesProps> & EmpactPrioritiesProps & EmpactPrioritiesListeners;
    }
  }
}
`;

const preact = () => `// Generated by pkg/tools/editor-data.mjs.
import type { HTMLAttributes } from "preact";
import type { EmpactPrioritiesElement } from "../element.js";
import type { EmpactPrioritiesListeners, EmpactPrioritiesProps } from "./props.js";

export type { EmpactPrioritiesListeners, EmpactPrioritiesProps };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "${tag}": Omit<HTMLAttributes<EmpactPrioritiesElement>, keyof EmpactPrioritiesProps> & EmpactPrioritiesProps & EmpactPrioritiesListeners;
    }
  }
}
`;

const pascal = (name) => name.replaceAll(/(?:^|-)(?<letter>[a-z])/gu, (_, letter) => letter.toUpperCase());

const vue = () => `// Generated by pkg/tools/editor-data.mjs. For templates of Vue 3, with \`isCustomElement\` in the compiler's options.
import type { DefineComponent, HTMLAttributes, PublicProps } from "vue";
import type { EmpactPrioritiesElement, EmpactPrioritiesEventMap } from "../element.js";
import type { EmpactPrioritiesProps } from "./props.js";

export type { EmpactPrioritiesProps };

interface Listeners {
${events.map(({ name }) => `  on${pascal(name)}?: (event: EmpactPrioritiesEventMap["${name}"]) => void;\n`).join("")}}

declare module "vue" {
  interface GlobalComponents {
    "${tag}": new () => { $props: PublicProps & Omit<HTMLAttributes, keyof EmpactPrioritiesProps> & EmpactPrioritiesProps & Listeners; $el: EmpactPrioritiesElement } & Omit<InstanceType<DefineComponent>, "$props" | "$el">;
  }
}
`;

/**
 * All files, by their names below dist.
 * @param {{ version: string, css: string }} facts version of the package and text of the style sheet.
 */
export function editorData({ version, css }) {
  const defaults = defaultsOf(css);
  const json = (value) => `${JSON.stringify(value, undefined, 2)}\n`;
  return {
    "custom-elements.json": json(manifest(defaults)),
    "editors/html.html-data.json": json(htmlData()),
    "editors/css.css-data.json": json(cssData()),
    "editors/web-types.json": json(webTypes(version, defaults)),
    "types/props.d.ts": props(),
    "types/jsx.d.ts": jsx(),
    "types/react.d.ts": react(),
    "types/preact.d.ts": preact(),
    "types/vue.d.ts": vue(),
  };
}
