// Written from the Rust type of the same name; not by hand.

/**
 * A card came back.
 */
export type CardReturn = { 
/**
 * Which card.
 */
id: string, 
/**
 * The day.
 */
on: string, };
