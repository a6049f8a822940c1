// Written from the Rust type of the same name; not by hand.

/**
 * What a file brings.
 */
export type CatalogKind = "program" | "unit" | "instruktur" | "ruang";
