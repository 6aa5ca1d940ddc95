// `npm start`: set-up, build, and the demo page on loopback.

import { command } from "./report.mjs";
import { setUp } from "./setup.mjs";

await command(async () => {
  await setUp();
  // Only now: they import packages that set-up installs.
  const { build } = await import("./build.mjs");
  const { serveDemo } = await import("./serve.mjs");
  await build();
  await serveDemo();
});
