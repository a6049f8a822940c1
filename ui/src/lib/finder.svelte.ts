/** What a word finds in several sources, and which of it is meant. Sources answer when they can; an older answer is dropped. */
import type { Component } from "svelte";

export interface PaletteItem { id: string; label: string; detail?: string; keys?: string; icon?: Component<{ size?: number | string }>; run: () => void }
export interface PaletteSource { id: string; title: string; search: (query: string) => PaletteItem[] | Promise<PaletteItem[]> }

export class Finder {
  #sources: () => readonly PaletteSource[];
  #found = $state.raw<Record<string, PaletteItem[]>>({});
  #at = $state(0);
  #asked = 0;
  /** Every source has answered what was asked last. */
  #settled: Promise<unknown> = Promise.resolve();
  /** The arrows were used since the last letter: what is marked then is meant, whatever comes in later. */
  #steered = false;

  groups = $derived.by(() => this.#sources().map((source) => ({ ...source, items: this.#found[source.id] ?? [] })).filter((group) => group.items.length > 0));
  all = $derived(this.groups.flatMap((group) => group.items));
  marked = $derived(this.all[this.#at]);

  constructor(sources: () => readonly PaletteSource[]) {
    this.#sources = sources;
  }

  clear(): void {
    this.#found = {};
  }

  ask(text: string): void {
    const mine = ++this.#asked;
    this.#steered = false;
    this.#settled = Promise.all(this.#sources().map(async (source) => {
      const items = await Promise.resolve(source.search(text)).catch(() => []);
      if (mine !== this.#asked) return;
      const meant = this.#steered ? this.marked?.id : undefined;
      this.#found = { ...this.#found, [source.id]: items };
      this.#at = Math.max(0, this.all.findIndex((item) => item.id === meant));
    }));
  }

  /** Marks the one so many further on; a single step goes round, a page stops at the end. */
  steer(by: number): void {
    const count = this.all.length;
    if (count === 0) return;
    this.#steered = true;
    this.#at = Math.abs(by) === 1 ? (this.#at + by + count) % count : Math.max(0, Math.min(count - 1, this.#at + by));
  }

  mark(item: PaletteItem): void {
    this.#at = this.all.indexOf(item);
  }

  /** What Enter means: right after the last letter that is what all letters find, not what stood there before. */
  async meant(): Promise<PaletteItem | undefined> {
    for (let waited = -1; !this.#steered && waited !== this.#asked; await this.#settled) waited = this.#asked;
    return this.marked;
  }
}
