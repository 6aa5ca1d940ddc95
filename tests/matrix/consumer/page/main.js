import "empact-priorities/define";
import { loadEngine } from "empact-priorities";

loadEngine().then((engine) => {
  document.querySelector("#answer").textContent = `${engine.search("witwassen").hits[0].id} ${engine.backend}`;
});
