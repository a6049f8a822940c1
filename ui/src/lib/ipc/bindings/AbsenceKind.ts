// Written from the Rust type of the same name; not by hand.

/**
 * Why an instructor is away.
 */
export type AbsenceKind = "SAKIT" | "CUTI" | "DINAS" | "LAIN";
