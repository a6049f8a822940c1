// Written from the Rust type of the same name; not by hand.
import type { QueueState } from "./QueueState.ts";

/**
 * How far a number has come.
 */
export type QueueMark = { 
/**
 * Which.
 */
id: string, 
/**
 * How far.
 */
state: QueueState, };
