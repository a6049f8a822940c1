// Written from the Rust type of the same name; not by hand.
import type { Order } from "./Order.ts";

/**
 * Answers to the questions about dates; none where the file decides.
 */
export type DateOrders = { 
/**
 * For the birth dates.
 */
birth: Order | null, 
/**
 * For the days of registration.
 */
registered: Order | null, };
