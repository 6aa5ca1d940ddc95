// A bare page of a portal around one element: what the tests share that need another page than the demo.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPage, siteDir } from "./harness.mjs";

export const hashOf = (name) => `sha384-${createHash("sha384").update(readFileSync(join(siteDir, "empact-priorities", name))).digest("base64")}`;

const common = "style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const module = '<script type="module" src="./empact-priorities/define.js"></script>';

/** The content security policies that portals have, each with the way to embed the element under it. */
export const PROFILES = {
  /** WebAssembly, Trusted Types. */
  A: { policy: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ${common}`, script: module, attributes: "" },
  /** Nothing but scripts of the portal's own: the engine as JavaScript. */
  B: { policy: `default-src 'none'; script-src 'self'; ${common}`, script: module, attributes: 'engine="js"' },
  /** One file, named by its hash. Neither `'self'` nor `connect-src`, and no style sheets but those that scripts construct. */
  get C() {
    const hash = hashOf("standalone.js");
    return {
      policy: `default-src 'none'; script-src '${hash}' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      script: `<script type="module" src="./empact-priorities/standalone.js" integrity="${hash}"></script>`,
      attributes: "",
    };
  },
};

/**
 * Opens a page with one element.
 *
 * - `profile`: under which policy, and so how it is embedded; `policy` and `script` replace what it says.
 * - `lang`, `attributes`, `inside`: language of the page, attributes of the element, what stands in it.
 * - `sheets`: addresses of style sheets; `css`: the text of another one.
 * - `before`, `after`: what stands around the element.
 * - `wait`: what has to be there before the test goes on, inside the element; `false` for nothing.
 */
export async function openPortal(t, { profile = "A", lang = "nl", attributes = "", inside = "", sheets = [], css, before = "<h1>Portaal</h1>", after = "", path = "", wait = ".root:not(.loading)", respond, ...options } = {}) {
  const { policy, script, attributes: own } = PROFILES[profile];
  const links = [...(css === undefined ? [] : ["host.css"]), ...sheets].map((href) => `<link rel="stylesheet" href="./${href}">`).join("");
  const page = `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Portaal</title>${links}${options.script ?? script}<main>${before}<empact-priorities ${own} ${attributes}>${inside}</empact-priorities>${after}</main></html>`;
  const files = new Map([["/host.html", ["text/html; charset=utf-8", page]], ["/host.css", ["text/css", css ?? ""]]]);
  const opened = await openPage({ t, policy, path: `host.html${path}`, ...options, respond: async (request, response) => {
    if (await respond?.(request, response)) return true;
    const file = files.get(request.url.split("?")[0]);
    if (!file) return false;
    response.writeHead(200, { "Content-Type": file[0] });
    response.end(file[1]);
    return true;
  } });
  const element = opened.page.locator("empact-priorities");
  if (wait !== false) await element.locator(wait).first().waitFor();
  return { ...opened, element, input: element.locator("input[type=search]") };
}
