// Written from the Rust type of the same name; not by hand.

/**
 * Which sheet to look at.
 */
export type ImportSheetChoice = { 
/**
 * The file.
 */
id: string, 
/**
 * Which sheet, from 0.
 */
sheet: number, };
