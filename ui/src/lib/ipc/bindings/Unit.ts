// Written from the Rust type of the same name; not by hand.

/**
 * A competence unit (*unit kompetensi*). Its code names it, the version being the code's last part.
 */
export type Unit = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its code as printed, normalised: `C.14GMT06.024.1`.
 */
code: string, 
/**
 * Which issue of the unit; `None`: the code is of no known pattern.
 */
version: number | null, 
/**
 * What one is able to do.
 */
title: string, 
/**
 * The decree of its standard (*Kepmenaker*) with number and year.
 */
decree: string | null, 
/**
 * Superseded since.
 */
retired_at: string | null, };
