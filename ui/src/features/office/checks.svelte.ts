/** What is wrong in a form: said of a field once it was left, and of all fields once saving was tried. */
import { tick } from "svelte";

export class Checks<K extends string> {
  #left = $state<Partial<Record<K, true>>>({});
  #tried = $state(false);

  constructor(private readonly rules: () => Partial<Record<K, string | undefined>>) {}

  said(name: K): string | undefined {
    return this.#tried || this.#left[name] ? this.rules()[name] : undefined;
  }

  leave(name: K): void {
    this.#left[name] = true;
  }

  /** Whether all is well; otherwise the first field that is not has the focus. */
  async pass(form: HTMLElement | undefined): Promise<boolean> {
    this.#tried = true;
    if (Object.values(this.rules()).every((problem) => !problem)) return true;
    await tick();
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong?.matches("input,select,textarea") ? wrong : wrong?.querySelector<HTMLElement>("input"))?.focus();
    return false;
  }

  reset(): void {
    this.#left = {};
    this.#tried = false;
  }
}
