// Written from the Rust type of the same name; not by hand.
import type { CardForm } from "./CardForm.ts";
import type { PaperWay } from "./PaperWay.ts";

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
form: CardForm, 
/**
 * What becomes of the paper.
 */
way: PaperWay, };
