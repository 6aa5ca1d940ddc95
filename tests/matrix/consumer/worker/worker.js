import { DocumentIndex, loadEngine } from "empact-priorities";

addEventListener("message", async ({ data }) => {
  const engine = await loadEngine();
  const index = await DocumentIndex.build([{ id: "a", title: "Handreiking witwassen" }], { language: "nl" });
  // What an engine answers can be sent as it is.
  const [hit] = structuredClone(engine.search(data).hits);
  postMessage(index.search(data).hits[0].id === "a" ? `${hit.id} ${engine.backend}` : "the document is not found");
});
