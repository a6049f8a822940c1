// Written from the Rust type of the same name; not by hand.

/**
 * Lessons of a programme.
 */
export type JpTotals = { 
/**
 * Theory.
 */
theory: number, 
/**
 * Practice.
 */
practice: number, 
/**
 * On the job.
 */
ojt: number, 
/**
 * All.
 */
total: number, };
