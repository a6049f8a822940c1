// Written from the Rust type of the same name; not by hand.

/**
 * Who wants to sign in.
 */
export type SignIn = { 
/**
 * The sign-in name.
 */
username: string, 
/**
 * The password.
 */
password: string, };
