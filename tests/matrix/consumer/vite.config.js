import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";

export default ({ mode }) => ({
  // Wherever the page is put.
  base: "./",
  plugins: [react(), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "empact-priorities" } } })],
  // For the development server alone; see the package's README.
  optimizeDeps: { exclude: ["empact-priorities"] },
  // Only the development builds of frameworks say where a page differs from what a server made.
  define: mode === "development" ? { "process.env.NODE_ENV": JSON.stringify(mode) } : {},
});
