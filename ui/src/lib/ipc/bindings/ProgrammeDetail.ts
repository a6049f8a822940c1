// Written from the Rust type of the same name; not by hand.
import type { JpTotals } from "./JpTotals.ts";
import type { Programme } from "./Programme.ts";
import type { Refusal } from "./Refusal.ts";
import type { UnitLine } from "./UnitLine.ts";
import type { UnitSupply } from "./UnitSupply.ts";
import type { VersionMark } from "./VersionMark.ts";

/**
 * A programme with its units.
 */
export type ProgrammeDetail = { 
/**
 * The programme.
 */
programme: Programme, 
/**
 * *Kejuruan*.
 */
department: string | null, 
/**
 * Its units in their order, numbered from 1.
 */
units: Array<UnitLine>, 
/**
 * What the units need of supplies.
 */
supplies: Array<UnitSupply>, 
/**
 * All lessons.
 */
totals: JpTotals, 
/**
 * All versions, the newest first.
 */
versions: Array<VersionMark>, 
/**
 * What a clerk should look at; words under `programme_finding`.
 */
findings: Array<Refusal>, };
