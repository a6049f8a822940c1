// Written from the Rust type of the same name; not by hand.
import type { Intake } from "./Intake.ts";
import type { IntakeRow } from "./IntakeRow.ts";
import type { StateCount } from "./StateCount.ts";

/**
 * One intake with its rules and its counts.
 */
export type IntakeDetail = { 
/**
 * The intake and its rules.
 */
intake: Intake, 
/**
 * As the list shows it.
 */
row: IntakeRow, 
/**
 * How many stand in each state, in the order of the way.
 */
counts: Array<StateCount>, };
