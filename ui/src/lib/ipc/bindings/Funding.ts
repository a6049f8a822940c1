// Written from the Rust type of the same name; not by hand.

/**
 * Who pays (*sumber dana*).
 */
export type Funding = "APBN" | "APBD_PROVINSI" | "APBD_KABKOTA" | "DBHCHT" | "CSR" | "SWADANA";
