// Written from the Rust type of the same name; not by hand.

/**
 * A paper that lies ready: by its id its pages are looked at, and it is saved or printed.
 */
export type Paper = { 
/**
 * By which the desk finds it, until the officer leaves.
 */
id: string, 
/**
 * What it is, in words.
 */
title: string, 
/**
 * How many pages it has.
 */
pages: number, };
