import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";

export default {
  // Wherever the page is put.
  base: "./",
  plugins: [react(), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "empact-priorities" } } })],
  // For the development server alone; see the package's README.
  optimizeDeps: { exclude: ["empact-priorities"] },
};
