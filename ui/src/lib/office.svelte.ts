/** What any screen may know of the office: its day, its zone, and what the officer may do. */
import { todayHere, type Zone } from "./date.ts";
import { call } from "./ipc/call.ts";
import type { OfficeStatus } from "./ipc/bindings/OfficeStatus.ts";
import type { Right } from "./ipc/bindings/Right.ts";
import { live } from "./live.svelte.ts";

/** What the last screen heard, so that the next one does not begin without its buttons. */
let last: OfficeStatus | undefined;

/** Call it while a component is being made. */
export function officeNow() {
  const asked = live(async () => (last = await call("office_status")), ["office", "officer"]);
  const status = { get value() { return asked.value ?? last; } };
  return {
    get zone(): Zone { return (status.value?.office?.zone ?? "WIB") as Zone; },
    get today(): string { return status.value?.today ?? todayHere(); },
    get regency(): string | undefined { return status.value?.office?.regency_code; },
    get ready(): boolean { return status.value !== undefined; },
    /** Until there is an answer, nothing is offered that may be refused. */
    may: (right: Right): boolean => status.value?.session?.rights.includes(right) ?? false,
  };
}
