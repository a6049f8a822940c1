// Written from the Rust type of the same name; not by hand.

/**
 * One look or hand-out (*pembukaan data*). Never changed.
 */
export type Disclosure = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Of whom.
 */
person_id: string, 
/**
 * By whom.
 */
officer_id: string, 
/**
 * Which field, or `export`.
 */
field: string, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: string, };
