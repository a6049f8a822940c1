// Written from the Rust type of the same name; not by hand.

/**
 * Which units to show.
 */
export type UnitQuery = { 
/**
 * Part of a code or a title; empty: all.
 */
text: string, 
/**
 * Also superseded ones.
 */
retired: boolean, 
/**
 * At most so many.
 */
limit: number, };
