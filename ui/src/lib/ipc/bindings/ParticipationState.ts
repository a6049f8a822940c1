// Written from the Rust type of the same name; not by hand.

/**
 * How far a company's part in a fair has come.
 */
export type ParticipationState = "DIUNDANG" | "MENDAFTAR" | "DITERIMA" | "DITOLAK" | "BATAL" | "HADIR" | "TIDAK_HADIR";
