// Written from the Rust type of the same name; not by hand.

/**
 * Takes an instructor out of the lists or puts them back.
 */
export type InstructorMark = { 
/**
 * Who.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
