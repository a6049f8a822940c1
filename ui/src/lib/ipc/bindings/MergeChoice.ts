// Written from the Rust type of the same name; not by hand.

/**
 * What a person chose, side by side.
 */
export type MergeChoice = { 
/**
 * One of the two.
 */
a: string, 
/**
 * The other.
 */
b: string, 
/**
 * Fields whose value comes from `b`; all others come from `a`.
 */
from_b: Array<string>, 
/**
 * Why they were thought the same, codes.
 */
reasons: Array<string>, };
