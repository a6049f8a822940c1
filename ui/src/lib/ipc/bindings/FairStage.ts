// Written from the Rust type of the same name; not by hand.

/**
 * How far a fair has come; follows from its days.
 */
export type FairStage = "AKAN_DATANG" | "BERLANGSUNG" | "MENUNGGU_HASIL" | "SELESAI";
