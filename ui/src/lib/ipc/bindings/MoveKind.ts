// Written from the Rust type of the same name; not by hand.

/**
 * How far a session had to go.
 */
export type MoveKind = "PENGGANTI" | "HARI_SAMA" | "MINGGU_SAMA" | "MINGGU_LAIN" | "SUSUN_ULANG";
