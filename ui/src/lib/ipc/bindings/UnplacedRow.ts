// Written from the Rust type of the same name; not by hand.
import type { Clash } from "./Clash.ts";

/**
 * What found no place, and why.
 */
export type UnplacedRow = { 
/**
 * The batch's name.
 */
batch: string, 
/**
 * What is taught.
 */
subject: string, 
/**
 * JP without a place.
 */
jp: number, 
/**
 * The rules that stand in the way, with their counts.
 */
reasons: Array<Clash>, 
/**
 * The rule whose relaxing opens most places; `None`: no single one would.
 */
relax: string | null, };
