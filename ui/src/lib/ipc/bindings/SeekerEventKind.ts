// Written from the Rust type of the same name; not by hand.

/**
 * What happened (*peristiwa*).
 */
export type SeekerEventKind = "DAFTAR" | "LAPOR" | "PERPANJANG" | "TEMPAT" | "HAPUS";
