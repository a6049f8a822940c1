// Written from the Rust type of the same name; not by hand.

/**
 * How the file is opened on this PC.
 */
export type KeyStatus = { 
/**
 * By the operating system's keyring, without asking.
 */
keyring: boolean, };
