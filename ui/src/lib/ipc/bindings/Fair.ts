// Written from the Rust type of the same name; not by hand.
import type { FairKind } from "./FairKind.ts";
import type { Organiser } from "./Organiser.ts";

/**
 * A job fair.
 */
export type Fair = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How it is held.
 */
kind: FairKind, 
/**
 * Who organises it.
 */
organiser: Organiser, 
/**
 * Their name, when it is not this office.
 */
organiser_name: string | null, 
/**
 * Number of the approval, for those who need one.
 */
approval: string | null, 
/**
 * First day.
 */
starts_on: string, 
/**
 * Last day.
 */
ends_on: string, 
/**
 * Where.
 */
place: string | null, 
/**
 * Most people inside at once.
 */
capacity: number | null, 
/**
 * Most people let in within half an hour.
 */
per_half_hour: number | null, 
/**
 * Companies hoped for.
 */
companies_planned: number | null, 
/**
 * Placements hoped for.
 */
hires_planned: number | null, 
/**
 * Days after the end within which companies report.
 */
report_days: number, 
/**
 * A remark.
 */
note: string | null, 
/**
 * Taken out since.
 */
retired_at: string | null, };
