// Written from the Rust type of the same name; not by hand.
import type { Shift } from "./Shift.ts";

/**
 * Days on which a shift, or the batches of one pattern, follow another pattern (*masa pola*): Ramadan.
 */
export type Season = { 
/**
 * The row's id.
 */
id: string, 
/**
 * `Ramadan 1448 H`.
 */
name: string, 
/**
 * For which shift.
 */
shift: Shift, 
/**
 * Only for batches of this pattern; `None`: for all of the shift.
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
 * The days are not certain yet: they hang on the moon.
 */
estimated: boolean, 
/**
 * Taken back since.
 */
retired_at: string | null, };
