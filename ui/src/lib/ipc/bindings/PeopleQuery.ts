// Written from the Rust type of the same name; not by hand.
import type { Education } from "./Education.ts";
import type { Employment } from "./Employment.ts";
import type { PeopleSort } from "./PeopleSort.ts";
import type { Sex } from "./Sex.ts";

/**
 * A list's question. Everything that is `None` does not filter.
 */
export type PeopleQuery = { 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Last education.
 */
education: Education | null, 
/**
 * Employment status.
 */
employment: Employment | null, 
/**
 * Beginning of a Kemendagri code.
 */
region: string | null, 
/**
 * With any disability.
 */
disability: boolean | null, 
/**
 * Registered from this day.
 */
from: string | null, 
/**
 * Registered up to this day.
 */
to: string | null, 
/**
 * The register as it was at the end of this moment.
 */
as_of: string | null, 
/**
 * By what.
 */
sort: PeopleSort, 
/**
 * Backwards.
 */
descending: boolean, 
/**
 * First row.
 */
offset: number, 
/**
 * How many rows.
 */
count: number, };
