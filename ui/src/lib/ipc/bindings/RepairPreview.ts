// Written from the Rust type of the same name; not by hand.
import type { RepairLine } from "./RepairLine.ts";
import type { UnplacedRow } from "./UnplacedRow.ts";

/**
 * What mending would do.
 */
export type RepairPreview = { 
/**
 * Sessions that cannot stay.
 */
hit: number, 
/**
 * Sessions of the whole timetable.
 */
sessions: number, 
/**
 * The first day on which the instructor or the room in question has a session, when none of the days hits one.
 */
next_on: string | null, 
/**
 * Sessions that change.
 */
lines: Array<RepairLine>, 
/**
 * What has no place any more.
 */
unplaced: Array<UnplacedRow>, 
/**
 * No way changes fewer sessions.
 */
proved: boolean, };
