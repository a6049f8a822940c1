// Written from the Rust type of the same name; not by hand.

/**
 * A version by its days.
 */
export type VersionMark = { 
/**
 * Which row.
 */
id: string, 
/**
 * Its number.
 */
version: number, 
/**
 * First day.
 */
valid_from: string | null, 
/**
 * Last day.
 */
valid_to: string | null, };
