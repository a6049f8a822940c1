// Written from the Rust type of the same name; not by hand.
import type { FitKind } from "./FitKind.ts";

/**
 * A part of a score.
 */
export type FitPart = { 
/**
 * About what.
 */
kind: FitKind, 
/**
 * Points.
 */
points: number, 
/**
 * Points that it could have.
 */
of: number, };
