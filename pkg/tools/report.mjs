// How steps are run and shown: a heading, elapsed time, and what went wrong if anything did.

import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { at, onWindows, toolEnvironment } from "./project.mjs";

/** Something that the reader can act on: shown as one sentence, without a stack trace. */
export class Advice extends Error {}

/** `83` seconds as `1:23`. */
export function clock(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const started = Date.now();

/** Prints one line with the time since the command started. */
export function say(text) {
  console.log(`[${clock(Date.now() - started).padStart(5)}] ${text}`);
}

const showsProgress = process.stdout.isTTY === true && process.env.CI !== "true";

/**
 * Runs a command.
 * - `log`: the name of a file in target/logs that takes the output; progress is shown meanwhile, and the last lines if it fails.
 *   Without it the output goes to the terminal.
 * @returns what it wrote as its result, if there is a log.
 * @throws {Advice} when the command cannot be started or fails.
 */
export function run(command, args, { log, cwd = at(), env = toolEnvironment(), title = command } = {}) {
  return new Promise((resolvePromise, reject) => {
    const begin = Date.now();
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: log === undefined ? "inherit" : ["ignore", "pipe", "pipe"],
      // npm and its binaries are .cmd files there.
      shell: onWindows,
    });
    let latest = "";
    let result = "";
    let timer;
    const file = log === undefined ? undefined : at("target/logs", `${log}.log`);
    if (file !== undefined) {
      mkdirSync(dirname(file), { recursive: true });
      const output = createWriteStream(file);
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (chunk) => {
          output.write(chunk);
          latest = String(chunk).trimEnd().split(/[\r\n]/u).at(-1)?.trim() ?? latest;
        });
      }
      child.stdout.on("data", (chunk) => {
        result += chunk;
      });
      child.on("close", () => output.end());
      const show = () => `        … ${clock(Date.now() - begin)} ${latest}`;
      timer = setInterval(
        () => (showsProgress ? process.stdout.write(`\r\x1b[K${show().slice(0, (process.stdout.columns ?? 80) - 1)}`) : console.log(show())),
        showsProgress ? 500 : 20_000,
      );
    }
    const stop = () => {
      clearInterval(timer);
      if (showsProgress && timer !== undefined) process.stdout.write("\r\x1b[K");
    };
    child.on("error", (error) => {
      stop();
      reject(new Advice(`${title} could not be started: ${error.message}.`));
    });
    child.on("close", (code, signal) => {
      stop();
      if (code === 0) return resolvePromise(result);
      const tail = file === undefined ? "" : `\n${readFileSync(file, "utf8").trimEnd().split("\n").slice(-60).join("\n")}\n(all of it: ${file})`;
      reject(new Advice(`${title} failed (${signal ?? `exit code ${code}`}).${tail}`));
    });
  });
}

/** Runs the main function of a command; what goes wrong is shown and sets the exit code. */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Advice ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
