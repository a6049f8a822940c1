// Written from the Rust type of the same name; not by hand.

/**
 * A new passphrase for the file.
 */
export type PassphraseChange = { 
/**
 * The one in force.
 */
old: string, 
/**
 * The new one.
 */
fresh: string, };
