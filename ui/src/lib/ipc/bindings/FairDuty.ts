// Written from the Rust type of the same name; not by hand.
import type { DutyKind } from "./DutyKind.ts";

/**
 * A report that a company owes (*kewajiban lapor*).
 */
export type FairDuty = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Who, and where.
 */
participation_id: string, 
/**
 * Which report.
 */
kind: DutyKind, 
/**
 * Last day on which it is in time.
 */
due_on: string, 
/**
 * Handed in on.
 */
done_on: string | null, 
/**
 * Last reminded on.
 */
reminded_on: string | null, };
