// Written from the Rust type of the same name; not by hand.
import type { ReportState } from "./ReportState.ts";

/**
 * A report with what it is today.
 */
export type ReportLine = { 
/**
 * Which report, from 1.
 */
slot: number, 
/**
 * When it falls due.
 */
due_on: string, 
/**
 * When it was made.
 */
reported_on: string | null, 
/**
 * What it is today.
 */
state: ReportState, 
/**
 * Days past its day: of a late report until it was made, of a due one until today; else 0.
 */
days_late: number, };
