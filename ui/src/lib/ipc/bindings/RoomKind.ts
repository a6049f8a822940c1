// Written from the Rust type of the same name; not by hand.

/**
 * What a room is for.
 */
export type RoomKind = "KELAS" | "BENGKEL" | "LAB" | "AULA" | "LAPANGAN";
