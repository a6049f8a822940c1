// Written from the Rust type of the same name; not by hand.

/**
 * When and where a session is to be, and who holds it.
 */
export type SessionPlace = { 
/**
 * Which session.
 */
id: string, 
/**
 * The day.
 */
day_on: string, 
/**
 * First lesson, from 1.
 */
slot: number, 
/**
 * Lessons, in JP.
 */
length: number, 
/**
 * Where.
 */
room_id: string | null, 
/**
 * Who.
 */
instructor_id: string | null, 
/**
 * Who else.
 */
second_id: string | null, };
