// Written from the Rust type of the same name; not by hand.

/**
 * How a fair is held (*bentuk*).
 */
export type FairKind = "LURING" | "DARING" | "HIBRIDA" | "WALK_IN";
