// Written from the Rust type of the same name; not by hand.

/**
 * How far a number has come.
 */
export type QueueState = "MENUNGGU" | "DIPANGGIL" | "SELESAI" | "LEWAT";
