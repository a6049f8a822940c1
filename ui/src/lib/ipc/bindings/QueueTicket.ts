// Written from the Rust type of the same name; not by hand.
import type { QueueState } from "./QueueState.ts";

/**
 * A number before a booth.
 */
export type QueueTicket = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Before which.
 */
participation_id: string, 
/**
 * Who waits.
 */
visit_id: string, 
/**
 * On which day.
 */
day_on: string, 
/**
 * The number, of this station on this day.
 */
number: number, 
/**
 * Which station gave it: numbers of two stations are told apart by it.
 */
station: string, 
/**
 * How far it has come.
 */
state: QueueState, 
/**
 * Called at.
 */
called_at: string | null, };
