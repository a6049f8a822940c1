/** How many rows each saved view of a list holds, for the badge beside its name. */
import type { SavedView } from "./ipc/bindings/SavedView.ts";
import { live } from "./live.svelte.ts";

/** Call it while a component is being made. The views are counted one after the other, so that the list itself comes first. */
export function viewCounts(views: () => readonly SavedView[], count: (query: string) => Promise<number>, tables: readonly string[]): (id: string) => number | undefined {
  const counts = live(async () => {
    const found = new Map<string, number>();
    for (const view of views()) found.set(view.id, await count(view.query));
    return found;
  }, tables);
  return (id) => counts.value?.get(id);
}
