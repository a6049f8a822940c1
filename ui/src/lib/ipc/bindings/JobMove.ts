// Written from the Rust type of the same name; not by hand.
import type { JobState } from "./JobState.ts";

/**
 * A step of an application.
 */
export type JobMove = { 
/**
 * Which.
 */
id: string, 
/**
 * Where to.
 */
to: JobState, 
/**
 * On which day; `None`: today.
 */
on: string | null, 
/**
 * Why not.
 */
reason: string, 
/**
 * First working day, of one who is hired.
 */
starts_on: string | null, 
/**
 * Wage agreed.
 */
wage: number | null, };
