// Written from the Rust type of the same name; not by hand.

/**
 * The passphrase of the office's file.
 */
export type Passphrase = { 
/**
 * As typed.
 */
passphrase: string, };
