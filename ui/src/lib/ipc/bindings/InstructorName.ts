// Written from the Rust type of the same name; not by hand.

/**
 * An instructor on the board.
 */
export type InstructorName = { 
/**
 * Who.
 */
id: string, 
/**
 * Full name.
 */
name: string, 
/**
 * As in a cell.
 */
initials: string, 
/**
 * Left.
 */
gone: boolean, };
