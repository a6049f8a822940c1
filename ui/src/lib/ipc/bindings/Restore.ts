// Written from the Rust type of the same name; not by hand.

/**
 * Which backup to go back to.
 */
export type Restore = { 
/**
 * The handle.
 */
handle: string, 
/**
 * The passphrase that was in force when it was made.
 */
passphrase: string, };
