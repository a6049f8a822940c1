// Written from the Rust type of the same name; not by hand.

/**
 * A time to keep.
 */
export type InterviewDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * For which application.
 */
application: string, 
/**
 * From.
 */
starts_at: string, 
/**
 * How long.
 */
minutes: number, 
/**
 * Where.
 */
place: string, };
