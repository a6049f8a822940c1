// Written from the Rust type of the same name; not by hand.

/**
 * Comes back after the session, or is used up.
 */
export type SupplyKind = "ALAT" | "BAHAN";
