// Written from the Rust type of the same name; not by hand.
import type { DateOrders } from "./DateOrders.ts";
import type { Target } from "./Target.ts";

/**
 * What is remembered of a layout.
 */
export type Remembered = { 
/**
 * What the columns hold, left to right.
 */
targets: Array<Target>, 
/**
 * What was answered about day and month.
 */
orders: DateOrders, };
