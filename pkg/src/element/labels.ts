/** How are the codes of the model called in the interface? */

import type { Alias, Modality, OutsideFact, RelationType } from "../types.js";
import type { Context } from "./context.js";
import type { FilterName, ViewName } from "./state.js";
import type { Key } from "./strings.js";

export const VIEW_LABELS: Readonly<Record<ViewName, Key>> = {
  priorities: "viewPriorities",
  tasks: "viewTasks",
  text: "viewText",
  background: "viewBackground",
};

export const FACET_LABELS: Readonly<Record<FilterName, Key>> = {
  instrument: "facetInstrument",
  offence: "facetOffence",
  commodity: "facetCommodity",
  method: "facetMethod",
  target: "facetTarget",
  victim: "facetVictim",
  focus: "facetFocus",
  geography: "facetGeography",
  kind: "facetKind",
  actor: "facetActor",
  modality: "facetModality",
  deadline: "facetDeadline",
};

export const MODALITY_LABELS: Readonly<Record<Modality, Key>> = {
  decision: "modalityDecision",
  mandate: "modalityMandate",
  request: "modalityRequest",
  must: "modalityMust",
  should: "modalityShould",
  will: "modalityWill",
  may: "modalityMay",
};

export const ALIAS_LABELS: Readonly<Record<Alias["kind"], Key>> = {
  abbreviation: "aliasAbbreviation",
  everyday: "aliasEveryday",
  "former-name": "aliasFormerName",
  synonym: "aliasSynonym",
  spelling: "aliasSpelling",
};

export const CONFIDENCE_LABELS: Readonly<Record<OutsideFact["confidence"], Key>> = {
  high: "confidenceHigh",
  medium: "confidenceMedium",
};

/** The relations that have evidence of their own; the others are shown by the structure of the page. */
export const RELATION_LABELS: Readonly<Partial<Record<RelationType, Key>>> = {
  "delineate-and-coordinate": "relationDelineate",
  complements: "relationComplements",
  precedes: "relationPrecedes",
  monitors: "relationMonitors",
  "enabler-of": "relationEnablerOf",
  supports: "relationSupports",
  addresses: "relationAddresses",
  replaces: "relationReplaces",
  amends: "relationAmends",
};

const KIND_LABELS: Readonly<Record<string, Key>> = {
  document: "document",
  recital: "recital",
  "operative-paragraph": "operativeParagraphKind",
  "guiding-principle": "guidingPrinciple",
  priority: "priority",
  "sub-priority": "subPriority",
  "horizontal-threat": "horizontalThreat",
};

/** The name of a value of a facet. */
export function valueLabel(ctx: Context, facet: FilterName, value: string): string {
  switch (facet) {
    case "instrument":
      return value;
    case "kind": {
      const key = KIND_LABELS[value];
      return key === undefined ? value : ctx.t(key);
    }
    case "actor":
      return actorName(ctx, value);
    case "modality": {
      const key = MODALITY_LABELS[value as Modality] as Key | undefined;
      return key === undefined ? value : ctx.t(key);
    }
    case "deadline":
      return ctx.t(value === "yes" ? "withDeadline" : "withoutDeadline");
    default:
      return ctx.title(`${facet}:${value}`);
  }
}

export function actorName(ctx: Context, id: string): string {
  const name = ctx.title(id);
  return name.charAt(0).toLocaleUpperCase(ctx.lang) + name.slice(1);
}

/** The name of anything that a relation can lead to. */
export function entityName(ctx: Context, id: string): string {
  const entity = ctx.engine.get(id);
  if (!entity) return id;
  if (entity.kind === "instrument") {
    const area = ctx.unit(entity.implements);
    return ctx.t("instrumentOf", { type: entity.type, area: area ? ctx.label(area).toLocaleLowerCase(ctx.lang) : entity.implements });
  }
  const name = ctx.pick(entity.titles)?.text ?? id;
  return entity.kind === "facet" ? name.charAt(0).toLocaleLowerCase(ctx.lang) + name.slice(1) : name;
}
