// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";
import type { Employment } from "./Employment.ts";
import type { Sex } from "./Sex.ts";

/**
 * One row of the list.
 */
export type PersonRow = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
full_name: string, 
/**
 * Masked.
 */
nik_masked: string | null, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Birth date.
 */
birth_on: string | null, 
/**
 * District or village by code.
 */
region_code: string | null, 
/**
 * District and regency in words.
 */
place: string | null, 
/**
 * Phone as `+62…`.
 */
phone: string | null, 
/**
 * Last education.
 */
education: Education | null, 
/**
 * Employment status.
 */
employment: Employment | null, 
/**
 * Kinds of disability, codes.
 */
disability: string | null, 
/**
 * The day the row was made.
 */
created_on: string, };
