// Written from the Rust type of the same name; not by hand.

/**
 * Takes a field of training out of the lists or puts it back.
 */
export type DepartmentMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
