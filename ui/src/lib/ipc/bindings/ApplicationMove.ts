// Written from the Rust type of the same name; not by hand.
import type { StepDraft } from "./StepDraft.ts";

/**
 * Moves an application on.
 */
export type ApplicationMove = { 
/**
 * Which.
 */
id: string, 
/**
 * The step.
 */
step: StepDraft, };
