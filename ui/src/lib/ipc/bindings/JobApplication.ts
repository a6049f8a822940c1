// Written from the Rust type of the same name; not by hand.
import type { JobState } from "./JobState.ts";

/**
 * An application at a fair.
 */
export type JobApplication = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Whose.
 */
visit_id: string, 
/**
 * For what.
 */
vacancy_id: string, 
/**
 * How far it has come.
 */
state: JobState, 
/**
 * Applied on.
 */
applied_on: string, 
/**
 * Papers good on.
 */
screened_on: string | null, 
/**
 * Interviewed on.
 */
interviewed_on: string | null, 
/**
 * Hired, or told no, on.
 */
decided_on: string | null, 
/**
 * Why not.
 */
reason: string | null, 
/**
 * First working day.
 */
starts_on: string | null, 
/**
 * Wage agreed, rupiah a month.
 */
wage: number | null, 
/**
 * The placement as the monthly reports count it.
 */
event_id: string | null, };
