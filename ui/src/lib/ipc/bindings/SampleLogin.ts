// Written from the Rust type of the same name; not by hand.

/**
 * The made-up officer of the sample office.
 */
export type SampleLogin = { 
/**
 * Sign-in name.
 */
username: string, 
/**
 * Password.
 */
password: string, };
