// Written from the Rust type of the same name; not by hand.
import type { Programme } from "./Programme.ts";

/**
 * A version of a programme in the list.
 */
export type ProgrammeRow = { 
/**
 * The programme.
 */
programme: Programme, 
/**
 * *Kejuruan*.
 */
department: string | null, 
/**
 * How many units.
 */
units: number, 
/**
 * All lessons.
 */
jp: number, };
