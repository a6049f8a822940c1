// Written from the Rust type of the same name; not by hand.
import type { Company } from "./Company.ts";

/**
 * A company in the list, with what it brought.
 */
export type CompanyRow = { 
/**
 * The company.
 */
company: Company, 
/**
 * The branch in words, where its list was taken in.
 */
kbli_name: string | null, 
/**
 * Vacancies that are open.
 */
vacancies: number, 
/**
 * People it looks for in all.
 */
openings: number, 
/**
 * Fairs at which it stood.
 */
attended: number, 
/**
 * Fairs to which it was admitted and did not come.
 */
missed: number, 
/**
 * People it hired at fairs.
 */
hired: number, 
/**
 * Reports handed in by their day.
 */
on_time: number, 
/**
 * Reports handed in late.
 */
late: number, 
/**
 * Reports that are due and were not handed in.
 */
owing: number, 
/**
 * How far it does its duties, 0 to 100; `None`: it had none yet.
 */
score: number | null, };
