// Written from the Rust type of the same name; not by hand.

/**
 * A report made.
 */
export type ReportNote = { 
/**
 * On which card.
 */
id: string, 
/**
 * Which report; `None`: the one that is due.
 */
slot: number | null, 
/**
 * The day.
 */
on: string, };
