require("empact-priorities/define");
const { DocumentIndex, loadEngine } = require("empact-priorities");

Promise.all([loadEngine(), DocumentIndex.build([{ id: "a", title: "Handreiking witwassen" }], { language: "nl" })]).then(([engine, index]) => {
  console.log(engine.search("witwassen").hits[0].id, engine.backend, index.search("witwassen").hits[0].id);
});
