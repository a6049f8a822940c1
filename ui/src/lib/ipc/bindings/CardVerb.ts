// Written from the Rust type of the same name; not by hand.

/**
 * What can be done with a card today.
 */
export type CardVerb = "report" | "renew" | "place" | "take_back" | "void" | "print";
