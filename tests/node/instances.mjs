// Instances of the WebAssembly, which the package keeps to itself: within reach of tests only.

/** What `make` resolves to, and the instances that were made for it, in their order. */
export async function withInstances(make) {
  const instances = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    instances.push(made);
    return made;
  };
  try {
    return [await make(), instances];
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

/** The memory of an instance, whatever its export is called. */
export const memoryOf = ({ exports }) => Object.values(exports).find((one) => one instanceof WebAssembly.Memory);

/** Has an instance trap: its memory is full of nonsense from now on. */
export function spoil(instance) {
  new Uint8Array(memoryOf(instance).buffer).fill(0xff);
}
