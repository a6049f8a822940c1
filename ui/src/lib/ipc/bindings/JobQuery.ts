// Written from the Rust type of the same name; not by hand.
import type { JobState } from "./JobState.ts";

/**
 * Applications to look for.
 */
export type JobQuery = { 
/**
 * At which fair.
 */
fair_id: string, 
/**
 * Of one visitor.
 */
visit: string | null, 
/**
 * That have come so far.
 */
state: JobState | null, 
/**
 * A part of a name, a post or a company.
 */
text: string, 
/**
 * From which on.
 */
offset: number, 
/**
 * How many.
 */
count: number, };
