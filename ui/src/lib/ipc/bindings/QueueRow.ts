// Written from the Rust type of the same name; not by hand.
import type { QueueTicket } from "./QueueTicket.ts";

/**
 * A number in the list.
 */
export type QueueRow = { 
/**
 * The number.
 */
ticket: QueueTicket, 
/**
 * As shown and called: `A-12`.
 */
shown: string, 
/**
 * Who waits.
 */
full_name: string, 
/**
 * Before which company.
 */
company: string, 
/**
 * At which booth.
 */
booth: string | null, };
