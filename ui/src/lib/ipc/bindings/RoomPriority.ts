// Written from the Rust type of the same name; not by hand.

/**
 * How gladly a room is used.
 */
export type RoomPriority = "UTAMA" | "BIASA" | "DARURAT";
