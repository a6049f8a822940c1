// Written from the Rust type of the same name; not by hand.

/**
 * Gives this PC its short name.
 */
export type DeviceName = { 
/**
 * Such as `A`.
 */
name: string, };
