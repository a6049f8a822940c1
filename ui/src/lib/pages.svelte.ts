/**
 * The rows of a long list, fetched by the page. A list that changed keeps showing its old rows until the new ones are here,
 * and a page that flew by while scrolling is not asked for.
 */
import { SvelteMap } from "svelte/reactivity";
import { PAGE, pagesOf } from "./virtual.ts";

export type AskRows<Row> = (start: number, count: number) => Promise<Row[]>;
const PAGES_KEPT = 40;
const SETTLE_MS = 40;

export class Pages<Row> {
  #held = new SvelteMap<number, Row[]>();
  #asked = new Set<number>();
  #epoch = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ask: () => AskRows<Row>;
  failed = $state(false);

  constructor(ask: () => AskRows<Row>) {
    this.#ask = ask;
  }

  row(index: number): Row | undefined {
    return this.#held.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Asks for these rows soon; a later call before that replaces this one. */
  need(first: number, count: number): void {
    clearTimeout(this.#timer);
    const missing = () => pagesOf(first, count).filter((page) => !this.#asked.has(page));
    if (missing().length === 0) return;
    this.#timer = setTimeout(() => missing().forEach((page) => void this.#fetch(page)), this.#asked.size === 0 ? 0 : SETTLE_MS);
  }

  /** The rows from `first` to `last`, waiting for those not here yet. */
  async range(first: number, last: number): Promise<Row[]> {
    const pages = pagesOf(first, last - first + 1);
    await Promise.all(pages.map((page) => (this.#held.has(page) ? undefined : this.#fetch(page))));
    const found: Row[] = [];
    for (let at = first; at <= last; at++) {
      const row = this.row(at);
      if (row !== undefined) found.push(row);
    }
    return found;
  }

  renew(): void {
    this.#epoch += 1;
    this.#asked.clear();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #fetch(page: number): Promise<void> {
    const epoch = this.#epoch;
    this.#asked.add(page);
    try {
      const rows = await this.#ask()(page * PAGE, PAGE);
      if (epoch !== this.#epoch) return;
      this.failed = false;
      this.#held.delete(page);
      this.#held.set(page, rows);
      // The oldest page goes first; a Map keeps the order of arrival.
      for (const old of this.#held.keys()) {
        if (this.#held.size <= PAGES_KEPT) break;
        this.#held.delete(old);
        this.#asked.delete(old);
      }
    } catch {
      if (epoch !== this.#epoch) return;
      this.#asked.delete(page);
      this.failed = true;
    }
  }
}
