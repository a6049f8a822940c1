// Written from the Rust type of the same name; not by hand.

/**
 * What is being done.
 */
export type CourierStage = "greeting" | "numbers" | "sending" | "fetching" | "attachments";
