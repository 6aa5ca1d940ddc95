// A static server for loopback only, as strict as the strictest portal that the page is made for.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { isMain, siteDir } from "./project.mjs";
import { command, say } from "./report.mjs";

/**
 * The content security policy that everything must work under: nothing inline, nothing evaluated (WebAssembly apart), no other
 * origin, and no string may become markup or script (Trusted Types without any policy).
 */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const types = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".map", "application/json; charset=utf-8"],
  [".wasm", "application/wasm"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".txt", "text/plain; charset=utf-8"],
  [".woff2", "font/woff2"],
  [".webmanifest", "application/manifest+json"],
]);

/** What a file is sent as. */
export const mediaType = (file) => types.get(extname(file)) ?? "application/octet-stream";

/** What a browser on this machine calls it. Any other name was made to lead here, for a page from elsewhere to read what is served (DNS rebinding). */
const isOwnHost = (host) => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/iu.test(host);

/** The file that a request path means, or `undefined` when there is none inside the folder. */
async function fileFor(folder, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0") || path.includes("\\")) return undefined;
  // Settings and histories (`.env`, `.git`) are no part of a page.
  if (path.split("/").some((name) => name.startsWith("."))) return undefined;
  try {
    const base = await realpath(folder);
    // realpath also follows links, so that none leads out of the folder.
    let file = await realpath(join(base, path));
    if (file !== base && !file.startsWith(base + sep)) return undefined;
    let facts = await stat(file);
    if (facts.isDirectory()) {
      if (!path.endsWith("/")) return { redirect: true };
      file = await realpath(join(file, "index.html"));
      if (!file.startsWith(base + sep)) return undefined;
      facts = await stat(file);
    }
    return facts.isFile() ? { file, size: facts.size } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves a folder on 127.0.0.1, without what begins with a dot.
 * - `port`: the port to try first; if it is taken, any free one. 0: any free one.
 * - `base`: the folder appears below this path, to test that it works from a sub-folder. Starts and ends with `/`.
 * - `policy`: the content security policy; `undefined` sends none.
 * - `respond`: answers a request itself when it returns `true` (tests use it for broken files).
 * @returns the address of the folder and a function that stops the server.
 */
export async function serve(folder, { port = 0, base = "/", policy = strictPolicy, respond } = {}) {
  const server = createServer(async (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-cache");
    if (policy !== undefined) response.setHeader("Content-Security-Policy", policy);
    const answer = (status, text, headers = {}) => {
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers }).end(text);
    };
    if (!isOwnHost(request.headers.host ?? "")) return answer(421, "Only for this machine.");
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "Only GET and HEAD.", { Allow: "GET, HEAD" });
    // Not `new URL`: it would resolve `..` before the path is looked at.
    const [pathname = "/"] = (request.url ?? "/").split("?");
    if (respond !== undefined && (await respond(request, response)) === true) return;
    if (!pathname.startsWith(base)) {
      return pathname === "/" || `${pathname}/` === base ? answer(302, "", { Location: base }) : answer(404, "Not found.");
    }
    const found = await fileFor(folder, pathname.slice(base.length - 1));
    if (found === undefined) return answer(404, "Not found.");
    // Slashes are gathered so that the address cannot name another host.
    if (found.redirect) return answer(302, "", { Location: `${pathname.replace(/^\/+/u, "/")}/` });
    response.writeHead(200, { "Content-Type": mediaType(found.file), "Content-Length": found.size });
    if (request.method === "HEAD") return response.end();
    createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
  });

  const listen = (wanted) =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  try {
    await listen(port);
  } catch (error) {
    if (port === 0 || !["EADDRINUSE", "EACCES"].includes(error.code)) throw error;
    await listen(0);
  }
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Serves the demo page until the process is stopped. */
export async function serveDemo() {
  const { address } = await serve(siteDir, { port: 4173 });
  say(`the demo page: ${address}  (Ctrl+C stops it)`);
}

if (isMain(import.meta)) await command(serveDemo);
