// Written from the Rust type of the same name; not by hand.

/**
 * A switch on a person.
 */
export type PersonSwitch = { 
/**
 * Who.
 */
id: string, 
/**
 * On or off.
 */
on: boolean, };
