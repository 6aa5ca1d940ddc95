/**
 * What `using` calls. Where it is missing, the well-known symbol is replaced by one that `using` down-levelled by compilers also looks for.
 *
 * @internal
 */
export const dispose: typeof Symbol.dispose = (Symbol.dispose as typeof Symbol.dispose | undefined) ?? (Symbol.for("Symbol.dispose") as typeof Symbol.dispose);
