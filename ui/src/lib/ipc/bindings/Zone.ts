// Written from the Rust type of the same name; not by hand.

/**
 * An office's time zone (*zona waktu*).
 */
export type Zone = "WIB" | "WITA" | "WIT";
