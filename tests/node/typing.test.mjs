// When what is typed is answered (`element/typing.ts`), by a clock that the tests turn.
//
//  1. On a fast machine each letter is painted first, then what is in sight is answered, and 150 ms after the last letter the rest, a few entries at a time.
//  2. Letters that come before the first of them is painted are answered together.
//  3. On a slow machine the first letter after a pause brings suggestions alone, the next ones nothing, and the answer waits for a pause.
//  4. That pause is as long as an answer takes, longer than the typist takes between letters, and 150 ms at most.
//  5. How slow a machine is, the first cards tell, and then every answer.
//  6. Who does not wait gets at once what is missing, and only that.
//  7. Nothing is answered while nobody can answer; it is when somebody asks for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const { outputFiles } = await esbuild.build({
  entryPoints: [fileURLToPath(new URL("../../pkg/src/element/typing.ts", import.meta.url))], bundle: true, format: "esm", write: false, logLevel: "silent",
});
const { Typing } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

/** How long it takes until something is painted. */
const FRAME = 16;

/** Someone types; `took` is how long an answer takes. What happens is listed with its time. */
function typist({ took = 0, first = 0, more = 0 } = {}) {
  let now = 1000;
  let jobs = [];
  let canAnswer = true;
  let left = 0;
  let holds = 0;
  const seen = [];
  const log = (what) => seen.push(`${now - 1000} ${what}`);
  const after = (delay, job) => {
    const entry = { at: now + delay, job };
    jobs.push(entry);
    return () => {
      jobs = jobs.filter((other) => other !== entry);
    };
  };
  const typing = new Typing({
    canAnswer: () => canAnswer,
    hold: () => {
      holds += 1;
    },
    resume: () => log("resume"),
    suggest: () => log("suggest"),
    answer: (part) => {
      log(part);
      if (part === "passing") {
        now += took;
        left = more;
      } else if (part === "more") left -= 1;
      else typing.done();
      return left > 0;
    },
  }, { now: () => now, afterPaint: (job) => after(FRAME, job), after });
  typing.began(first);
  return {
    typing,
    seen,
    /** How often what is still told or put off was made to wait. */
    get holds() { return holds; },
    set canAnswer(value) { canAnswer = value; },
    /** Lets time pass until so many milliseconds after the beginning. */
    until(end) {
      for (;;) {
        const [next] = jobs.filter(({ at }) => at <= end + 1000).sort((a, b) => a.at - b.at);
        if (!next) break;
        jobs = jobs.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.job();
      }
      now = Math.max(now, end + 1000);
    },
    /** Letters at these times. */
    letters(...times) {
      for (const time of times) {
        this.until(time);
        typing.letter();
      }
    },
  };
}

test("1. a fast machine", () => {
  const someone = typist({ took: 10 });
  someone.letters(0, 80);
  someone.until(1000);
  assert.deepEqual(someone.seen, ["16 passing", "96 passing", "230 rest", "230 resume"]);
  const long = typist({ took: 10, more: 2 });
  long.letters(0);
  long.until(1000);
  assert.deepEqual(long.seen, ["16 passing", "150 more", "166 more", "166 rest", "166 resume"]);
  const going = typist({ more: 2 });
  going.letters(0, 160, 240);
  going.until(1000);
  assert.deepEqual(going.seen.slice(0, 5), ["16 passing", "150 more", "176 passing", "256 passing", "390 more"], "a letter comes between");
  assert.equal(going.holds, 3);
  const between = typist({ more: 2 });
  between.letters(0, 20);
  between.until(1000);
  assert.deepEqual(between.seen, ["16 passing", "36 passing", "170 more", "186 more", "186 rest", "186 resume"], "before the first answer is painted");
});

test("2. letters that come together", () => {
  const someone = typist();
  someone.letters(0, 5, 10);
  someone.until(1000);
  assert.deepEqual(someone.seen, ["16 passing", "160 rest", "160 resume"]);
  const going = typist();
  going.letters(0, 5, 18);
  going.until(1000);
  assert.deepEqual(going.seen, ["16 passing", "34 passing", "168 rest", "168 resume"], "the next one is painted first as well");
});

test("3, 4. a slow machine", () => {
  const someone = typist({ took: 100, first: 300 });
  someone.letters(0, 60, 120);
  someone.until(1000);
  assert.deepEqual(someone.seen, ["16 suggest", "220 passing", "336 rest", "336 resume"], "as long as an answer takes");
  const calm = typist({ took: 60, first: 180 });
  calm.letters(0, 100, 200);
  calm.until(1000);
  assert.equal(calm.seen[1], "325 passing", "1.25 times the interval");
  const uneven = typist({ took: 60, first: 180 });
  uneven.letters(0, 100, 160);
  uneven.until(1000);
  assert.equal(uneven.seen[1], "285 passing", "the longer one of two intervals");
  const slow = typist({ took: 900, first: 2700 });
  slow.letters(0, 60);
  slow.until(3000);
  assert.equal(slow.seen[1], "210 passing", "150 ms at most");
});

test("5. what an answer took", () => {
  const someone = typist({ took: 80 });
  someone.letters(0, 500);
  someone.until(1000);
  assert.deepEqual(someone.seen.slice(-4), ["516 suggest", "650 passing", "746 rest", "746 resume"], "the first answer was slow");
  const quick = typist({ took: 0, first: 3000 });
  quick.letters(0, 500, 1000);
  quick.until(2000);
  assert.deepEqual(quick.seen.slice(-3), ["1016 passing", "1150 rest", "1150 resume"], "it was slow at first only");
});

test("6. who does not wait", () => {
  const someone = typist();
  someone.typing.settle();
  someone.typing.done();
  assert.deepEqual(someone.seen, [], "nothing is missing");
  someone.letters(0);
  someone.typing.settle();
  someone.until(100);
  assert.deepEqual(someone.seen, ["0 whole", "0 resume"]);
  someone.letters(200);
  someone.until(220);
  someone.typing.settle();
  someone.until(1000);
  assert.deepEqual(someone.seen.slice(2), ["216 passing", "220 rest", "220 resume"]);
  const long = typist({ more: 2 });
  long.letters(0);
  long.until(30);
  long.typing.settle();
  long.until(1000);
  assert.deepEqual(long.seen, ["16 passing", "30 rest", "30 resume"], "nothing is added to what is complete");
});

test("7. nobody can answer", () => {
  const someone = typist();
  someone.canAnswer = false;
  someone.letters(0);
  someone.until(1000);
  someone.typing.settle();
  assert.deepEqual(someone.seen, []);
  someone.canAnswer = true;
  someone.typing.settle();
  assert.deepEqual(someone.seen, ["1000 whole", "1000 resume"]);
  const leaving = typist({ more: 2 });
  leaving.letters(0);
  leaving.until(100);
  leaving.canAnswer = false;
  leaving.until(1000);
  assert.deepEqual(leaving.seen, ["16 passing"], "with more to come");
});
