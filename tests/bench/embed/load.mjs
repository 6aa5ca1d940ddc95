// One load of one site in a browser: what it costs until there is an answer, and what typing costs after that.

/** How much slower than this machine the reader's is. */
export const CPU_SLOWDOWN = 4;
/** Milliseconds from key to key, and between pressing one and letting go of it. */
export const KEY_EVERY = 80;
const KEY_HELD = 40;

/** What is typed. The first is also what the first answer is measured with. */
export const QUERIES = [
  "witwassen",
  "mensenhandel",
  "cybercriminaliteit",
  "drugs",
  "milieu",
  "fraude",
  "vuurwapens",
  "europol",
  "georganiseerde criminaliteit",
  "accijns",
];

/** For how long nothing may change before a page counts as quiet. */
const QUIET = 1500;
const TOO_LONG = 60_000;

/** Runs in the page, before anything of it. */
function instrument({ expressions }) {
  /** The first element in the document or any open shadow root. */
  const deep = (selector, root = document) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const host of root.querySelectorAll("*")) {
      const inside = host.shadowRoot && deep(selector, host.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const ask = Object.fromEntries(Object.entries(expressions).map(([name, code]) => [name, new Function("deep", `return ${code}`).bind(undefined, deep)]));
  const isShown = (node) => node !== null && node !== undefined && node.getClientRects().length > 0 && getComputedStyle(node).visibility === "visible";
  /** The time at which what there is now will have been painted. */
  const painted = () =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(0);
    });
  /** Looks once a frame. */
  const until = async (isSo) => {
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (isSo()) return painted();
    }
  };
  const bench = {
    shifts: [],
    longTasks: [],
    interactions: new Map(),
    delays: [],
    firstKey: 0,
    lastKey: 0,
    ask,
    isFocused() {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node !== null && node === ask.input();
    },
    shown: (name) => until(() => isShown(ask[name]())),
    /** Times of the first answer and of the last change of it, until nothing changes for a while. */
    async answered(quiet) {
      const before = ask.answers();
      let seen = before;
      let first;
      let last;
      const begin = performance.now();
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = ask.answers();
        if (now !== seen) {
          seen = now;
          const at = await painted();
          if (now !== "") {
            first ??= at;
            last = at;
          }
        }
        if (performance.now() - Math.max(last ?? 0, bench.lastKey) > quiet && (last !== undefined || performance.now() - begin > 20_000)) break;
      }
      return { first, last, text: seen };
    },
  };
  globalThis.bench = bench;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, startTime } of list.getEntries()) bench.shifts.push({ value, hadRecentInput, startTime });
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries()) {
      if (interactionId > 0 && name.startsWith("key")) bench.interactions.set(interactionId, Math.max(duration, bench.interactions.get(interactionId) ?? 0));
    }
  }).observe({ type: "event", durationThreshold: 16 });
  addEventListener(
    "keydown",
    (event) => {
      // As Event Timing has it: processingStart less startTime; but for every key, and not only for those that took long.
      bench.delays.push(performance.now() - event.timeStamp);
      if (bench.firstKey === 0) bench.firstKey = event.timeStamp;
      bench.lastKey = event.timeStamp;
    },
    { capture: true },
  );
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const codeOf = (letter) => (letter === " " ? "Space" : `Key${letter.toUpperCase()}`);

/** Types at a steady pace, whether or not the page keeps up. */
async function type(session, text) {
  const begin = performance.now();
  const sent = [];
  for (const [at, letter] of [...text].entries()) {
    await pause(Math.max(0, begin + at * KEY_EVERY - performance.now()));
    const key = { key: letter, code: codeOf(letter), windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0) };
    sent.push(session.send("Input.dispatchKeyEvent", { type: "keyDown", text: letter, unmodifiedText: letter, ...key }));
    await pause(KEY_HELD);
    sent.push(session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }));
  }
  await Promise.all(sent);
}

