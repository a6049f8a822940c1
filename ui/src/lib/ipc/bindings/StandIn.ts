// Written from the Rust type of the same name; not by hand.

/**
 * Who is to stand in for a session, where the office knows better than the ranking.
 */
export type StandIn = { 
/**
 * Which session.
 */
session_id: string, 
/**
 * Instead of whom.
 */
instead_of: string, 
/**
 * Who.
 */
instructor_id: string, };
