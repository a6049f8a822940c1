// Written from the Rust type of the same name; not by hand.
import type { ColumnGuess } from "./ColumnGuess.ts";
import type { Remembered } from "./Remembered.ts";

/**
 * A table in a sheet, its columns guessed.
 */
export type ImportTable = { 
/**
 * Which sheet, from 0.
 */
sheet: number, 
/**
 * The row of the headings, from 1.
 */
header_row: number, 
/**
 * Data rows.
 */
rows: number, 
/**
 * What each column is taken for.
 */
columns: Array<ColumnGuess>, 
/**
 * The first rows as text, long numbers masked.
 */
sample: Array<Array<string>>, 
/**
 * The mapping that was used for this layout last.
 */
remembered: Remembered | null, };
