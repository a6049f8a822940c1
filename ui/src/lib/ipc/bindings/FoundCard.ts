// Written from the Rust type of the same name; not by hand.
import type { CardView } from "./CardView.ts";

/**
 * A card found by its number.
 */
export type FoundCard = { 
/**
 * Whose.
 */
full_name: string, 
/**
 * The card.
 */
card: CardView, };
