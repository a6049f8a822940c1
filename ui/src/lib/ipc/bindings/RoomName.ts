// Written from the Rust type of the same name; not by hand.

/**
 * A room on the board.
 */
export type RoomName = { 
/**
 * Which.
 */
id: string, 
/**
 * As in a cell.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * No longer used.
 */
gone: boolean, };
