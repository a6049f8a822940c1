// Written from the Rust type of the same name; not by hand.

/**
 * A unit to save.
 */
export type UnitDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Its code, as typed.
 */
code: string, 
/**
 * What one is able to do.
 */
title: string, 
/**
 * The decree of its standard.
 */
decree: string | null, };
