// Written from the Rust type of the same name; not by hand.

/**
 * In which columns the lessons of a pattern begin: the first lesson is at 0.
 */
export type PatternLessons = { 
/**
 * Which pattern.
 */
pattern_id: string, 
/**
 * The column of each lesson.
 */
columns: Array<number>, 
/**
 * The column after each lesson's end.
 */
ends: Array<number>, };
