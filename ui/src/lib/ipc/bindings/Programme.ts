// Written from the Rust type of the same name; not by hand.
import type { ProgrammeForm } from "./ProgrammeForm.ts";

/**
 * A training programme (*program pelatihan*). Versions of one programme share its code.
 */
export type Programme = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Short code: `LAS-SMAW`.
 */
code: string, 
/**
 * Its full name: `Pengelasan SMAW 3F`.
 */
name: string, 
/**
 * *Kejuruan*: `Teknik Las`.
 */
department_id: string | null, 
/**
 * Other names that files use for it, parted by commas.
 */
aliases: string | null, 
/**
 * No longer taught since.
 */
retired_at: string | null, 
/**
 * What it refers to.
 */
form: ProgrammeForm | null, 
/**
 * KKNI level, 1 to 9.
 */
kkni_level: number | null, 
/**
 * Usual JP a day; `None`: as the time pattern.
 */
jp_day: number | null, 
/**
 * Which version, from 1.
 */
version: number, 
/**
 * First day of the version.
 */
valid_from: string | null, 
/**
 * Last day of the version.
 */
valid_to: string | null, 
/**
 * Its number in SIAPkerja.
 */
siapkerja_id: string | null, };