async function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${TOO_LONG / 1000} s`)), TOO_LONG);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Loads a site with an empty cache.
 *
 * - `pace`: "calm": the reader waits until the page is quiet before typing, then types all queries; "hurried": types the first one as soon
 *   as there is a search box.
 */
export async function measureLoad(browser, site, link, pace) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "nl-NL" });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  // Processor time, which what else runs on the machine does not change much.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const mainThread = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const { opener, input, answers, card } = site;
  await context.addInitScript(instrument, { expressions: { control: opener ?? input, input, answers, ...(card ? { card } : {}) } });

  const shifts = () =>
    page.evaluate(() => ({
      own: bench.shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0),
      afterInput: bench.shifts.filter(({ hadRecentInput }) => hadRecentInput).reduce((sum, { value }) => sum + value, 0),
    }));
  const quiet = async () => {
    let since = performance.now();
    let bytes = link.sent();
    while (performance.now() - since < QUIET) {
      await pause(50);
      if (!link.isQuiet() || link.sent() !== bytes) {
        since = performance.now();
        bytes = link.sent();
      }
    }
  };

  try {
    await page.goto(link.address, { waitUntil: "commit", timeout: TOO_LONG });
    const firstCard = card === undefined ? undefined : page.evaluate(() => bench.shown("card"));
    const ready = await within(page.evaluate(() => bench.shown("control")), "the search box");
    const result = { ready };
    if (pace === "calm") {
      result.card = await firstCard;
      await quiet();
      result.bytesBefore = link.sent();
      result.shiftsBefore = await shifts();
      result.workBefore = await mainThread();
    }
    const press = (name) => page.evaluate((which) => {
      const box = bench.ask[which]().getBoundingClientRect();
      return { x: box.x + Math.min(60, box.width / 2), y: box.y + box.height / 2 };
    }, name).then(({ x, y }) => page.mouse.click(x, y));
    if (opener !== undefined) await press("control");
    await within(page.evaluate(() => bench.shown("input")), "the search box");
    // A box that is made anew while it is pressed, or with an answer, loses the focus.
    const focus = async () => {
      for (let tries = 0; tries < 10 && !(await page.evaluate(() => bench.isFocused())); tries += 1) await press("input");
    };
    await focus();
    // Watching has begun before the first key is sent: keys overtake everything else.
    await page.evaluate((milliseconds) => {
      bench.pending = bench.answered(milliseconds);
    }, QUIET);
    await type(session, QUERIES[0]);
    const answer = await within(page.evaluate(() => bench.pending), "the first answer");
    const keys = await page.evaluate(() => ({ first: bench.firstKey, last: bench.lastKey }));
    if (answer.first === undefined) throw new Error("no answer was shown");
    Object.assign(result, {
      firstAnswer: answer.first - keys.first,
      firstAnswerFromStart: answer.first,
      wholeAnswer: answer.last - keys.last,
      answer: answer.text.slice(0, 300),
      bytesAnswer: link.sent(),
      requestsAnswer: link.requests(),
      // Like the browser's own: time beyond 50 ms of each long task.
      blocked: await page.evaluate(() => bench.longTasks.reduce((sum, { duration }) => sum + duration - 50, 0)),
    });
    if (pace === "calm") {
      const workBefore = await mainThread();
      await page.evaluate(() => {
        bench.delays.length = 0;
        bench.interactions.clear();
        bench.longTasks.length = 0;
      });
      let seen = answer.text;
      for (const query of QUERIES.slice(1)) {
        await focus();
        // The next key replaces what was asked before.
        await page.evaluate(() => bench.ask.input().select());
        await pause(300);
        await type(session, query);
        await pause(1000);
        // A page that answers nothing is quick to type in: its load does not count.
        if (!(await page.evaluate((before) => bench.ask.answers() !== "" && bench.ask.answers() !== before, seen))) throw new Error(`no answer to “${query}” within a second`);
        seen = await page.evaluate(() => bench.ask.answers());
      }
      await quiet();
      const typing = await page.evaluate(() => ({ delays: bench.delays, durations: [...bench.interactions.values()], longTasks: bench.longTasks.map(({ duration }) => duration) }));
      // Interactions under 16 ms are not reported.
      const unreported = Math.max(0, typing.delays.length - typing.durations.length);
      Object.assign(result, {
        delays: typing.delays,
        durations: [...typing.durations, ...new Array(unreported).fill(8)],
        longTasks: typing.longTasks.length,
        longest: Math.max(0, ...typing.longTasks),
        bytesAll: link.sent(),
        requestsAll: link.requests(),
        workPerKey: ((await mainThread()) - workBefore) / typing.delays.length,
        shifts: await shifts(),
      });
    }
    result.errors = errors;
    return result;
  } finally {
    await context.close();
  }
}

