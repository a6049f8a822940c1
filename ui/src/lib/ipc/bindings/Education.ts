// Written from the Rust type of the same name; not by hand.

/**
 * Education finished (*pendidikan terakhir*), in rising order.
 */
export type Education = "TIDAK_SEKOLAH" | "SD" | "SMP" | "SMA" | "SMK" | "D1" | "D2" | "D3" | "D4" | "S1" | "S2" | "S3";
