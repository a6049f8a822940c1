// Written from the Rust type of the same name; not by hand.

/**
 * Which part of a date in figures comes first.
 */
export type Order = "day-first" | "month-first";
