// Written from the Rust type of the same name; not by hand.
import type { CardForm } from "./CardForm.ts";

/**
 * A card to print.
 */
export type CardPrint = { 
/**
 * Which.
 */
id: string, 
/**
 * How it is laid on paper.
 */
form: CardForm, };
