/** What can the style sheets of the page ask for? The custom states of the element, by `:state()`. A browser that does not know them does without. */

export class CustomStates<Name extends string> {
  readonly #states: CustomStateSet | undefined;

  /** `names`: all that there are. */
  constructor(host: HTMLElement, readonly names: readonly Name[]) {
    this.#states = globalThis.ElementInternals && host.attachInternals().states;
  }

  /** These and no others. */
  only(...now: Name[]): void {
    for (const name of this.names) this.set(name, now.includes(name));
  }

  set(name: Name, isSo: boolean): void {
    try {
      if (isSo) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // Before 2024 only names with dashes were allowed.
    }
  }
}
