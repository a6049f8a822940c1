// Written from the Rust type of the same name; not by hand.
import type { Participation } from "./Participation.ts";
import type { ParticipationState } from "./ParticipationState.ts";

/**
 * A company at a fair in the list.
 */
export type ParticipationRow = { 
/**
 * Its part.
 */
participation: Participation, 
/**
 * Its name.
 */
company: string, 
/**
 * Its branch.
 */
kbli_code: string | null, 
/**
 * Its booth.
 */
booth: string | null, 
/**
 * Posts offered.
 */
posts: number, 
/**
 * People looked for.
 */
openings: number, 
/**
 * Vacancies that it has and does not offer here yet.
 */
unoffered: number, 
/**
 * People who applied here.
 */
applied: number, 
/**
 * People hired here.
 */
hired: number, 
/**
 * Where it may go from here.
 */
next: Array<ParticipationState>, };
