// Written from the Rust type of the same name; not by hand.
import type { FairKind } from "./FairKind.ts";
import type { Organiser } from "./Organiser.ts";
import type { SessionLine } from "./SessionLine.ts";

/**
 * A fair as typed.
 */
export type FairDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
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
 * Their name.
 */
organiser_name: string, 
/**
 * Number of the approval.
 */
approval: string, 
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
place: string, 
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
 * Days within which companies report.
 */
report_days: number, 
/**
 * A remark.
 */
note: string, 
/**
 * Its sessions; none: open all day.
 */
sessions: Array<SessionLine>, };
