// Written from the Rust type of the same name; not by hand.

/**
 * Taking part.
 */
export type EnrolDraft = { 
/**
 * Where the hub is.
 */
address: string, 
/**
 * The office's code at the hub.
 */
office: string, 
/**
 * The one-time code.
 */
code: string, };
