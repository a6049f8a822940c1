// Written from the Rust type of the same name; not by hand.

/**
 * Somebody who should report.
 */
export type DueReport = { 
/**
 * Which card.
 */
card_id: string, 
/**
 * Whose.
 */
person_id: string, 
/**
 * The name.
 */
full_name: string, 
/**
 * The card's number.
 */
number: string, 
/**
 * Which report.
 */
slot: number, 
/**
 * When it falls due.
 */
due_on: string, 
/**
 * Days past its day; below 0: days to go.
 */
days_late: number, };
