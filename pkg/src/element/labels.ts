/** How are the codes of the model called in the interface? */

import type { Alias, Modality, OutsideFact, RelationType } from "../types.js";
import type { Context } from "./context.js";
import type { Child } from "./h.js";
import type { FilterName } from "./state.js";
import type { Key } from "./strings.js";
import { inLanguage, titleOf } from "./words.js";

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

/** From what the Council decides itself to what it leaves open. */
export const MODALITY_LABELS: Readonly<Record<Modality, Key>> = {
  decision: "modalityDecision",
  mandate: "modalityMandate",
  must: "modalityMust",
  will: "modalityWill",
  should: "modalityShould",
  request: "modalityRequest",
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
  "operative-paragraph": "operativeParagraph",
  "guiding-principle": "guidingPrinciple",
  priority: "priority",
  "sub-priority": "subPriority",
  "horizontal-threat": "horizontalThreat",
};

/** The name of a value of a facet. */
export function valueLabel(ctx: Context, facet: FilterName, value: string): Child {
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
      return key === undefined ? value : capital(ctx.t(key));
    }
    case "deadline":
      return ctx.t(value === "yes" ? "withDeadline" : "withoutDeadline");
    default:
      return titleOf(ctx, `${facet}:${value}`);
  }
}

export function actorName(ctx: Context, id: string): Child {
  return inLanguage(ctx, ctx.titleLang(id), capital(ctx.title(id)));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name of anything that a relation can lead to. */
export function entityName(ctx: Context, id: string, where: "in a sentence" | "at its beginning"): Child {
  const entity = ctx.entity(id);
  if (!entity) return id;
  const cased = (text: string): string => (where === "in a sentence" ? text : capital(text));
  if (entity.kind === "instrument") {
    const area = ctx.unit(entity.implements);
    return cased(ctx.t("instrumentOf", { type: entity.type, area: area ? ctx.inSentence(ctx.label(area)) : entity.implements }));
  }
  const name = ctx.title(id);
  return inLanguage(ctx, ctx.titleLang(id), cased(entity.kind === "facet" ? name.charAt(0).toLowerCase() + name.slice(1) : name));
}
