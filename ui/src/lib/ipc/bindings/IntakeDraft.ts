// Written from the Rust type of the same name; not by hand.
import type { DocumentKind } from "./DocumentKind.ts";
import type { Education } from "./Education.ts";
import type { Employment } from "./Employment.ts";
import type { Funding } from "./Funding.ts";

/**
 * An intake to save.
 */
export type IntakeDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * What is taught.
 */
programme_id: string, 
/**
 * Its name; empty: the next `Angkatan n/year` of the programme.
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
 * Seats.
 */
seats: number, 
/**
 * Reserves.
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
 * Where applicants must live.
 */
domicile_code: string | null, 
/**
 * Employment statuses that are not taken.
 */
employment_not: Array<Employment>, 
/**
 * Months since the last course.
 */
cooldown_months: number | null, 
/**
 * Required papers.
 */
documents: Array<DocumentKind>, };
