// Written from the Rust type of the same name; not by hand.
import type { CodeList } from "./CodeList.ts";

/**
 * Codes to look for.
 */
export type CodeQuery = { 
/**
 * Which list.
 */
list: CodeList, 
/**
 * A part of the name, or the beginning of the code.
 */
text: string, };
