// Written from the Rust type of the same name; not by hand.
import type { VoidReason } from "./VoidReason.ts";

/**
 * A card that no longer counts.
 */
export type CardVoid = { 
/**
 * Which card.
 */
id: string, 
/**
 * Why.
 */
reason: VoidReason, 
/**
 * Why, in words.
 */
note: string, 
/**
 * The day.
 */
on: string, };
