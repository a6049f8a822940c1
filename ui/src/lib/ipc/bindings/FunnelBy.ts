// Written from the Rust type of the same name; not by hand.

/**
 * By what a funnel is parted.
 */
export type FunnelBy = "SEMUA" | "JENIS_KELAMIN" | "UMUR" | "PENDIDIKAN" | "ASAL" | "DISABILITAS";
