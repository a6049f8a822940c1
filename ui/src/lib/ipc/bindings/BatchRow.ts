// Written from the Rust type of the same name; not by hand.
import type { Batch } from "./Batch.ts";
import type { BatchStage } from "./BatchStage.ts";

/**
 * A batch as the list shows it.
 */
export type BatchRow = { 
/**
 * The batch.
 */
batch: Batch, 
/**
 * The programme's name.
 */
programme: string, 
/**
 * The time pattern's name.
 */
pattern: string, 
/**
 * The intake's name.
 */
intake: string | null, 
/**
 * How far it has come.
 */
stage: BatchStage, 
/**
 * Lessons of theory and practice.
 */
jp: number, 
/**
 * Those on the published timetable.
 */
placed: number, 
/**
 * Those of them that are over.
 */
done: number, 
/**
 * The first day on the published timetable.
 */
first_on: string | null, 
/**
 * The last day.
 */
last_on: string | null, };
