// Written from the Rust type of the same name; not by hand.

/**
 * An officer's new password.
 */
export type PasswordChange = { 
/**
 * The present one.
 */
old: string, 
/**
 * The new one.
 */
new: string, };
