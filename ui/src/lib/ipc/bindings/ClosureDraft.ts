// Written from the Rust type of the same name; not by hand.

/**
 * Days on which a room is closed, to save.
 */
export type ClosureDraft = { 
/**
 * `None`: new days.
 */
id: string | null, 
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
