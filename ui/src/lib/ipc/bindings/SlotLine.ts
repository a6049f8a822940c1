// Written from the Rust type of the same name; not by hand.
import type { SlotKind } from "./SlotKind.ts";

/**
 * One slot of a weekday.
 */
export type SlotLine = { 
/**
 * 1 Monday to 7 Sunday.
 */
weekday: number, 
/**
 * Lesson or break.
 */
kind: SlotKind, 
/**
 * From.
 */
from_time: string, 
/**
 * Until.
 */
to_time: string, };
