// A server behind a slow link: every site is sent through the same one, compressed the same way.
//
// The link is in the server and not in the browser, because the browser slows down only what a page itself asks for, and not what a
// worker of the page does: Pagefind fetches everything but its script from a worker. A request is answered one round trip after it
// came, and all answers on their way share the bandwidth, piece by piece in turn, as streams of one HTTP/2 connection do. Connections
// cost nothing to open.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { filesBelow } from "../../../pkg/tools/project.mjs";
import { mediaType } from "../../../pkg/tools/serve.mjs";

/** Milliseconds of a round trip, and bytes a millisecond: "slow 4G" as Lighthouse has it. */
export const ROUND_TRIP = 150;
export const BANDWIDTH = (1638.4 * 1000) / 8 / 1000;

/** What is sent in turn: 10 ms of the link. */
const PIECE = 2048;

/** What a server with brotli sends: the file itself where that is smaller. `quality` as brotli has it; 11 for what is compressed once. */
function packed(type, body, quality = 11) {
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  const isSmaller = brotli.length < body.length;
  return {
    headers: { "Content-Type": type, "Cache-Control": "max-age=3600", ...(isSmaller ? { "Content-Encoding": "br" } : {}) },
    body: isSmaller ? brotli : body,
  };
}

/** The files of a folder by their paths, as they are sent. */
function packedFolder(folder) {
  const files = new Map(filesBelow(folder).map((file) => [`/${relative(folder, file).replaceAll("\\", "/")}`, packed(mediaType(file), readFileSync(file))]));
  files.set("/", files.get("/index.html"));
  return files;
}

/**
 * Serves a folder on 127.0.0.1 through the link.
 *
 * - `answer(path, body)`: what a request that is no file gets, as a value to be sent as JSON, or `undefined`.
 * @returns `address`; `sent()`, the bytes sent so far, with headers; `requests()`, how many were answered; `isQuiet()`, whether nothing is on its way; `log()`, what was asked for and when; `close()`.
 */
export async function serveThroughLink(folder, answer = () => undefined) {
  const files = packedFolder(folder);
  const begin = performance.now();
  const log = [];
  let sockets = new Set();
  let sentOnClosed = 0;
  let onTheirWay = 0;
  let queue = [];
  /** When the link has sent what it was given. */
  let freeAt = 0;
  let timer;

  const turn = () => {
    timer = undefined;
    const now = performance.now();
    freeAt = Math.max(freeAt, now - PIECE / BANDWIDTH);
    while (queue.length > 0 && freeAt <= now) {
      const next = queue.shift();
      const piece = next.body.subarray(next.at, next.at + PIECE);
      next.at += piece.length;
      freeAt += piece.length / BANDWIDTH;
      if (next.at < next.body.length) {
        next.response.write(piece);
        queue.push(next);
      } else {
        next.response.end(piece);
        next.entry.end = Math.round(performance.now() - begin);
        onTheirWay -= 1;
      }
    }
    if (queue.length > 0) timer = setTimeout(turn, Math.max(1, freeAt - performance.now()));
  };

  const server = createServer(async (request, response) => {
    onTheirWay += 1;
    const entry = { path: request.url, start: Math.round(performance.now() - begin), bytes: 0, end: 0 };
    log.push(entry);
    const body = [];
    for await (const chunk of request) body.push(chunk);
    const path = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
    const value = files.has(path) ? undefined : answer(path, Buffer.concat(body).toString());
    const found = files.get(path) ?? (value === undefined ? undefined : packed("application/json", Buffer.from(JSON.stringify(value)), 5));
    setTimeout(() => {
      entry.bytes = found?.body.length ?? 0;
      response.writeHead(found ? 200 : 404, { ...found?.headers, "Content-Length": entry.bytes });
      queue.push({ response, entry, body: found?.body ?? Buffer.alloc(0), at: 0 });
      timer ??= setTimeout(turn, 0);
    }, ROUND_TRIP);
  });
  server.keepAliveTimeout = 60_000;
  server.on("connection", (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      sentOnClosed += socket.bytesWritten;
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent: () => [...sockets].reduce((total, socket) => total + socket.bytesWritten, sentOnClosed),
    requests: () => log.length,
    isQuiet: () => onTheirWay === 0,
    log: () => log,
    close: () =>
      new Promise((resolve) => {
        clearTimeout(timer);
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
