// Written from the Rust type of the same name; not by hand.

/**
 * `progress`: how far a long job is.
 */
export type Progress = { 
/**
 * Which job, as its command answered.
 */
id: string, 
/**
 * Rows done.
 */
done: number, 
/**
 * Rows in all.
 */
total: number, };
