// Written from the Rust type of the same name; not by hand.
import type { Closure } from "./Closure.ts";
import type { Room } from "./Room.ts";

/**
 * A room with the days on which it is closed.
 */
export type RoomRow = { 
/**
 * The room.
 */
room: Room, 
/**
 * The field's name.
 */
department: string | null, 
/**
 * Its closures by first day.
 */
closures: Array<Closure>, 
/**
 * Closed on the day that was asked.
 */
closed: boolean, };
