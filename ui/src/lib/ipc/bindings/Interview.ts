// Written from the Rust type of the same name; not by hand.

/**
 * A time for an interview.
 */
export type Interview = { 
/**
 * The row's id.
 */
id: string, 
/**
 * For which application.
 */
application_id: string, 
/**
 * From.
 */
starts_at: string, 
/**
 * How long.
 */
minutes: number, 
/**
 * Where; `None`: at the booth.
 */
place: string | null, };
