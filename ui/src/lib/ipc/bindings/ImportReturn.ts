// Written from the Rust type of the same name; not by hand.

/**
 * Which rows to send back.
 */
export type ImportReturn = { 
/**
 * The file.
 */
id: string, 
/**
 * Also those that somebody has to look at.
 */
doubtful: boolean, };
