// Written from the Rust type of the same name; not by hand.

/**
 * A person by name, for messages and links.
 */
export type KnownPerson = { 
/**
 * Whose.
 */
id: string, 
/**
 * The name.
 */
full_name: string, };
