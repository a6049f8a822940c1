// Written from the Rust type of the same name; not by hand.
import type { RoomKind } from "./RoomKind.ts";
import type { RoomPriority } from "./RoomPriority.ts";

/**
 * A room or workshop (*ruang, bengkel*).
 */
export type Room = { 
/**
 * The row's id.
 */
id: string, 
/**
 * As on the timetable: `LAS-1`.
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
 * Its equipment, words parted by commas.
 */
equipment: string | null, 
/**
 * To which field it belongs; `None`: to all.
 */
department_id: string | null, 
/**
 * Gone since.
 */
retired_at: string | null, };
