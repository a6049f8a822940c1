// Written from the Rust type of the same name; not by hand.

/**
 * How one is employed (*jenis hubungan kerja*).
 */
export type WorkKind = "PKWT" | "PKWTT" | "HARIAN" | "MAGANG";
