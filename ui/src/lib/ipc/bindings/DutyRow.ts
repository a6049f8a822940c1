// Written from the Rust type of the same name; not by hand.
import type { FairDuty } from "./FairDuty.ts";

/**
 * A report that is owed, in the list.
 */
export type DutyRow = { 
/**
 * The duty.
 */
duty: FairDuty, 
/**
 * Which fair.
 */
fair_id: string, 
/**
 * Its name.
 */
fair: string, 
/**
 * Who.
 */
company: string, 
/**
 * Whom to call.
 */
contact: string | null, 
/**
 * Phone.
 */
phone: string | null, 
/**
 * Days since it was due; below nothing: days left.
 */
days_late: number, };
