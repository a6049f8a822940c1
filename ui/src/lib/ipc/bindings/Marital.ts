// Written from the Rust type of the same name; not by hand.

/**
 * Marital status (*status perkawinan*).
 */
export type Marital = "KAWIN" | "BELUM_KAWIN" | "CERAI_HIDUP" | "CERAI_MATI";
