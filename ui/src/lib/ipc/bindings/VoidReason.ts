// Written from the Rust type of the same name; not by hand.

/**
 * Why a card no longer counts (*alasan batal atau penghapusan*).
 */
export type VoidReason = "SALAH_DATA" | "GANDA" | "MENGUNDURKAN_DIRI" | "TIDAK_LAPOR" | "MENINGGAL" | "LAINNYA";
