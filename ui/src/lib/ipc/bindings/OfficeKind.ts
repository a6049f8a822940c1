// Written from the Rust type of the same name; not by hand.

/**
 * What kind of office (*jenis kantor*).
 */
export type OfficeKind = "DISNAKER" | "BLK";
