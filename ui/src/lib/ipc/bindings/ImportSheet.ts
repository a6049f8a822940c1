// Written from the Rust type of the same name; not by hand.

/**
 * A sheet of the file.
 */
export type ImportSheet = { 
/**
 * The name on its tab.
 */
name: string, 
/**
 * Its tab is hidden.
 */
hidden: boolean, 
/**
 * Physical rows.
 */
rows: number, };
