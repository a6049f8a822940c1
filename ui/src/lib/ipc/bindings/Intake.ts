// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";
import type { Funding } from "./Funding.ts";

/**
 * A programme open for applications (*angkatan*).
 */
export type Intake = { 
/**
 * The row's id.
 */
id: string, 
/**
 * What is taught.
 */
programme_id: string, 
/**
 * Its name: `Angkatan 2/2026`.
 */
name: string, 
/**
 * First day of registration.
 */
opens_on: string, 
/**
 * Last day of registration.
 */
closes_on: string, 
/**
 * First day of the course.
 */
starts_on: string | null, 
/**
 * Seats (*kuota*).
 */
seats: number, 
/**
 * Reserves (*cadangan*).
 */
reserves: number, 
/**
 * Who pays.
 */
funding: Funding | null, 
/**
 * Youngest age.
 */
age_min: number | null, 
/**
 * Oldest age.
 */
age_max: number | null, 
/**
 * Least education.
 */
education_min: Education | null, 
/**
 * Where applicants must live: a region's code.
 */
domicile_code: string | null, 
/**
 * Employment statuses that are not taken, parted by commas.
 */
employment_not: string | null, 
/**
 * Months since the last course.
 */
cooldown_months: number | null, 
/**
 * Required papers, codes parted by commas.
 */
documents: string, 
/**
 * Gone since.
 */
retired_at: string | null, };
