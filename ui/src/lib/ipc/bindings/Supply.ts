// Written from the Rust type of the same name; not by hand.
import type { SupplyKind } from "./SupplyKind.ts";

/**
 * A tool or a consumable (*alat, bahan*).
 */
export type Supply = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Comes back or is used up.
 */
kind: SupplyKind, 
/**
 * What is counted: `unit`, `kg`, `batang`.
 */
measure: string, 
/**
 * How many there are.
 */
stock: number, 
/**
 * Gone since.
 */
retired_at: string | null, };
