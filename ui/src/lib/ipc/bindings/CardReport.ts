// Written from the Rust type of the same name; not by hand.

/**
 * One report that a card asks for; it is there, unmade, from the day of issue.
 */
export type CardReport = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Of which card.
 */
card_id: string, 
/**
 * Which report, from 1.
 */
slot: number, 
/**
 * When it falls due.
 */
due_on: string, 
/**
 * When it was made.
 */
reported_on: string | null, 
/**
 * Who took it.
 */
officer_id: string | null, };
