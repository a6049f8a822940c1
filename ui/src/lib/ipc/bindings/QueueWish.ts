// Written from the Rust type of the same name; not by hand.

/**
 * Who takes a number where.
 */
export type QueueWish = { 
/**
 * Before which booth.
 */
participation: string, 
/**
 * The ticket, scanned or typed.
 */
code: string, };
