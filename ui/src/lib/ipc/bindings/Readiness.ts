// Written from the Rust type of the same name; not by hand.
import type { Refusal } from "./Refusal.ts";

/**
 * Whether a card can be issued to a person, for the counter to show before anything is typed.
 */
export type Readiness = { 
/**
 * What is missing or in the way, each with its words; empty: it can be issued.
 */
needs: Array<Refusal>, 
/**
 * The card that is still valid, or the last one that ran out: it can be renewed instead.
 */
renewable: string | null, };
