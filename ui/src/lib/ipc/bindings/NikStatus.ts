// Written from the Rust type of the same name; not by hand.

/**
 * How far the NIK was checked (*status verifikasi NIK*). Offline, no one may claim more than its form.
 */
export type NikStatus = "BELUM" | "DILIHAT_KTP" | "DIVERIFIKASI_DUKCAPIL";
