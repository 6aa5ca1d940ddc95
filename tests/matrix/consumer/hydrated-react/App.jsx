import { useEffect, useRef, useState } from "react";

/** As the package's README says: attributes by their names, and listeners in an effect. `plain`: what can be read until the cards are there; the server alone has it. */
export function App({ plain }) {
  const [lang, setLang] = useState("nl");
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState(true);
  const [found, setFound] = useState({ query: "", total: 0 });
  const element = useRef(null);
  useEffect(() => {
    const listened = element.current;
    const follow = ({ detail }) => setFound(detail);
    listened?.addEventListener("empact-priorities-search", follow);
    return () => listened?.removeEventListener("empact-priorities-search", follow);
  }, [shown]);
  return (
    <>
      <button id="lang" onClick={() => setLang("en")}>English</button>
      <button id="query" onClick={() => setQuery("vuurwapens")}>Vuurwapens</button>
      <button id="shown" onClick={() => setShown(!shown)}>Show</button>
      <button id="ref" onClick={() => (element.current.view = "tasks")}>Tasks</button>
      <output>{found.query} {found.total}</output>
      {shown && (
        <empact-priorities ref={element} lang={lang} query={query} heading-level="3" engine="wasm" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: plain }} />
      )}
    </>
  );
}
