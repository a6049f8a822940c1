// Written from the Rust type of the same name; not by hand.

/**
 * By which way entries went (*jalan pertukaran*).
 */
export type ExchangeWay = "HUB" | "BUNDLE";
