// Written from the Rust type of the same name; not by hand.
import type { BoardColumn } from "./BoardColumn.ts";
import type { PatternLessons } from "./PatternLessons.ts";

/**
 * A day of the board.
 */
export type BoardDay = { 
/**
 * Which.
 */
day_on: string, 
/**
 * The day off that closes it.
 */
closed: string | null, 
/**
 * Its columns.
 */
columns: Array<BoardColumn>, 
/**
 * Where the lessons of each pattern lie in them; the pattern is the batch's own, also in a season.
 */
lessons: Array<PatternLessons>, };
