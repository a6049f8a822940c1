// Written from the Rust type of the same name; not by hand.

/**
 * An intake in which more people have a seat than there are.
 */
export type OverQuota = { 
/**
 * The intake.
 */
intake: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Seats.
 */
seats: number, 
/**
 * People with a seat.
 */
seated: number, };
