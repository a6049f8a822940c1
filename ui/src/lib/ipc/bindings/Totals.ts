// Written from the Rust type of the same name; not by hand.

/**
 * How many rows have each verdict.
 */
export type Totals = { 
/**
 * All rows.
 */
rows: number, 
/**
 * Taken as they are.
 */
accept: number, 
/**
 * Taken when the clerk agrees.
 */
warn: number, 
/**
 * Not taken.
 */
reject: number, };
