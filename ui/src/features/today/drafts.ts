/** Where a kept draft is gone on with, and whose it is. */
import type { Draft } from "../../lib/ipc/bindings/Draft.ts";
import { hashOf } from "../../lib/route.svelte.ts";

/** Undefined for a form that no screen here opens. */
export function placeOf(draft: Draft): string | undefined {
  if (draft.form === "rows") {
    const intake = valueOf(draft, "intake");
    return intake && hashOf(`/training/${intake}/rows`);
  }
  if (draft.form !== "person") return undefined;
  const id = valueOf(draft, "id");
  return hashOf(id ? `/people/${id}/edit` : "/people/new");
}

export const nameOf = (draft: Draft): string => valueOf(draft, "full_name") ?? "";

function valueOf(draft: Draft, field: string): string | undefined {
  try {
    const value = (JSON.parse(draft.data) as Record<string, unknown>)[field];
    return typeof value === "string" && value ? value : undefined;
  } catch {
    return undefined;
  }
}
