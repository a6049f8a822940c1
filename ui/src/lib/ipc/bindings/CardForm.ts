// Written from the Rust type of the same name; not by hand.

/**
 * How a card is laid on paper.
 */
export type CardForm = "card" | "a4";
