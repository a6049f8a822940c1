// Written from the Rust type of the same name; not by hand.

/**
 * On what ground the office keeps the data (UU 27/2022 Ps 20).
 */
export type LegalBasis = "PUBLIC_TASK" | "CONSENT" | "LEGAL_DUTY" | "CONTRACT";
