// Written from the Rust type of the same name; not by hand.

/**
 * What a row of the background tells.
 */
export type BackgroundKind = "PENDIDIKAN" | "PENGALAMAN" | "PELATIHAN" | "BAHASA" | "KETERAMPILAN";
