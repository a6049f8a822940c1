// Written from the Rust type of the same name; not by hand.

/**
 * What a new batch is to be of.
 */
export type BatchStart = { 
/**
 * The programme; that of the intake goes before it.
 */
programme_id: string, 
/**
 * The intake whose applicants it takes.
 */
intake_id: string | null, };
