// Written from the Rust type of the same name; not by hand.

/**
 * Which list.
 */
export type CodeList = "KBJI" | "KBLI";
