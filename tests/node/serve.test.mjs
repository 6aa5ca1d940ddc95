// The demo server, which is for the browser of one person.
//
// 1. It answers under its own names only: a page elsewhere whose name is made to lead to this machine gets nothing to read.
// 2. What begins with a dot is not served.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { serve } from "../../pkg/tools/serve.mjs";

// Where it lies is nobody's concern: the folder of a checkout may begin with a dot.
const folder = mkdtempSync(join(tmpdir(), ".served-"));
for (const name of [".git", "a.b"]) mkdirSync(join(folder, name));
for (const name of ["index.html", ".env", ".git/config", "a.b/c..d", "a.b/.htpasswd"]) writeFileSync(join(folder, name), name);
const asked = [];
const server = await serve(folder, {
  respond: ({ url }) => {
    asked.push(url);
    return false;
  },
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
const { port } = new URL(server.address);

/** The status of an answer, and its text. `fetch` would put the path in order, and set the host itself. */
function answer(path, host = `127.0.0.1:${port}`) {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, host: "127.0.0.1", setHost: false, headers: { Host: host } }, async (response) => {
      let text = "";
      for await (const part of response.setEncoding("utf8")) text += part;
      resolve({ status: response.statusCode, text });
    });
    sent.on("error", reject).end();
  });
}

test("1. its own names", async () => {
  for (const host of [`localhost:${port}`, "localhost", "LOCALHOST:80", `127.0.0.1:${port}`, "127.1.2.3", `[::1]:${port}`, "[::1]"]) {
    assert.deepEqual(await answer("/", host), { status: 200, text: "index.html" }, host);
  }
  const before = asked.length;
  for (const host of ["evil.example", `evil.example:${port}`, "localhost.evil.example", "127.0.0.1.evil.example", "127.evil.example", "evil.example#localhost", "evil.example/localhost", "localhost@evil.example", "192.168.0.1", "[::2]", "0.0.0.0", ":80", ""]) {
    assert.deepEqual(await answer("/", host), { status: 421, text: "Only for this machine." }, host);
  }
  // Nor does anything else answer.
  assert.equal(asked.length, before);
});

test("2. what begins with a dot", async () => {
  for (const path of ["/.env", "/%2eenv", "/.git/config", "/.git/", "/.git", "/a.b/.htpasswd", "/a.b/../.env", "/a.b//.htpasswd"]) assert.equal((await answer(path)).status, 404, path);
  assert.deepEqual(await answer("/a.b/c..d"), { status: 200, text: "a.b/c..d" });
});
