// Written from the Rust type of the same name; not by hand.

/**
 * A hall to fill with booths of one size.
 */
export type BoothRows = { 
/**
 * Metres from left to right.
 */
width: number, 
/**
 * Metres from back to front.
 */
depth: number, 
/**
 * Metres of a booth.
 */
booth_width: number, 
/**
 * Metres of a booth.
 */
booth_depth: number, 
/**
 * Metres of an aisle.
 */
aisle: number, };
