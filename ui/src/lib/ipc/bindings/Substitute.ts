// Written from the Rust type of the same name; not by hand.

/**
 * Why just this substitute.
 */
export type Substitute = { 
/**
 * Holds the competence on that day.
 */
qualified: boolean, 
/**
 * Has no other session then.
 */
free: boolean, 
/**
 * JP of the week with this session.
 */
week_jp: number, 
/**
 * Most JP of a week.
 */
week_cap: number, 
/**
 * Of the same field of training.
 */
same_department: boolean, };
