// Written from the Rust type of the same name; not by hand.

/**
 * Sex (*jenis kelamin*).
 */
export type Sex = "L" | "P";
