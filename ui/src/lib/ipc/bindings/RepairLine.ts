// Written from the Rust type of the same name; not by hand.
import type { Candidate } from "./Candidate.ts";
import type { MoveKind } from "./MoveKind.ts";
import type { NoticeLine } from "./NoticeLine.ts";

/**
 * A session that changes.
 */
export type RepairLine = { 
/**
 * Which session.
 */
session_id: string, 
/**
 * Before and after.
 */
change: NoticeLine, 
/**
 * How far it had to go.
 */
how: MoveKind, 
/**
 * Who is replaced, if somebody is.
 */
instead_of: string | null, 
/**
 * Who stands in.
 */
substitute: Candidate | null, 
/**
 * Who else could, best first.
 */
others: Array<Candidate>, };
