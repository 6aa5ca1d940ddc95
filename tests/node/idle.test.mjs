// What is done when there is nothing more urgent (`element/idle.ts`), with timers that the tests turn.
//
//  1. What makes the next step quicker is done soon; what nobody sees waits until nothing has happened for five seconds.
//  2. While it is held nothing is done, and a rest begins anew afterwards.
//  3. When the reader is elsewhere everything is done at once, in slices.
//  4. A job that is needed earlier is done once; before printing all are, those on demand too, and those that they put off.
//  5. What a job throws is told, and the others are done all the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const { outputFiles } = await esbuild.build({
  entryPoints: [fileURLToPath(new URL("../../pkg/src/element/idle.ts", import.meta.url))], bundle: true, format: "esm", write: false, logLevel: "silent",
});
const { Idle } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

/** Jobs that write down their names. */
function start(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  const failed = [];
  const idle = new Idle((error) => failed.push(error.message));
  const job = (name) => () => done.push(name);
  return { idle, done, failed, job, pass: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

test("1. soon, and at rest", (t) => {
  const { idle, done, job, pass } = start(t);
  idle.later(job("later"));
  idle.soon(job("soon"));
  pass(20);
  assert.deepEqual(done, ["soon"]);
  pass(4900);
  assert.deepEqual(done, ["soon"]);
  pass(200);
  assert.deepEqual(done, ["soon", "later"]);
  idle.later(job("later still"));
  pass(1000);
  assert.equal(done.length, 2);
  pass(5000);
  assert.equal(done.length, 3);
});

test("1. a rest begins anew when something was done", (t) => {
  const { idle, done, job, pass } = start(t);
  idle.later(job("later"));
  pass(4900);
  idle.soon(job("soon"));
  pass(200);
  assert.deepEqual(done, ["soon"]);
  pass(5000);
  assert.deepEqual(done, ["soon", "later"]);
});

test("2. held", (t) => {
  const { idle, done, job, pass } = start(t);
  idle.later(job("later"));
  pass(4000);
  idle.pause();
  idle.soon(job("soon"));
  pass(20_000);
  assert.deepEqual(done, []);
  idle.resume();
  pass(20);
  pass(4000);
  assert.deepEqual(done, ["soon"]);
  pass(2000);
  assert.deepEqual(done, ["soon", "later"]);
});

test("2. held, whatever came before", (t) => {
  const { idle, done, job, pass } = start(t);
  idle.later(job("a"));
  idle.later(job("b"));
  idle.resume();
  idle.pause();
  idle.hurry();
  pass(20_000);
  assert.deepEqual(done, []);
  idle.resume();
  idle.hurry();
  idle.pause();
  idle.resume();
  pass(4000);
  assert.deepEqual(done, [], "who was elsewhere is back");
  pass(2000);
  assert.deepEqual(done, ["a", "b"]);
});

test("3. elsewhere", (t) => {
  const { idle, done, job, pass } = start(t);
  for (const name of ["a", "b", "c"]) idle.later(job(name));
  idle.hurry();
  assert.deepEqual(done, []);
  pass(50);
  assert.deepEqual(done, ["a", "b", "c"]);
});

test("3. slices", (t) => {
  const { idle, done, job, pass } = start(t);
  let now = 0;
  t.mock.method(performance, "now", () => now);
  const long = (name) => () => {
    job(name)();
    now += 6;
  };
  for (const name of ["a", "b", "c"]) idle.later(long(name));
  pass(5000);
  assert.deepEqual(done, ["a"]);
  pass(15);
  assert.deepEqual(done, ["a", "b"]);
  pass(15);
  assert.deepEqual(done, ["a", "b", "c"]);
  for (const name of ["d", "e", "f"]) idle.later(long(name));
  idle.hurry();
  pass(1);
  assert.deepEqual(done.slice(3), ["d", "e", "f"]);
});

test("4. once", (t) => {
  const { idle, done, job, pass } = start(t);
  const now = idle.later(job("a"));
  now();
  now();
  idle.onDemand(() => {
    done.push("b");
    idle.later(job("c"));
  });
  pass(20_000);
  assert.deepEqual(done, ["a"]);
  idle.finish();
  assert.deepEqual(done, ["a", "b", "c"]);
  for (const put of ["soon", "later", "onDemand"]) idle[put](job("d"));
  idle.stop();
  idle.soon(job("e"));
  pass(20_000);
  assert.equal(done.length, 3);
  idle.finish();
  assert.deepEqual(done.slice(3), ["e"]);
});

test("5. a job that fails", (t) => {
  const { idle, done, failed, job, pass } = start(t);
  idle.soon(() => {
    throw new Error("no");
  });
  idle.soon(job("a"));
  pass(50);
  assert.deepEqual([done, failed], [["a"], ["no"]]);
});
