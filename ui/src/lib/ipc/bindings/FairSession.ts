// Written from the Rust type of the same name; not by hand.

/**
 * A span of one day of a fair, with the people it may take.
 */
export type FairSession = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Of which fair.
 */
fair_id: string, 
/**
 * On which day.
 */
day_on: string, 
/**
 * From.
 */
from_time: string, 
/**
 * Until.
 */
to_time: string, 
/**
 * Most tickets.
 */
quota: number | null, };
