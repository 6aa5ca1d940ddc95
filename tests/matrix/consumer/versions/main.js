// Two parts of a portal that each bring a version of their own.
import "empact-priorities/define";
import "empact-priorities-other/define";
import { loadEngine } from "empact-priorities";
import { loadEngine as loadOtherEngine } from "empact-priorities-other";

Promise.all([loadEngine(), loadOtherEngine()]).then((engines) => {
  const ids = engines.map((engine) => `${engine.search("witwassen").hits[0].id} ${engine.backend}`);
  document.querySelector("#answer").textContent = ids.join(", ");
});
