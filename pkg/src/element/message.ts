/** What does a language file hold? The type that all of them keep; the keys are those of the Dutch one. */

import type nl from "./languages/nl.js";

/** One wording for each category that `Intl.PluralRules` knows in the language, no more and no less. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
/** A sentence with blanks (`{n}`, `{query}`), or several of them that the number `n` chooses from. */
export type Message = string | Plural;

export type Key = keyof typeof nl;

/** Every message of the interface. What has no plural in Dutch has none anywhere; an abbreviation may do without. */
export type Messages = Readonly<{ [K in Key]: (typeof nl)[K] extends string ? string : Message }>;
