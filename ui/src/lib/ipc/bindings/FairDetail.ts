// Written from the Rust type of the same name; not by hand.
import type { FairRow } from "./FairRow.ts";
import type { FairSession } from "./FairSession.ts";

/**
 * A fair with its sessions.
 */
export type FairDetail = { 
/**
 * The fair.
 */
row: FairRow, 
/**
 * Its sessions in order.
 */
sessions: Array<FairSession>, 
/**
 * Tickets of each session.
 */
taken: Array<number>, };
