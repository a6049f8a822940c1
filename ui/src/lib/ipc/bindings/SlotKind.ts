// Written from the Rust type of the same name; not by hand.

/**
 * What a slot of the day is.
 */
export type SlotKind = "JP" | "ISTIRAHAT" | "ISOMA" | "APEL" | "SENAM";
