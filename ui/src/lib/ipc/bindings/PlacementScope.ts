// Written from the Rust type of the same name; not by hand.

/**
 * How far a placement reaches (*jenis antar kerja*); as a wish, the farthest one accepted.
 */
export type PlacementScope = "AKL" | "AKAD" | "AKAN";
