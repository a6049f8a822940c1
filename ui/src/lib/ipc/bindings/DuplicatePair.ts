// Written from the Rust type of the same name; not by hand.
import type { Lookalike } from "./Lookalike.ts";
import type { Reason } from "./Reason.ts";

/**
 * Two rows that may be one person.
 */
export type DuplicatePair = { 
/**
 * The older row.
 */
a: Lookalike, 
/**
 * The younger row.
 */
b: Lookalike, 
/**
 * How alike, 1 to 100.
 */
score: number, 
/**
 * Why.
 */
reasons: Array<Reason>, };
