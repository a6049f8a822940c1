// Written from the Rust type of the same name; not by hand.

/**
 * One of the values that stand.
 */
export type EnteredVersion = { 
/**
 * By which it is chosen.
 */
op: string, 
/**
 * The value as text; empty: nothing entered.
 */
text: string, 
/**
 * Who.
 */
officer: string | null, 
/**
 * When, by the clock there.
 */
at: string, 
/**
 * It was entered at this PC.
 */
here: boolean, 
/**
 * This version takes the row away.
 */
deletes: boolean, 
/**
 * It is the one on show until somebody has settled it.
 */
shown: boolean, };
