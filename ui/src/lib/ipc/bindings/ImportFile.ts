// Written from the Rust type of the same name; not by hand.
import type { ImportSheet } from "./ImportSheet.ts";
import type { ImportTable } from "./ImportTable.ts";

/**
 * A file that was opened for import.
 */
export type ImportFile = { 
/**
 * By which the other commands name it.
 */
id: string, 
/**
 * The file's name.
 */
name: string, 
/**
 * Its sheets.
 */
sheets: Array<ImportSheet>, 
/**
 * The table that was found first.
 */
table: ImportTable, };
