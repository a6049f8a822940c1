// Written from the Rust type of the same name; not by hand.
import type { CodeGeneration } from "./CodeGeneration.ts";
import type { Unit } from "./Unit.ts";

/**
 * A unit in the list.
 */
export type UnitRow = { 
/**
 * The unit.
 */
unit: Unit, 
/**
 * Which rule shaped its code; `None`: none, which is worth a look.
 */
generation: CodeGeneration | null, 
/**
 * Programmes that teach it.
 */
programmes: number, };
