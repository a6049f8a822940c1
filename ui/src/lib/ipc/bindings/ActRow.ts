// Written from the Rust type of the same name; not by hand.

/**
 * One act in the list; words live under `verb.<verb>`.
 */
export type ActRow = { 
/**
 * Whether it can be taken back.
 */
undoable: boolean, 
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
 * Rows it changed.
 */
entries: number, 
/**
 * It takes this act back.
 */
undoes: number | null, 
/**
 * This act took it back.
 */
undone_by: number | null, 
/**
 * The row it is about.
 */
subject: string | null, };
