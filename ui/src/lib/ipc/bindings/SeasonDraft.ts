// Written from the Rust type of the same name; not by hand.
import type { Shift } from "./Shift.ts";

/**
 * A season to save.
 */
export type SeasonDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * `Ramadan 1448 H`.
 */
name: string, 
/**
 * For which shift.
 */
shift: Shift, 
/**
 * Only for batches of this pattern; its shift counts then.
 */
instead_of_id: string | null, 
/**
 * The pattern that holds then.
 */
pattern_id: string, 
/**
 * First day.
 */
from_on: string, 
/**
 * Last day.
 */
to_on: string, 
/**
 * The days are not certain yet.
 */
estimated: boolean, };
