// Written from the Rust type of the same name; not by hand.

/**
 * What a file brings.
 */
export type FairSheetKind = "lowongan" | "kbji" | "kbli" | "pengunjung" | "hasil";
