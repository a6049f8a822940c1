// Written from the Rust type of the same name; not by hand.
import type { Decision } from "./Decision.ts";
import type { FieldDifference } from "./FieldDifference.ts";
import type { MaybeSame } from "./MaybeSame.ts";
import type { RowFate } from "./RowFate.ts";
import type { Rule } from "./Rule.ts";

/**
 * One row of the plan.
 */
export type PlanRow = { 
/**
 * From 1 among the data rows.
 */
row: number, 
/**
 * The row of the spreadsheet, from 1.
 */
sheet_row: number, 
/**
 * What becomes of it.
 */
fate: RowFate, 
/**
 * Why: codes under `import_reason`, those of the row first.
 */
reasons: Array<string>, 
/**
 * What is worth knowing: codes under `import_reason`.
 */
remarks: Array<string>, 
/**
 * Rules of the intake that are not met.
 */
rules: Array<Rule>, 
/**
 * The name.
 */
full_name: string, 
/**
 * NIK with its middle hidden.
 */
nik_masked: string | null, 
/**
 * Birth date.
 */
birth_on: string | null, 
/**
 * The words of the programme column.
 */
programme: string, 
/**
 * The intake that a new application goes to.
 */
intake_id: string | null, 
/**
 * An application is added.
 */
applies: boolean, 
/**
 * The known person with this NIK.
 */
person: string | null, 
/**
 * What the file tells otherwise than the register.
 */
differences: Array<FieldDifference>, 
/**
 * Who else it may be.
 */
maybe_same: Array<MaybeSame>, 
/**
 * For a duplicate in the file: the row above with the same person.
 */
same_as: number | null, 
/**
 * What the clerk decided.
 */
decision: Decision | null, };
