// Written from the Rust type of the same name; not by hand.
import type { CardDraft } from "./CardDraft.ts";

/**
 * A card to renew.
 */
export type CardRenewal = { 
/**
 * Which.
 */
id: string, 
/**
 * What the counter asked.
 */
draft: CardDraft, };
