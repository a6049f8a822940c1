// Written from the Rust type of the same name; not by hand.

/**
 * Takes a vacancy out of the lists or puts it back.
 */
export type VacancyMark = { 
/**
 * Which.
 */
id: string, 
/**
 * Out, or back.
 */
gone: boolean, };
