/** What these screens know of officers and regions. */
import { SvelteMap } from "svelte/reactivity";
import { call } from "../../lib/ipc/call.ts";
import { live } from "../../lib/live.svelte.ts";

/** Names of officers by their id. */
export function officersNow() {
  const list = live(() => call("officer_list"), ["officer"]);
  const names = $derived(new Map((list.value ?? []).map((card) => [card.id, card.full_name])));
  return (id: string | null): string | undefined => (id ? names.get(id) : undefined);
}

const places = new SvelteMap<string, string>();
const asked = new Set<string>();

/** A region's code in words: empty until the answer is there, then it comes by itself. */
export function placeOf(code: string): string {
  if (!asked.has(code)) {
    asked.add(code);
    call("region_path", code).then(
      (path) => places.set(code, path ? [path.village, path.district, path.regency].filter(Boolean).join(", ") || path.province : code),
      () => asked.delete(code),
    );
  }
  return places.get(code) ?? "";
}
