// Written from the Rust type of the same name; not by hand.

/**
 * A ticket to block, or to allow again.
 */
export type TicketBlock = { 
/**
 * Whose.
 */
visit: string, 
/**
 * Why; empty: allowed again.
 */
reason: string, };
