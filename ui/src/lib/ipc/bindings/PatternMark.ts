// Written from the Rust type of the same name; not by hand.

/**
 * Takes a pattern out of the lists or puts it back.
 */
export type PatternMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
