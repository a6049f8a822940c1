// Written from the Rust type of the same name; not by hand.

/**
 * What leaves the building (*yang dikirim*).
 */
export type ExchangeMode = "OFF" | "NUMBERS" | "EVERYTHING";
