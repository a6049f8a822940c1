// Written from the Rust type of the same name; not by hand.

/**
 * Which rule shaped the code.
 */
export type CodeGeneration = "2003" | "2012" | "2016";
