// Written from the Rust type of the same name; not by hand.

/**
 * An act of which entries are still to go.
 */
export type UnsentAct = { 
/**
 * Its number.
 */
n: number, 
/**
 * Its fixed word.
 */
verb: string, 
/**
 * When.
 */
at: string, 
/**
 * Who.
 */
officer: string | null, 
/**
 * Entries that are still to go.
 */
entries: number, 
/**
 * Why the hub keeps some of them aside.
 */
kept_aside: string | null, };
