// For bundlers that lose the WebAssembly: it is copied beside the page, which says where.
import "empact-priorities/define";
import { loadEngine } from "empact-priorities";

loadEngine({ wasm: "empact_priorities.wasm" }).then((engine) => {
  document.querySelector("#answer").textContent = `${engine.search("witwassen").hits[0].id} ${engine.backend}`;
});
