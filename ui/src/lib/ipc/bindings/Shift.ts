// Written from the Rust type of the same name; not by hand.

/**
 * Which part of the day a pattern fills.
 */
export type Shift = "PAGI" | "SIANG" | "MALAM";
