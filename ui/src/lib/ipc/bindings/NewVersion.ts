// Written from the Rust type of the same name; not by hand.

/**
 * From which version, from which day on.
 */
export type NewVersion = { 
/**
 * The version to begin with.
 */
id: string, 
/**
 * First day of the new one.
 */
valid_from: string, };
