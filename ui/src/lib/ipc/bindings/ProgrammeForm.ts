// Written from the Rust type of the same name; not by hand.

/**
 * What a programme refers to (*bentuk program*, Permenaker 6/2025 Ps 10).
 */
export type ProgrammeForm = "OKUPASI" | "KUALIFIKASI" | "KLASTER" | "UNIT";
