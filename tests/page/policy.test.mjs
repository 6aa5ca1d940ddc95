// The content security policy under which all other tests of the page run.
//
// 1. The server sends exactly this policy with every answer, and no weaker one slips in with a change of the server.

import assert from "node:assert/strict";
import { get } from "node:http";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve, strictPolicy } from "../../pkg/tools/serve.mjs";

/** Written out once more on purpose: a policy that is only compared with itself can be weakened unseen. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const server = await serve(fileURLToPath(new URL(".", import.meta.url)));
after(() => server.close());

/** The raw headers: `fetch` would join two policies into one line. */
function policiesOf(path) {
  return new Promise((resolve, reject) => {
    get(new URL(path, server.address), (response) => {
      response.resume();
      const { rawHeaders, statusCode } = response;
      const policies = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1].toLowerCase().startsWith("content-security-policy"));
      resolve({ statusCode, policies });
    }).on("error", reject);
  });
}

test("the policy of the tools", () => assert.equal(strictPolicy, policy));

for (const [path, statusCode] of [["policy.test.mjs", 200], ["no-such-file", 404]]) {
  test(`the policy with ${statusCode}`, async () => assert.deepEqual(await policiesOf(path), { statusCode, policies: [policy] }));
}
