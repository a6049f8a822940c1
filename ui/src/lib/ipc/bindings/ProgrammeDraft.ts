// Written from the Rust type of the same name; not by hand.
import type { ProgrammeForm } from "./ProgrammeForm.ts";

/**
 * A programme to save.
 */
export type ProgrammeDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Short code; empty: made from the name.
 */
code: string, 
/**
 * Its full name.
 */
name: string, 
/**
 * *Kejuruan*.
 */
department_id: string | null, 
/**
 * Other names, parted by commas.
 */
aliases: string | null, 
/**
 * What it refers to.
 */
form: ProgrammeForm | null, 
/**
 * KKNI level.
 */
kkni_level: number | null, 
/**
 * Usual JP a day.
 */
jp_day: number | null, 
/**
 * First day of this version.
 */
valid_from: string | null, 
/**
 * Last day of this version.
 */
valid_to: string | null, 
/**
 * Its number in SIAPkerja.
 */
siapkerja_id: string | null, };
