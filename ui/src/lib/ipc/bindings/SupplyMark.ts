// Written from the Rust type of the same name; not by hand.

/**
 * Takes a supply out of the lists or puts it back.
 */
export type SupplyMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
