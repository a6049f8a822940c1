// Written from the Rust type of the same name; not by hand.

/**
 * What a part of a score is about.
 */
export type FitKind = "KOMPETENSI" | "JABATAN" | "PENDIDIKAN" | "PENGALAMAN" | "JARAK" | "AKOMODASI";
