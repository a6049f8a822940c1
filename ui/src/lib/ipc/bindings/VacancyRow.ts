// Written from the Rust type of the same name; not by hand.
import type { Vacancy } from "./Vacancy.ts";

/**
 * A vacancy in the list.
 */
export type VacancyRow = { 
/**
 * The vacancy.
 */
vacancy: Vacancy, 
/**
 * The company's name.
 */
company: string, 
/**
 * The occupation in words, where its list was taken in.
 */
kbji_name: string | null, 
/**
 * People who applied for it at fairs.
 */
applied: number, 
/**
 * People who were hired.
 */
hired: number, };
