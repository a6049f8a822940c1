// Written from the Rust type of the same name; not by hand.
import type { RoomKind } from "./RoomKind.ts";

/**
 * One line of the sheet: a unit with its lessons and what it needs.
 */
export type UnitLine = { 
/**
 * `None`: a new line.
 */
id: string | null, 
/**
 * By which other lines name it as what they need; `None`: no line does.
 */
number: number | null, 
/**
 * Code of the standard, as typed; `None`: in no standard.
 */
code: string | null, 
/**
 * Its name; empty: that of the code.
 */
title: string, 
/**
 * Theory, in JP.
 */
jp_theory: number, 
/**
 * Practice, in JP.
 */
jp_practice: number, 
/**
 * On the job, in JP.
 */
jp_ojt: number, 
/**
 * Instructors who teach it together: 1 or 2.
 */
instructors: number, 
/**
 * Room for theory.
 */
theory_room: RoomKind | null, 
/**
 * Room for practice.
 */
practice_room: RoomKind | null, 
/**
 * Equipment that the room of practice must have, words parted by commas.
 */
equipment: string | null, 
/**
 * Numbers of the lines that must be finished before.
 */
needs: Array<number>, };
