// Written from the Rust type of the same name; not by hand.
import type { FitPart } from "./FitPart.ts";

/**
 * How well a person fits a vacancy, 0 to 100, and why.
 */
export type BoothFit = { 
/**
 * Points.
 */
points: number, 
/**
 * The parts: what was asked for by its share, then the rest.
 */
parts: Array<FitPart>, };
