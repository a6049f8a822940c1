// Written from the Rust type of the same name; not by hand.

/**
 * Which report.
 */
export type DutyKind = "HARIAN" | "AKHIR";
