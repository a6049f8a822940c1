// Written from the Rust type of the same name; not by hand.

/**
 * What a proposal is best at.
 */
export type ProposalFlavour = "TERCEPAT" | "RUANG_TERBAIK" | "BEBAN_TERINGAN";
