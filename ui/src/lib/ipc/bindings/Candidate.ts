// Written from the Rust type of the same name; not by hand.
import type { Clash } from "./Clash.ts";

/**
 * An instructor who might take over a session.
 */
export type Candidate = { 
/**
 * Who.
 */
instructor_id: string, 
/**
 * Full name.
 */
name: string, 
/**
 * Holds the competence on that day.
 */
qualified: boolean, 
/**
 * Is there and has no other session then.
 */
free: boolean, 
/**
 * JP of the week with this session.
 */
week_jp: number, 
/**
 * Most JP of a week.
 */
week_cap: number, 
/**
 * Of the same field of training as the one who is replaced.
 */
same_department: boolean, 
/**
 * Teaches the class already.
 */
knows_class: boolean, 
/**
 * What would clash; nothing: can take over as things stand.
 */
against: Array<Clash>, };
