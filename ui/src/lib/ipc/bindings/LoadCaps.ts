// Written from the Rust type of the same name; not by hand.
import type { LoadCap } from "./LoadCap.ts";

/**
 * The caps of an office, or of one instructor.
 */
export type LoadCaps = { 
/**
 * A day.
 */
day: LoadCap, 
/**
 * A week, Monday to Sunday.
 */
week: LoadCap, 
/**
 * A calendar month.
 */
month: LoadCap, };
