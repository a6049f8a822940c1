// Written from the Rust type of the same name; not by hand.

/**
 * Two codes scanned one after the other at a booth: a ticket and a vacancy, in either order.
 */
export type TwoScans = { 
/**
 * At which fair.
 */
fair_id: string, 
/**
 * The first.
 */
first: string, 
/**
 * The second.
 */
second: string, };
