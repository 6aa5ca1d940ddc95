/** How do the address of the page and the reader's place stay the same? One element keeps each part of the address; others wait until it has gone. */

import { PARTS, written } from "./router.js";
import type { DeepLink, Part, Place } from "./router.js";
import type { State, UiLang } from "./state.js";

/** Whose place the address keeps. */
export interface Visitor {
  /** The language that an address need not name. */
  readonly usual: () => UiLang;
  /** Whether something here has an id, as far as is known. */
  readonly has: (id: string) => boolean;
  /** Back, Forward, or a link to another place on this page. */
  readonly arrive: () => void;
  /** The element that had the address has gone. */
  readonly inherit: () => void;
}

/** Who keeps which part of the address; a page has only one of each. */
const owners = new Map<DeepLink, Address>();

/** Who else would, in the order in which they asked. */
const waiting = new Map<Visitor, DeepLink>();

/**
 * Keeps the address in step with the state. What is typed replaces the current entry; what is committed (Enter, a
 * filter, an opened card) becomes an entry of its own, and the entry before it gets back the address it had.
 */
export class Address {
  readonly #kind: DeepLink;
  readonly #part: Part;
  #committed: string;
  /** What of it was written or found last, and how many entries the history had then. */
  #known: string;
  #length = history.length;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes what was put off; and that, if a program set it. */
  #put: (() => void) | undefined;
  #set: string | undefined;
  /** Where that was. */
  #place = "";

  private constructor(kind: DeepLink, readonly start: State, readonly visitor: Visitor) {
    this.#kind = kind;
    this.#part = PARTS[kind];
    this.#committed = this.#known = this.#part.now();
    addEventListener("popstate", visitor.arrive);
  }

  /**
   * Takes a part of the address until `stop`; `undefined` if another element has it: then the visitor inherits it once that has gone, unless
   * {@link leave} is called. `start`: the place that the page begins with, which an address names by saying nothing.
   */
  static take(kind: DeepLink, start: State, visitor: Visitor): Address | undefined {
    if (owners.has(kind)) {
      waiting.set(visitor, kind);
      return undefined;
    }
    const address = new Address(kind, start, visitor);
    owners.set(kind, address);
    return address;
  }

  /** Waits no more. */
  static leave(visitor: Visitor): void {
    waiting.delete(visitor);
  }

  /** The place that the address names now, unless by saying nothing. */
  linked(): Place | undefined {
    return this.#part.now() === "" ? undefined : this.named();
  }

  /** The place that the address names now; `undefined` if that part of it is somebody else's. */
  named(): Place | undefined {
    const now = this.#part.now();
    if (now === "") return { ...this.start, lang: undefined };
    const place = this.#part.read(now);
    return place && this.isBare(place.open) && !this.visitor.has(place.open) ? undefined : place;
  }

  /** Whether it is a fragment of nothing but this id: the page's own, if nothing here has it. */
  isBare(id: string): boolean {
    return this.#part.now() === `#${id}`;
  }

  /** Whether the page went to a fragment of its own (or to `#`, its top) before what was typed last was written, or where it leaves nothing else: then our place is written again. */
  isPassedBy(state: State): boolean {
    const isTop = this.#kind === "hash" && location.href.endsWith("#");
    const isPending = this.#put !== undefined && this.#part.now() === this.#known;
    if (!isTop && !isPending) return false;
    this.#drop();
    this.#write("replaceState", this.#text(state));
    this.#committed = this.#known;
    return true;
  }

  /** `how`: what a reader types is not what the entry keeps; what a program sets is. */
  replace(state: State, how: "typed" | "set"): void {
    clearTimeout(this.#timer);
    this.#place = this.#here;
    const text = this.#text(state);
    this.#set = how === "set" ? text : undefined;
    this.#put = () => {
      this.#write("replaceState", text);
      if (how === "set") this.#committed = this.#known;
    };
    // Browsers allow about a hundred changes in half a minute: wait for a pause in the typing.
    this.#timer = setTimeout(() => {
      this.#flush();
    }, 250);
  }

  commit(state: State): void {
    const text = this.#text(state);
    // What a program set a moment ago belongs to the entry that is left, unless it is this very place; what was typed does not.
    if (this.#set !== undefined && this.#set !== text) this.#flush();
    else this.#drop();
    // The page has gone on by itself: that entry is its own.
    if (this.#part.now() !== this.#known || history.length !== this.#length) this.#committed = this.#part.now();
    if (text === this.#committed) {
      if (this.#part.now() !== text) this.#write("replaceState", text);
      return;
    }
    if (this.#part.now() !== this.#committed) this.#write("replaceState", this.#committed);
    this.#write("pushState", text);
    this.#committed = text;
  }

  /** The reader went Back or Forward, or followed a link. */
  arrived(): void {
    this.#drop();
    this.#committed = this.#part.now();
    this.#look();
  }

  /** What was typed last is in the address when the element comes back. */
  stop(): void {
    removeEventListener("popstate", this.visitor.arrive);
    this.#flush();
    owners.delete(this.#kind);
    // Not in the midst of a move.
    setTimeout(() => {
      const next = [...waiting].find(([, kind]) => kind === this.#kind)?.[0];
      if (!next || owners.has(this.#kind)) return;
      waiting.delete(next);
      next.inherit();
    });
  }

  #text(state: State): string { return written(this.#kind, state, this.visitor.usual(), this.start); }

  /** All of the address: pages of an application can differ in any part of it. */
  get #here(): string { return this.#part.address("") + this.#part.now(); }

  /** Writes what was put off, but not into the address of another page to which an application has gone in the meantime. */
  #flush(): void {
    const put = this.#put;
    this.#drop();
    if (this.#here === this.#place) put?.();
  }

  #drop(): void {
    this.#put = undefined;
  }

  #look(): void {
    this.#known = this.#part.now();
    this.#length = history.length;
  }

  #write(how: "pushState" | "replaceState", text: string): void {
    // Who keeps another part of the address is still on the same page afterwards.
    const here = [...owners.values()].filter((owner) => owner.#place === owner.#here);
    try {
      history[how](history.state, "", this.#part.address(text));
      this.#look();
      for (const owner of here) owner.#place = owner.#here;
    } catch {
      // Refused in a sandboxed frame or when there are too many changes: the page works without.
    }
  }
}
