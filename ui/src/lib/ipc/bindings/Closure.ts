// Written from the Rust type of the same name; not by hand.

/**
 * Days on which a room is closed (*ruang ditutup*).
 */
export type Closure = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Which room.
 */
room_id: string, 
/**
 * First day.
 */
from_on: string, 
/**
 * Last day.
 */
to_on: string, 
/**
 * Why.
 */
reason: string | null, };
