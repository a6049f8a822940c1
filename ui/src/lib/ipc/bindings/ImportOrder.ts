// Written from the Rust type of the same name; not by hand.
import type { ImportOptions } from "./ImportOptions.ts";

/**
 * Carry it out.
 */
export type ImportOrder = { 
/**
 * The file.
 */
id: string, 
/**
 * How.
 */
options: ImportOptions, };
