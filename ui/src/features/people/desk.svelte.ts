/** What these screens know of the office, its officers and its regions. */
import { SvelteMap } from "svelte/reactivity";
import { todayHere, type Zone } from "../../lib/date.ts";
import { call } from "../../lib/ipc/call.ts";
import type { Right } from "../../lib/ipc/bindings/Right.ts";
import { live } from "../../lib/live.svelte.ts";

/** Call it while a component is being made. */
export function officeNow() {
  const status = live(() => call("office_status"), ["office"]);
  return {
    get zone(): Zone { return (status.value?.office?.zone ?? "WIB") as Zone; },
    get today(): string { return status.value?.today ?? todayHere(); },
    get regency(): string | undefined { return status.value?.office?.regency_code; },
    /** Until the answer is there, nothing is offered that may be refused. */
    may: (right: Right): boolean => status.value?.session?.rights.includes(right) ?? false,
  };
}

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
