// Written from the Rust type of the same name; not by hand.
import type { BoardDay } from "./BoardDay.ts";
import type { BoardSession } from "./BoardSession.ts";
import type { Clash } from "./Clash.ts";
import type { Plan } from "./Plan.ts";

/**
 * Some days of a timetable with everything that clashes on them.
 */
export type BoardWeek = { 
/**
 * Which timetable; `None`: nothing is published yet.
 */
plan: Plan | null, 
/**
 * The days.
 */
days: Array<BoardDay>, 
/**
 * The sessions.
 */
sessions: Array<BoardSession>, 
/**
 * What clashes.
 */
clashes: Array<Clash>, };
