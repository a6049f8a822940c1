// Written from the Rust type of the same name; not by hand.

/**
 * A report that was handed in.
 */
export type DutyMark = { 
/**
 * Which.
 */
id: string, 
/**
 * On which day; `None`: not after all.
 */
on: string | null, };
