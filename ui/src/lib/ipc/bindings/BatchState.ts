// Written from the Rust type of the same name; not by hand.

/**
 * How far a batch has come.
 */
export type BatchState = "DRAF" | "TERJADWAL" | "BATAL";
