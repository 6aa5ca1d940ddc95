// For bundlers that lose the WebAssembly: it comes inside the scripts.
import "empact-priorities/standalone";
import { loadEngine } from "empact-priorities/inline";

loadEngine().then((engine) => {
  document.querySelector("#answer").textContent = `${engine.search("witwassen").hits[0].id} ${engine.backend}`;
});
