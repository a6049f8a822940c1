// Written from the Rust type of the same name; not by hand.
import type { DisturbanceKind } from "./DisturbanceKind.ts";

/**
 * A disturbance.
 */
export type Disturbance = { 
/**
 * What.
 */
kind: DisturbanceKind, 
/**
 * Who is away.
 */
instructor_id: string | null, 
/**
 * Which room is closed.
 */
room_id: string | null, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };
