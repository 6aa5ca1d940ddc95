import "empact-priorities/define";
import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [lang, setLang] = useState("nl");
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState(true);
  const [found, setFound] = useState({ query: "", total: 0 });
  const element = useRef(null);
  return (
    <>
      <button id="lang" onClick={() => setLang("en")}>English</button>
      <button id="query" onClick={() => setQuery("vuurwapens")}>Vuurwapens</button>
      <button id="shown" onClick={() => setShown(!shown)}>Show</button>
      <button id="ref" onClick={() => (element.current.view = "tasks")}>Tasks</button>
      <output>{found.query} {found.total}</output>
      {shown && (
        <empact-priorities ref={element} lang={lang} query={query} headingLevel={3} engine="wasm" onempact-priorities-search={({ detail }) => setFound(detail)}>
          Even geduld
        </empact-priorities>
      )}
    </>
  );
}

createRoot(document.querySelector("#app")).render(<StrictMode><App /></StrictMode>);
