/** What the list is asked: its filters as they stand in the address, in a saved view and on the wire. */
import { formatDay, type Zone } from "../../lib/date.ts";
import { t } from "../../lib/i18n.svelte.ts";
import type { PeopleQuery } from "../../lib/ipc/bindings/PeopleQuery.ts";
import type { PeopleSort } from "../../lib/ipc/bindings/PeopleSort.ts";
import { codeWord, EDUCATIONS, EMPLOYMENTS, SEXES } from "./words.ts";

/** Every filter as text, empty when it does not filter. */
export const FILTERS = ["sex", "education", "employment", "region", "regionName", "disability", "from", "to"] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Record<FilterName, string>;

export const NO_FILTERS: Filters = { sex: "", education: "", employment: "", region: "", regionName: "", disability: "", from: "", to: "" };

/** Reads filters from an address or a saved view; what is not understood does not filter. */
export function readFilters(from: Record<string, unknown>): Filters {
  const text = (name: FilterName) => (typeof from[name] === "string" ? (from[name] as string) : "");
  const oneOf = (name: FilterName, known: readonly string[]) => (known.includes(text(name)) ? text(name) : "");
  const day = (name: FilterName) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : "");
  const region = /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/.test(text("region")) ? text("region") : "";
  return {
    sex: oneOf("sex", SEXES),
    education: oneOf("education", EDUCATIONS),
    employment: oneOf("employment", EMPLOYMENTS),
    region,
    regionName: region && text("regionName"),
    disability: oneOf("disability", ["yes", "no"]),
    from: day("from"),
    to: day("to"),
  };
}

export const sameFilters = (a: Filters, b: Filters): boolean => FILTERS.every((name) => name === "regionName" || a[name] === b[name]);
export const anyFilter = (filters: Filters): boolean => !sameFilters(filters, NO_FILTERS);

/** A saved view keeps only what filters. */
export const viewQuery = (filters: Filters): string => JSON.stringify(Object.fromEntries(Object.entries(filters).filter(([, value]) => value)));

export function readView(query: string): Filters {
  try {
    const parsed: unknown = JSON.parse(query);
    return readFilters(parsed && typeof parsed === "object" ? (parsed as Record<string, unknown>) : {});
  } catch {
    return NO_FILTERS;
  }
}

/** One chip for each filter. */
export function filterChips(filters: Filters): { id: FilterName; label: string }[] {
  const chip = (id: FilterName, label: string) => ({ id, label });
  return [
    ...(filters.sex ? [chip("sex", codeWord("sex", filters.sex))] : []),
    ...(filters.education ? [chip("education", codeWord("education", filters.education))] : []),
    ...(filters.employment ? [chip("employment", codeWord("employment", filters.employment))] : []),
    ...(filters.region ? [chip("region", filters.regionName || filters.region)] : []),
    ...(filters.disability ? [chip("disability", t(filters.disability === "yes" ? "people.list.withDisability" : "people.list.withoutDisability"))] : []),
    ...(filters.from ? [chip("from", `${t("people.list.from")} ${formatDay(filters.from)}`)] : []),
    ...(filters.to ? [chip("to", `${t("people.list.to")} ${formatDay(filters.to)}`)] : []),
  ];
}

const ZONE_HOURS: Record<Zone, string> = { WIB: "+07:00", WITA: "+08:00", WIT: "+09:00" };

/** The last moment of a day at the office, in UTC. */
export function endOfDay(day: string, zone: Zone): string {
  return new Date(`${day}T23:59:59${ZONE_HOURS[zone]}`).toISOString();
}

export interface ListSort { key: string; descending: boolean }
const SORTS: Record<string, PeopleSort> = { full_name: "name", birth_on: "birth", created_on: "newest" };

export function peopleQuery(filters: Filters, sort: ListSort | undefined, asOf: string | undefined, offset: number, count: number): PeopleQuery {
  const by = SORTS[sort?.key ?? ""] ?? "newest";
  const none = (text: string) => text || null;
  return {
    sex: none(filters.sex) as PeopleQuery["sex"],
    education: none(filters.education) as PeopleQuery["education"],
    employment: none(filters.employment) as PeopleQuery["employment"],
    region: none(filters.region),
    disability: filters.disability ? filters.disability === "yes" : null,
    from: none(filters.from),
    to: none(filters.to),
    as_of: asOf ?? null,
    sort: by,
    // On the wire "newest" goes from the youngest; in the grid a rising day goes from the oldest.
    descending: sort ? (by === "newest" ? !sort.descending : sort.descending) : false,
    offset,
    count,
  };
}
