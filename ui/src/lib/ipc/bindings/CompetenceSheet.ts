// Written from the Rust type of the same name; not by hand.
import type { CompetenceLine } from "./CompetenceLine.ts";

/**
 * All competences of an instructor; a line that is gone is taken away.
 */
export type CompetenceSheet = { 
/**
 * Whose.
 */
instructor_id: string, 
/**
 * The lines.
 */
lines: Array<CompetenceLine>, };
