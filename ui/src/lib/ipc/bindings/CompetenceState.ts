// Written from the Rust type of the same name; not by hand.

/**
 * How a competence stands on a day.
 */
export type CompetenceState = "BERLAKU" | "SEGERA_HABIS" | "KEDALUWARSA" | "BELUM_BERLAKU";
