// Written from the Rust type of the same name; not by hand.
import type { Finding } from "./Finding.ts";

/**
 * A person that was stored.
 */
export type SavedPerson = { 
/**
 * Who.
 */
id: string, 
/**
 * What stayed doubtful.
 */
findings: Array<Finding>, 
/**
 * The act, by which it is taken back.
 */
act: number, };
