// Written from the Rust type of the same name; not by hand.

/**
 * Which way.
 */
export type Direction = "MASUK" | "KELUAR";
