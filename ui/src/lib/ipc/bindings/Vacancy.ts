// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";
import type { WorkKind } from "./WorkKind.ts";

/**
 * A vacancy (*lowongan*).
 */
export type Vacancy = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Whose.
 */
company_id: string, 
/**
 * The post (*jabatan*).
 */
title: string, 
/**
 * Year of the KBJI edition that the code is of.
 */
kbji_version: number | null, 
/**
 * Occupation (*KBJI*).
 */
kbji_code: string | null, 
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
 * Least wage, rupiah a month.
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
 * Skills, words parted by commas.
 */
skills: string | null, 
/**
 * Units of competence, codes parted by commas.
 */
units: string | null, 
/**
 * Least age; reported, never matched by.
 */
age_min: number | null, 
/**
 * Highest age; reported, never matched by.
 */
age_max: number | null, 
/**
 * Open to people with a disability.
 */
disability_friendly: boolean, 
/**
 * What the work place offers them.
 */
accommodation: string | null, 
/**
 * Kemendagri code of the regency or city of the work.
 */
regency_code: string | null, 
/**
 * The site in words.
 */
site: string | null, 
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
description: string | null, 
/**
 * Number of its report in Karirhub.
 */
report_number: string | null, 
/**
 * Taken out since.
 */
retired_at: string | null, };
