// Written from the Rust type of the same name; not by hand.

/**
 * Where a day stands to a window.
 */
export type IntakeWindow = "AKAN_DIBUKA" | "DIBUKA" | "DITUTUP";
