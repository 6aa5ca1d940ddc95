import { nodeResolve } from "@rollup/plugin-node-resolve";

export default { plugins: [nodeResolve({ browser: true })], output: { format: "es", entryFileNames: "main.js" } };
