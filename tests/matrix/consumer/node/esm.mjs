import "empact-priorities/define";
import { DocumentIndex, loadEngine } from "empact-priorities";

const engine = await loadEngine();
const index = await DocumentIndex.build([{ id: "a", title: "Handreiking witwassen" }], { language: "nl" });
console.log(engine.search("witwassen").hits[0].id, engine.backend, index.search("witwassen").hits[0].id);
