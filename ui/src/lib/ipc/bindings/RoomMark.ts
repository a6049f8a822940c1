// Written from the Rust type of the same name; not by hand.

/**
 * Takes a room out of the lists or puts it back.
 */
export type RoomMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
