// Written from the Rust type of the same name; not by hand.
import type { Shift } from "./Shift.ts";

/**
 * A time pattern (*pola waktu*).
 */
export type TimePattern = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name: `Pagi 8 JP`.
 */
name: string, 
/**
 * Which part of the day.
 */
shift: Shift, 
/**
 * Minutes of one JP.
 */
minutes_per_jp: number, 
/**
 * No longer used since.
 */
retired_at: string | null, };
