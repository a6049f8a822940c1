// Written from the Rust type of the same name; not by hand.

/**
 * A batch on the board.
 */
export type BatchName = { 
/**
 * Which.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What is taught.
 */
programme_id: string, 
/**
 * Its usual time pattern.
 */
pattern_id: string, 
/**
 * Trainees.
 */
seats: number, 
/**
 * Retired or cancelled.
 */
gone: boolean, };
