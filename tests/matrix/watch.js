// What must not happen on a page. Runs before everything else on it, in every browser.

globalThis.seen = { errors: [], warnings: [], violations: [] };
addEventListener("error", ({ message, target }) => {
  globalThis.seen.errors.push(message ?? `${target.localName} ${target.src ?? target.href} cannot be had`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => globalThis.seen.errors.push(`unhandled: ${reason}`));
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
  globalThis.seen.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
});
for (const [method, list] of [["error", "errors"], ["warn", "warnings"]]) {
  const usual = console[method];
  console[method] = (...parts) => {
    globalThis.seen[list].push(parts.map(String).join(" "));
    usual.apply(console, parts);
  };
}
