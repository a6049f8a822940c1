// Written from the Rust type of the same name; not by hand.

/**
 * One thing that may be shown.
 */
export type ConsentField = "NAMA" | "KONTAK" | "PENDIDIKAN" | "KETERAMPILAN" | "PENGALAMAN" | "AKOMODASI";
