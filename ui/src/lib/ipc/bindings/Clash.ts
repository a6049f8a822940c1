// Written from the Rust type of the same name; not by hand.

/**
 * A rule that is broken or would be.
 */
export type Clash = { 
/**
 * The rule's code; its sentence stands under `clash`.
 */
rule: string, 
/**
 * Never to be broken, as the office keeps it.
 */
hard: boolean, 
/**
 * The sessions that clash.
 */
sessions: Array<string>, 
/**
 * Names and numbers for the sentence: `batch`, `other`, `instructor`, `room`, `count`, `cap`.
 */
params: { [key in string]: string }, };
