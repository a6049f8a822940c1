/**
 * A question that asks itself again: when a rune it read changes, and when the Rust side says that a table changed.
 * The store is on this machine, so there is no cache to invalidate: we just ask.
 */
import { hear, understood, type Fault, type Refusal } from "./ipc/call.ts";

export interface Live<T> {
  /** The last answer; kept while the next one is on its way, so that the screen does not blink. */
  readonly value: T | undefined;
  readonly error: Refusal | Fault | undefined;
  readonly loading: boolean;
  /** Grows with every answer: hand it to a Grid so that it asks for its rows again. */
  readonly version: number;
  again(): void;
}

/** Call it while a component is being made. Without `tables`, every change asks again. */
export function live<T>(ask: () => Promise<T>, tables: readonly string[] = []): Live<T> {
  let value = $state.raw<T>();
  let error = $state.raw<Refusal | Fault>();
  let loading = $state(true);
  let version = $state(0);
  let rounds = $state(0);
  let latest = 0;

  $effect(() => {
    void rounds;
    const mine = ++latest;
    loading = true;
    ask().then(
      (answer) => settle(mine, () => ((value = answer), (error = undefined))),
      (thrown) => settle(mine, () => (error = understood(thrown))),
    );
  });

  // An older question may be answered last; its answer is dropped.
  function settle(mine: number, take: () => void) {
    if (mine !== latest) return;
    take();
    loading = false;
    version += 1;
  }

  $effect(() => onChanged(tables, () => (rounds += 1)));

  return {
    get value() { return value; },
    get error() { return error; },
    get loading() { return loading; },
    get version() { return version; },
    again() { rounds += 1; },
  };
}

/** Runs `then` whenever one of the tables changed. Returns the way to stop. */
export function onChanged(tables: readonly string[], then: () => void): () => void {
  return hear<{ tables: string[] }>("changed", ({ tables: touched }) => {
    if (tables.length === 0 || touched.some((table) => tables.includes(table))) then();
  });
}
