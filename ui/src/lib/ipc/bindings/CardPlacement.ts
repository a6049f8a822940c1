// Written from the Rust type of the same name; not by hand.
import type { Placement } from "./Placement.ts";

/**
 * The person of a card found work.
 */
export type CardPlacement = { 
/**
 * Which card.
 */
id: string, 
/**
 * The work.
 */
placement: Placement, };
