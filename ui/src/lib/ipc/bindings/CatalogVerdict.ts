// Written from the Rust type of the same name; not by hand.

/**
 * What becomes of a row.
 */
export type CatalogVerdict = "BARU" | "DIPERBARUI" | "DITOLAK";
