/** Which views are there? */

import type { Context } from "./context.js";
import type { ViewName } from "./state.js";
import type { View } from "./view.js";
import { BackgroundView } from "./view-background.js";
import { PrioritiesView } from "./view-priorities.js";
import { TasksView } from "./view-tasks.js";
import { TextView } from "./view-text.js";

export function makeView(name: ViewName, ctx: Context): View {
  switch (name) {
    case "priorities": return new PrioritiesView(ctx);
    case "tasks": return new TasksView(ctx);
    case "text": return new TextView(ctx);
    case "background": return new BackgroundView(ctx);
  }
}
