// Written from the Rust type of the same name; not by hand.
import type { Session } from "./Session.ts";

/**
 * A session where it lies on the board.
 */
export type BoardSession = { 
/**
 * The session.
 */
session: Session, 
/**
 * Its first column of the day, from 0.
 */
column: number, 
/**
 * How many columns it fills.
 */
span: number, };
