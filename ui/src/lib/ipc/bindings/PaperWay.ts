// Written from the Rust type of the same name; not by hand.

/**
 * What becomes of a paper.
 */
export type PaperWay = "save" | "show";
