import "empact-priorities/define";

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.addEventListener("message", ({ data }) => {
  document.querySelector("#answer").textContent = data;
});
worker.postMessage("witwassen");
