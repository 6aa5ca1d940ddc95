import { loadEngine } from "empact-priorities";
import { renderToStaticHtml } from "empact-priorities/static";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { App } from "./App.jsx";

const plain = await renderToStaticHtml(await loadEngine(), { lang: "nl", headingLevel: 3 });
process.stdout.write(renderToString(<StrictMode><App plain={plain} /></StrictMode>));
