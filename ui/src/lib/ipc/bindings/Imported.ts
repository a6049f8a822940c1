// Written from the Rust type of the same name; not by hand.
import type { ImportDone } from "./ImportDone.ts";

/**
 * What an import did.
 */
export type Imported = { 
/**
 * What was done.
 */
done: ImportDone, 
/**
 * The act, by which it is taken back.
 */
act: number, };
