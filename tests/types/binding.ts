// The face that our loader gives wasm-bindgen's output (pkg/src/binding.ts) against the output itself: if the crate's binding
// changes, this does not compile.

import type { Glue } from "../../pkg/src/binding.js";
import type * as generated from "../../target/wasm-pack/empact_priorities.js";

type Generated = Pick<typeof generated, "WasmEngine" | "version">;

/** Every generated function can be used where our interface says so. */
export const fits = (binding: Generated): Pick<Glue, keyof Generated> => binding;

/** And takes as many arguments: one that takes fewer would fit, and lose some. */
type Arguments<T> = { [K in keyof T]: T[K] extends (...args: infer A) => unknown ? Required<A>["length"] : never };
type Ours = InstanceType<Glue["WasmEngine"]>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const sameArguments: Same<Arguments<Ours>, Arguments<Pick<InstanceType<Generated["WasmEngine"]>, keyof Ours>>> = true;
