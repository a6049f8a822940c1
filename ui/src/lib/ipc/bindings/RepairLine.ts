// Written from the Rust type of the same name; not by hand.
import type { MoveKind } from "./MoveKind.ts";
import type { NoticeLine } from "./NoticeLine.ts";
import type { Substitute } from "./Substitute.ts";

/**
 * A session that changes.
 */
export type RepairLine = { 
/**
 * Before and after.
 */
change: NoticeLine, 
/**
 * How far it had to go.
 */
how: MoveKind, 
/**
 * Who stands in, if somebody does.
 */
substitute: Substitute | null, };
