// Written from the Rust type of the same name; not by hand.
import type { PlacementScope } from "./PlacementScope.ts";
import type { SeekerStatus } from "./SeekerStatus.ts";
import type { VoidReason } from "./VoidReason.ts";

/**
 * One card. A renewal is a card of its own that names the one before.
 */
export type Card = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Whose.
 */
person_id: string, 
/**
 * *Nomor pendaftaran pencari kerja*; once given, never given again.
 */
number: string, 
/**
 * How often a card of this number was renewed; 0: the first.
 */
renewal: number, 
/**
 * *Tanggal terbit*.
 */
issued_on: string, 
/**
 * *Berlaku sampai*, that day included.
 */
valid_until: string, 
/**
 * Months between two reports, by the rule at issue.
 */
report_months: number, 
/**
 * How many reports, by the rule at issue.
 */
report_count: number, 
/**
 * What the person did at the time.
 */
seeker_status: SeekerStatus | null, 
/**
 * *Jabatan yang diinginkan*.
 */
desired_job: string | null, 
/**
 * *Upah yang diinginkan*, rupiah a month.
 */
desired_wage: number | null, 
/**
 * How far the person is willing to go.
 */
placement_scope: PlacementScope | null, 
/**
 * Who issued it and signs.
 */
officer_id: string | null, 
/**
 * The card that this one renews.
 */
renewed_from: string | null, 
/**
 * First working day of the placement that ended the search.
 */
placed_on: string | null, 
/**
 * *Diterima di*.
 */
employer: string | null, 
/**
 * The day the card came back.
 */
returned_on: string | null, 
/**
 * No longer counts since.
 */
voided_on: string | null, 
/**
 * Why.
 */
void_reason: VoidReason | null, 
/**
 * Why, in words.
 */
void_note: string | null, };
