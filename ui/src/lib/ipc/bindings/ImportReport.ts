// Written from the Rust type of the same name; not by hand.
import type { DateColumn } from "./DateColumn.ts";
import type { PlanTotals } from "./PlanTotals.ts";
import type { ProgrammeUse } from "./ProgrammeUse.ts";
import type { Totals } from "./Totals.ts";

/**
 * What an import would do.
 */
export type ImportReport = { 
/**
 * How many rows have each fate.
 */
totals: PlanTotals, 
/**
 * How many rows of the file alone are fine, doubtful, wrong.
 */
file: Totals, 
/**
 * Columns of dates, and whether a person must say how they are read.
 */
dates: Array<DateColumn>, 
/**
 * How often each reason occurs; words under `import_reason`.
 */
reasons: { [key in string]: number }, 
/**
 * Wordings of the programme column.
 */
programmes: Array<ProgrammeUse>, };
