// Written from the Rust type of the same name; not by hand.

/**
 * Who organises it (Permenaker 39/2016 Ps 53).
 */
export type Organiser = "KEMNAKER" | "PROVINSI" | "KABKOTA" | "PPTKS" | "BKK" | "BADAN_HUKUM";
