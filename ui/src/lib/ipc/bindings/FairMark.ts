// Written from the Rust type of the same name; not by hand.

/**
 * Takes a fair out of the lists or puts it back.
 */
export type FairMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
