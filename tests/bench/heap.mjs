// How much memory JavaScript holds.

/** Bytes on the heap and in buffers after the garbage is collected; needs `--expose-gc`. */
export function heapBytes() {
  // What only a finaliser frees goes in a later pass.
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export const MEGABYTE = 1 << 20;
