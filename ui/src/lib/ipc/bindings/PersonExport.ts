// Written from the Rust type of the same name; not by hand.

/**
 * Everything that is held on a person, for whoever asks.
 */
export type PersonExport = { 
/**
 * On whom.
 */
id: string, 
/**
 * To whom and why; kept.
 */
reason: string, };
