// Written from the Rust type of the same name; not by hand.
import type { Booth } from "./Booth.ts";
import type { Hall } from "./Hall.ts";

/**
 * A hall with its booths.
 */
export type HallView = { 
/**
 * The hall.
 */
hall: Hall, 
/**
 * Its booths by code.
 */
booths: Array<Booth>, };
