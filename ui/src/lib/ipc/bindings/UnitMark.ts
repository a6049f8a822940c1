// Written from the Rust type of the same name; not by hand.

/**
 * Marks a unit as superseded or as in force again.
 */
export type UnitMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
