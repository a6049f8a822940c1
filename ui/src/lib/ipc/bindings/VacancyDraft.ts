// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";
import type { WorkKind } from "./WorkKind.ts";

/**
 * A vacancy as typed.
 */
export type VacancyDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Whose.
 */
company_id: string, 
/**
 * The post.
 */
title: string, 
/**
 * Year of the KBJI edition.
 */
kbji_version: number | null, 
/**
 * Occupation.
 */
kbji_code: string, 
/**
 * For men only.
 */
men: number, 
/**
 * For women only.
 */
women: number, 
/**
 * For whoever fits.
 */
either: number, 
/**
 * Least wage.
 */
wage_min: number | null, 
/**
 * Highest wage.
 */
wage_max: number | null, 
/**
 * Least education.
 */
education: Education | null, 
/**
 * Months of work asked for.
 */
experience_months: number, 
/**
 * Skills.
 */
skills: string, 
/**
 * Units of competence.
 */
units: string, 
/**
 * Least age.
 */
age_min: number | null, 
/**
 * Highest age.
 */
age_max: number | null, 
/**
 * Open to people with a disability.
 */
disability_friendly: boolean, 
/**
 * What the work place offers them.
 */
accommodation: string, 
/**
 * Where the work is.
 */
regency_code: string, 
/**
 * The site in words.
 */
site: string, 
/**
 * How one is employed.
 */
work_kind: WorkKind, 
/**
 * First day.
 */
valid_from: string | null, 
/**
 * Last day.
 */
valid_to: string | null, 
/**
 * What is done.
 */
description: string, 
/**
 * Number of its report in Karirhub.
 */
report_number: string, };
