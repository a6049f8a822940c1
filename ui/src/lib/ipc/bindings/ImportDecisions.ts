// Written from the Rust type of the same name; not by hand.
import type { Decision } from "./Decision.ts";

/**
 * Decisions on rows.
 */
export type ImportDecisions = { 
/**
 * The file.
 */
id: string, 
/**
 * The rows, from 1 among the data rows.
 */
rows: Array<number>, 
/**
 * What was decided; `None`: nothing any more.
 */
decision: Decision | null, };
