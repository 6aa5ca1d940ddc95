// The face that our loader gives wasm-bindgen's output (pkg/src/binding.ts) against the output itself: if the crate's binding
// changes, this does not compile.

import type { Glue } from "../../pkg/src/binding.js";
import type * as generated from "../../target/wasm-pack/empact_priorities.js";

type Generated = Pick<typeof generated, "WasmEngine" | "version">;

type Ours = InstanceType<Glue["WasmEngine"]>;
/** Without what wasm-bindgen's classes have but do not declare. */
type Declared = Omit<Ours, "__destroy_into_raw">;

/** Every generated function can be used where our interface says so. */
export const fits = (binding: Generated): { WasmEngine: new (...args: ConstructorParameters<Glue["WasmEngine"]>) => Declared; version: Glue["version"] } => binding;

/** And takes as many arguments: one that takes fewer would fit, and lose some. */
type Arguments<T> = { [K in keyof T]: T[K] extends (...args: infer A) => unknown ? Required<A>["length"] : never };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const sameArguments: Same<Arguments<Declared>, Arguments<Pick<InstanceType<Generated["WasmEngine"]>, keyof Declared>>> = true;
