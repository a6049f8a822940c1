// Written from the Rust type of the same name; not by hand.
import type { Direction } from "./Direction.ts";

/**
 * A ticket shown to a station.
 */
export type Scan = { 
/**
 * At which fair.
 */
fair_id: string, 
/**
 * What the scanner typed, or a person.
 */
code: string, 
/**
 * Or who it is, found by name.
 */
visit: string | null, 
/**
 * Which way.
 */
direction: Direction, 
/**
 * Why a supervisor lets the person in all the same.
 */
override_reason: string, };
