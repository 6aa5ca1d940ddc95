/** Checks arguments, and gives failures their public form. */

import type { Glue } from "./binding.js";
import { EngineError } from "./errors.js";
import type { EngineErrorCode, Problem } from "./types.js";

/** Version of the package; set by the build. */
declare const PACKAGE_VERSION: string;

/** @internal */
export const DEFAULT_SUGGESTIONS = 5;
/** @internal */
export const MAX_SUGGESTIONS = 20;
/** `value` as it would stand in a message, cut short. */
function shown(value: unknown): string {
  let text: string;
  try {
    text = typeof value === "string" || isPlainObject(value) ? JSON.stringify(value) : String(value);
  } catch {
    text = typeof value;
  }
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** @internal */
export function invalid(name: string, expected: string, found: unknown): EngineError {
  return new EngineError("invalid-argument", `\`${name}\` must be ${expected}, not ${shown(found)}.`);
}

/** @internal */
export function stringOf(name: string, value: unknown): string {
  if (typeof value !== "string") throw invalid(name, "a string", value);
  return value;
}

/** @internal */
export function optionalStringOf(name: string, value: unknown): string | undefined {
  return value === undefined ? undefined : stringOf(name, value);
}

/** @internal */
export function stringsOf(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalid(name, "an array of strings", value);
  // Not `map`, which passes over what was left out.
  return Array.from(value, (entry: unknown, index) => stringOf(`${name}[${index}]`, entry));
}

/** Names and values that one list may have: the work grows with each. */
const MAX_LINES = 1000;

/**
 * Texts for the binding, one per line, each once. Values are stored with a space for each line break, so it becomes one here, too.
 *
 * @internal
 */
export function linesOf(name: string, texts: string[]): string {
  const lines = new Set(texts);
  if (lines.has("")) throw invalid(name, "an array of names", "");
  if (lines.size > MAX_LINES) throw invalid(name, `at most ${MAX_LINES} different values`, lines.size);
  return [...lines].map((text) => text.replaceAll(/[\r\n]/gu, " ")).join("\n");
}

/** @internal */
export function integerOf(name: string, value: unknown, max: number, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > max) {
    throw invalid(name, `a whole number from 0 to ${max}`, value);
  }
  return value;
}

/** @internal */
export function booleanOf(name: string, value: unknown, otherwise: boolean): boolean {
  if (value !== undefined && typeof value !== "boolean") throw invalid(name, "true or false", value);
  return value ?? otherwise;
}

/** @internal */
export function optionsOf<T extends object>(name: string, value: T | undefined): Partial<T> {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(name, "an object ({ … })", value);
  return value;
}

/** An object literal, here or in another realm, or an array. @internal */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Array.isArray(value) || Object.getPrototypeOf(prototype) === null;
}

/** Names with what belongs to each. A `Map` or `URLSearchParams` holds them elsewhere: as an object it would be empty. @internal */
export function recordOf<T extends object>(name: string, value: T | undefined): Partial<T> {
  if (value !== undefined && !isPlainObject(value)) throw invalid(name, "a plain object", value);
  return optionsOf(name, value);
}

/** @internal */
export function optionalFunctionOf<T>(name: string, value: T | undefined): T | undefined {
  if (value !== undefined && typeof value !== "function") throw invalid(name, "a function", value);
  return value;
}

/** @internal */
export function optionalSignalOf(name: string, value: AbortSignal | undefined): AbortSignal | undefined {
  if (value !== undefined && typeof (value as Partial<AbortSignal> | null)?.throwIfAborted !== "function") throw invalid(name, "an AbortSignal", value);
  return value;
}

/** The bytes that a value is, in whatever form; `undefined` if it is something else. @internal */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (!ArrayBuffer.isView(value)) return undefined;
  const { buffer, byteOffset, byteLength } = value;
  // Browsers neither compile nor decode what other threads may change.
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength));
}

/** What begins with `<` instead of being another file. What stands on a page is not repeated: it can say who is logged in. @internal */
export const A_PAGE = "HTML or XML";

/** Where a page comes from that was meant to be another file. @internal */
export const PAGE_HINT = "A server that answers with a page when a file is missing or a login is needed does this.";

/** @internal */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the binding throws on purpose: a plain object with a code, and with problems if a dataset has some. @internal */
export function thrownOnPurpose(error: unknown): { code: EngineErrorCode; message: string; problems?: undefined } | { problems: Problem[] } | undefined {
  if (typeof error !== "object" || error === null || error instanceof Error || !("code" in error)) return undefined;
  return error as ReturnType<typeof thrownOnPurpose>;
}

/**
 * What a failure inside the WebAssembly means to the caller. Anything that the binding did not throw on purpose leaves the
 * memory of the instance in an unknown state: `crashed`.
 *
 * @internal
 */
export function translate(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const thrown = thrownOnPurpose(error);
  if (thrown !== undefined && thrown.problems === undefined) return new EngineError(thrown.code, thrown.message);
  return new EngineError("crashed", "The engine crashed and cannot be used any more: load another one with `loadEngine`. Please report this.", {
    cause: error,
  });
}

/**
 * Refuses an instance of another release, whose answers have a different form.
 *
 * @internal
 */
export function checked(glue: Glue, where: string): void {
  const version = glue.version();
  if (version !== PACKAGE_VERSION) {
    throw new EngineError("wasm-load", `${where} is of version ${version}, the scripts are of version ${PACKAGE_VERSION}: use files of one release together.`);
  }
}
