// Written from the Rust type of the same name; not by hand.

/**
 * The kind of training (*jenis pelatihan*).
 */
export type BatchKind = "INSTITUSIONAL" | "MTU" | "BOARDING" | "TMT" | "PBL" | "PRODUKTIVITAS" | "KEWIRAUSAHAAN";
