// Written from the Rust type of the same name; not by hand.
import type { CardDraft } from "./CardDraft.ts";

/**
 * A card to issue.
 */
export type CardIssue = { 
/**
 * To whom.
 */
person_id: string, 
/**
 * What the counter asked.
 */
draft: CardDraft, };
