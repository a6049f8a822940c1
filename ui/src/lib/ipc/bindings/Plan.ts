// Written from the Rust type of the same name; not by hand.
import type { PlanState } from "./PlanState.ts";

/**
 * A timetable (*jadwal*). Exactly one is published.
 */
export type Plan = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Published or a copy.
 */
state: PlanState, 
/**
 * The planner's seed, so that it can be made again.
 */
seed: number | null, 
/**
 * What was tried.
 */
note: string | null, 
/**
 * When it was made; a copy shows by it what was published since.
 */
made_at: string, 
/**
 * Thrown away since.
 */
retired_at: string | null, };
