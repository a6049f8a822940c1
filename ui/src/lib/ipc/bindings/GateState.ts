// Written from the Rust type of the same name; not by hand.
import type { GateCount } from "./GateCount.ts";

/**
 * What a station shows above its field.
 */
export type GateState = { 
/**
 * This station.
 */
station: string, 
/**
 * All logs that are here, put together.
 */
count: GateCount, 
/**
 * Stations with the entries they noted and the seconds by which their clock is ahead.
 */
stations: Array<[string, number, number]>, 
/**
 * Most people inside.
 */
capacity: number | null, 
/**
 * Stations together let in more than the hall holds.
 */
over_capacity: boolean, };
