// Written from the Rust type of the same name; not by hand.
import type { Season } from "./Season.ts";

/**
 * A season with the names of its patterns.
 */
export type SeasonRow = { 
/**
 * The season.
 */
season: Season, 
/**
 * The pattern that holds.
 */
pattern: string, 
/**
 * The only pattern that it goes before; `None`: all of the shift.
 */
instead_of: string | null, };
