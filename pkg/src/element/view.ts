/** What is a view? One way of looking at the same answer; the views differ in what they list. */

import type { SearchAnswer } from "../types.js";
import type { Counted } from "./facets.js";
import type { Pages } from "./pages.js";
import type { State } from "./state.js";
import type { Key } from "./strings.js";

/** How much a view shows. */
export interface Found {
  n: number;
  /** The message that counts it; "results" if absent. */
  noun?: Key;
  /** A second sentence. */
  detail?: string | undefined;
  /** What is shown in place of the number as long as nothing is searched for. */
  overview?: string;
  /** How many of `n` are documents of the portal's own. */
  documents?: number;
  /** There are more entries than those that were made. */
  isCut?: boolean;
}

/** Something that can be opened and to which the focus can go. */
export interface Target {
  readonly root: HTMLElement;
  readonly heading: HTMLElement;
  setOpen(open: boolean): void;
}

export interface View {
  readonly root: HTMLElement;
  /** The lists of which a page is shown at a time. */
  readonly pages: readonly Pages[];
  /** `most`: so many cards are enough for now; a view may make all. */
  update(state: State, answer: SearchAnswer, most?: number): Found;
  /** How often each value of a facet occurs, where that is not for the search to say. */
  count?(state: State, answer: SearchAnswer): readonly Counted[];
  card(id: string): Target | undefined;
}
