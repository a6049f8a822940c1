// Written from the Rust type of the same name; not by hand.

/**
 * A hall.
 */
export type Hall = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Of which fair.
 */
fair_id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Metres from left to right.
 */
width: number, 
/**
 * Metres from back to front.
 */
depth: number, 
/**
 * Where on the front one comes in: metres from the left.
 */
entrance: number, };
