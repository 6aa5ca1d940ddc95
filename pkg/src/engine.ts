import type { WasmEngine } from "./binding.js";
import { DatasetError, EngineError } from "./errors.js";
import type {
  Engine,
  Entity,
  EntityKind,
  Framework,
  HorizontalThreat,
  Lang,
  Mark,
  Priority,
  Problem,
  Relation,
  SearchAnswer,
  SearchOptions,
  Task,
  TaskFilter,
  Unit,
} from "./types.js";

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;
/** The binding takes 32-bit numbers; nothing is ever that far down. */
const MAX_OFFSET = 2 ** 32 - 1;

/** `value` as it would stand in a message, cut short. */
function shown(value: unknown): string {
  let text: string;
  try {
    text = typeof value === "string" ? JSON.stringify(value) : String(value);
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

function optionalStringOf(name: string, value: unknown): string | undefined {
  return value === undefined ? undefined : stringOf(name, value);
}

/** @internal */
export function stringsOf(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalid(name, "an array of strings", value);
  return value.map((entry: unknown, index) => stringOf(`${name}[${index}]`, entry));
}

/**
 * Texts for the binding, one a line. No name in a dataset holds a line break, so one in a text that finds nothing may go.
 *
 * @internal
 */
export function linesOf(name: string, texts: string[]): string {
  if (texts.includes("")) throw invalid(name, "an array of names", '""');
  return texts.map((text) => text.replaceAll(/[\r\n]/gu, " ")).join("\n");
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
export function optionsOf<T extends object>(name: string, value: T | undefined): Partial<T> {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(name, "an object", value);
  return value;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** What the binding throws on purpose: a plain object with a code. */
function thrownOnPurpose(error: unknown): { code: string; message?: string; problems?: Problem[] } | undefined {
  if (typeof error !== "object" || error === null || error instanceof Error || !("code" in error)) return undefined;
  return error as { code: string; message?: string; problems?: Problem[] };
}

/**
 * What a failure inside the WebAssembly means to the caller. Anything that the binding did not throw on purpose leaves the
 * memory of the instance in an unknown state: `crashed`.
 *
 * @internal
 */
export function translate(error: unknown): EngineError | DatasetError {
  if (error instanceof EngineError || error instanceof DatasetError) return error;
  const thrown = thrownOnPurpose(error);
  if (thrown?.code === "dataset") return new DatasetError(thrown.problems ?? []);
  if (thrown?.code === "snapshot") return new EngineError("snapshot", thrown.message ?? "These bytes are no snapshot.");
  if (thrown?.code === "invalid-argument") return new EngineError("invalid-argument", thrown.message ?? "An argument is outside its range.");
  return new EngineError("crashed", "The engine crashed and cannot be used any more: load another one with `loadEngine`. Please report this.", {
    cause: error,
  });
}

/** Where it is missing, the well-known symbol is replaced by one that `using` down-levelled by compilers also looks for. */
const dispose: typeof Symbol.dispose = (Symbol.dispose as typeof Symbol.dispose | undefined) ?? (Symbol.for("Symbol.dispose") as typeof Symbol.dispose);

/**
 * The public engine over one WebAssembly instance of its own: it checks what comes in and gives errors their public form.
 *
 * @internal
 */
export class LoadedEngine implements Engine {
  readonly version: string;
  #raw: WasmEngine | undefined;
  /** Why `#raw` is gone. */
  #ended: "freed" | "crashed" = "freed";
  #framework: Framework | undefined;

  constructor(raw: WasmEngine, version: string) {
    this.#raw = raw;
    this.version = version;
  }

  get framework(): Framework {
    // Frozen, because all callers share it; the other answers are made anew each time.
    return this.#call((raw) => (this.#framework ??= deepFreeze(raw.framework())));
  }

  units(): Unit[] {
    return this.#call((raw) => raw.units());
  }

  priorities(): Priority[] {
    return this.entities("priority");
  }

  horizontalThreats(): HorizontalThreat[] {
    return this.entities("horizontal-threat");
  }

  entities<K extends EntityKind>(kind: K): Extract<Entity, { kind: K }>[] {
    const name = stringOf("kind", kind) as K;
    return this.#call((raw) => raw.entities(name));
  }

  get(id: string): Entity | undefined {
    const name = stringOf("id", id);
    return this.#call((raw) => raw.get(name));
  }

  relations(id: string): Relation[] {
    const name = stringOf("id", id);
    return this.#call((raw) => raw.relations(name));
  }

  tasks(filter?: TaskFilter): Task[] {
    const { actor, unit, modality, before } = optionsOf("filter", filter);
    const conditions = [
      optionalStringOf("actor", actor),
      optionalStringOf("unit", unit),
      optionalStringOf("modality", modality),
      optionalStringOf("before", before),
    ] as const;
    return this.#call((raw) => raw.tasks(...conditions));
  }

  search(text: string, options?: SearchOptions): SearchAnswer {
    const { lang, kinds, filters, limit, offset, facets, prefix } = optionsOf("options", options);
    if (prefix !== undefined && typeof prefix !== "boolean") throw invalid("prefix", "true or false", prefix);
    const chosen = Object.entries(optionsOf("filters", filters)).flatMap(([facet, values]) => {
      if (facet.includes("=")) throw invalid("filters", "an object whose keys are facets", facet);
      return stringsOf(`filters.${facet}`, values).map((value) => `${facet}=${value}`);
    });
    const request = [
      stringOf("text", text),
      optionalStringOf("lang", lang) ?? "",
      linesOf("kinds", stringsOf("kinds", kinds)),
      linesOf("filters", chosen),
      integerOf("limit", limit, MAX_LIMIT, DEFAULT_LIMIT),
      integerOf("offset", offset, MAX_OFFSET, 0),
      linesOf("facets", stringsOf("facets", facets)),
      prefix ?? true,
    ] as const;
    return this.#call((raw) => raw.search(...request));
  }

  highlight(query: string, text: string, lang?: Lang): Mark[] {
    const request = [stringOf("query", query), stringOf("text", text), optionalStringOf("lang", lang) ?? ""] as const;
    return this.#call((raw) => raw.highlight(...request));
  }

  free(): void {
    const raw = this.#raw;
    this.#raw = undefined;
    this.#framework = undefined;
    raw?.free();
  }

  declare [Symbol.dispose]: () => void;

  static {
    Object.defineProperty(this.prototype, dispose, {
      configurable: true,
      writable: true,
      value(this: LoadedEngine): void {
        this.free();
      },
    });
  }

  #call<T>(action: (raw: WasmEngine) => T): T {
    const raw = this.#raw;
    if (raw === undefined) {
      throw this.#ended === "freed"
        ? new EngineError("freed", "This engine was freed: load another one with `loadEngine`.")
        : new EngineError("crashed", "This engine crashed earlier: load another one with `loadEngine`.");
    }
    try {
      return action(raw);
    } catch (error) {
      const translated = translate(error);
      if (translated instanceof EngineError && translated.code === "crashed") {
        this.#raw = undefined;
        this.#ended = "crashed";
        // Takes it from the finalisation registry; what the poisoned instance answers does not matter.
        try {
          raw.free();
        } catch {}
      }
      throw translated;
    }
  }
}
