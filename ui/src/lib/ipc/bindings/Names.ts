// Written from the Rust type of the same name; not by hand.
import type { BatchName } from "./BatchName.ts";
import type { InstructorName } from "./InstructorName.ts";
import type { RoomName } from "./RoomName.ts";
import type { UnitName } from "./UnitName.ts";

/**
 * What the parts of a timetable are called.
 */
export type Names = { 
/**
 * Batches by name.
 */
batches: Array<BatchName>, 
/**
 * Instructors by name.
 */
instructors: Array<InstructorName>, 
/**
 * Rooms by code.
 */
rooms: Array<RoomName>, 
/**
 * Units in the order of their programmes.
 */
units: Array<UnitName>, };
