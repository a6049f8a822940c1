// Written from the Rust type of the same name; not by hand.

/**
 * What the station says, in big letters.
 */
export type Verdict = "MASUK" | "KELUAR" | "SUDAH_DI_DALAM" | "TIDAK_DI_DALAM" | "SESI_LAIN" | "BUKAN_HARINYA" | "DIBLOKIR" | "PENUH" | "TIDAK_DIKENAL" | "TIDAK_TERBACA";
