// Written from the Rust type of the same name; not by hand.

/**
 * How the visitor came to the ticket.
 */
export type VisitSource = "DAFTAR_AWAL" | "DI_TEMPAT" | "IMPOR";
