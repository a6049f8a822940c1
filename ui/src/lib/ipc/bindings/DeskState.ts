// Written from the Rust type of the same name; not by hand.

/**
 * In which state the desk finds its data folder.
 */
export type DeskState = "no_office" | "locked" | "problem" | "open";
