// Written from the Rust type of the same name; not by hand.

/**
 * How a plan is carried out.
 */
export type ImportOptions = { 
/**
 * Also doubtful rows on which nobody decided, but never a NIK of somebody else.
 */
include_doubtful: boolean, 
/**
 * Why doubtful rows are taken; kept as the note of their NIK and of rules that are not met.
 */
note: string, };
