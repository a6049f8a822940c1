// Written from the Rust type of the same name; not by hand.

/**
 * An officer's role (*peran*).
 */
export type Role = "ADMIN" | "PENDAFTARAN" | "PELATIHAN" | "BURSA" | "GERBANG" | "KEPALA" | "PEMBACA";
