/** What filters a list of applications: in the address, in a saved view, on the wire. */
import type { ApplicationOrder } from "../../lib/ipc/bindings/ApplicationOrder.ts";
import type { ApplicationQuery } from "../../lib/ipc/bindings/ApplicationQuery.ts";
import type { ApplicationSource } from "../../lib/ipc/bindings/ApplicationSource.ts";
import type { ApplicationState } from "../../lib/ipc/bindings/ApplicationState.ts";
import { t } from "../../lib/i18n.svelte.ts";
import { codeWord, STATES } from "./words.ts";

export interface Filters { states: string; source: string; lacking: string; wishes: string; text: string }
export type FilterName = keyof Filters;
export const NO_FILTERS: Filters = { states: "", source: "", lacking: "", wishes: "", text: "" };
export const SOURCES: readonly ApplicationSource[] = ["LOKET", "BARIS", "IMPOR"];

export const statesOf = (filters: Filters): ApplicationState[] => STATES.filter((state) => filters.states.split(",").includes(state));

/** What is not understood does not filter. */
export function readFilters(from: Record<string, unknown>): Filters {
  const text = (name: FilterName) => (typeof from[name] === "string" ? (from[name] as string) : "");
  return {
    states: statesOf({ ...NO_FILTERS, states: text("states") }).join(","),
    source: SOURCES.some((one) => one === text("source")) ? text("source") : "",
    lacking: text("lacking") ? "yes" : "",
    wishes: text("wishes") ? "yes" : "",
    text: text("text"),
  };
}

export function readView(query: string): Filters {
  try {
    const parsed: unknown = JSON.parse(query);
    return readFilters(parsed && typeof parsed === "object" ? (parsed as Record<string, unknown>) : {});
  } catch {
    return NO_FILTERS;
  }
}

export const viewQuery = (filters: Filters): string => JSON.stringify(Object.fromEntries(Object.entries(filters).filter(([, value]) => value)));
export const sameFilters = (a: Filters, b: Filters): boolean => (Object.keys(NO_FILTERS) as FilterName[]).every((name) => a[name] === b[name]);

export function filterChips(filters: Filters): { id: string; label: string }[] {
  return [
    ...statesOf(filters).map((state) => ({ id: `state-${state}`, label: codeWord("application_state", state) })),
    ...(filters.source ? [{ id: "source", label: codeWord("application_source", filters.source) }] : []),
    ...(filters.lacking ? [{ id: "lacking", label: t("application.list.lacking") }] : []),
    ...(filters.wishes ? [{ id: "wishes", label: t("application.list.wishes") }] : []),
  ];
}

/** The filters without the one whose chip was taken away. */
export function without(filters: Filters, chip: string): Filters {
  if (!chip.startsWith("state-")) return { ...filters, [chip]: "" };
  return { ...filters, states: statesOf(filters).filter((state) => `state-${state}` !== chip).join(",") };
}

const ORDERS: Record<string, ApplicationOrder> = { number: "number", name: "name", programme: "programme", state: "state", applied: "applied", since: "since" };

export function applicationQuery(filters: Filters, intake: string | null, sort: { key: string; descending: boolean } | undefined, offset: number, limit: number): ApplicationQuery {
  return {
    intake_id: intake,
    programme_id: null,
    wishes: intake === null && filters.wishes !== "",
    states: statesOf(filters),
    source: (filters.source || null) as ApplicationSource | null,
    lacking: filters.lacking !== "",
    from: null,
    until: null,
    text: filters.text.trim(),
    order: ORDERS[sort?.key ?? ""] ?? "entered",
    descending: sort?.descending ?? false,
    offset,
    limit,
  };
}
