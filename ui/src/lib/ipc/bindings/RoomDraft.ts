// Written from the Rust type of the same name; not by hand.
import type { RoomKind } from "./RoomKind.ts";
import type { RoomPriority } from "./RoomPriority.ts";

/**
 * A room to save.
 */
export type RoomDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * As on the timetable.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for.
 */
kind: RoomKind, 
/**
 * Seats or work places.
 */
seats: number, 
/**
 * Reached without a step.
 */
step_free: boolean, 
/**
 * How gladly it is used.
 */
priority: RoomPriority, 
/**
 * Its equipment.
 */
equipment: string | null, 
/**
 * To which field it belongs.
 */
department_id: string | null, };
