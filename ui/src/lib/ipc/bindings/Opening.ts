// Written from the Rust type of the same name; not by hand.
import type { Clash } from "./Clash.ts";
import type { SessionPlace } from "./SessionPlace.ts";

/**
 * A place where a session breaks no hard rule.
 */
export type Opening = { 
/**
 * The place.
 */
place: SessionPlace, 
/**
 * Soft rules that it would break.
 */
wishes: Array<Clash>, };
