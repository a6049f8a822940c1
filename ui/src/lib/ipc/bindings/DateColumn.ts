// Written from the Rust type of the same name; not by hand.
import type { ColumnOrder } from "./ColumnOrder.ts";
import type { Order } from "./Order.ts";
import type { Target } from "./Target.ts";

/**
 * A column of dates and how it is read.
 */
export type DateColumn = { 
/**
 * Which dates.
 */
target: Target, 
/**
 * What the column says about its order.
 */
found: ColumnOrder, 
/**
 * By which order it is read now.
 */
used: Order, 
/**
 * Whether a person still has to decide.
 */
asks: boolean, };
