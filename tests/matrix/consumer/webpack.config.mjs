/** `modules`: the chunks are modules, loaded by `import()`. What webpack does otherwise, script elements, Trusted Types forbid. */
export default ({ part, target, modules }) => ({
  mode: "production",
  entry: `./${part}/main.js`,
  output: { path: target, filename: "main.js", module: Boolean(modules) },
  experiments: { outputModule: Boolean(modules) },
});
