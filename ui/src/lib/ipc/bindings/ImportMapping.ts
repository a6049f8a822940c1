// Written from the Rust type of the same name; not by hand.
import type { DateOrders } from "./DateOrders.ts";
import type { IntakeChoice } from "./IntakeChoice.ts";
import type { Target } from "./Target.ts";

/**
 * What the columns hold and where the rows go.
 */
export type ImportMapping = { 
/**
 * The file.
 */
id: string, 
/**
 * What each column holds, left to right.
 */
targets: Array<Target>, 
/**
 * Answers about day and month.
 */
orders: DateOrders, 
/**
 * Which intakes the rows go to.
 */
choice: IntakeChoice, };
