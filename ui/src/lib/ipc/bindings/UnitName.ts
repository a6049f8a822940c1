// Written from the Rust type of the same name; not by hand.

/**
 * A unit of a programme on the board.
 */
export type UnitName = { 
/**
 * Which.
 */
id: string, 
/**
 * Of which programme.
 */
programme_id: string, 
/**
 * Code of the standard; `None`: in no standard.
 */
code: string | null, 
/**
 * Its name.
 */
title: string, };
