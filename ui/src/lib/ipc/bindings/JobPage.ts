// Written from the Rust type of the same name; not by hand.
import type { JobRow } from "./JobRow.ts";

/**
 * A page of applications.
 */
export type JobPage = { 
/**
 * How many fit.
 */
total: number, 
/**
 * The page.
 */
rows: Array<JobRow>, };
