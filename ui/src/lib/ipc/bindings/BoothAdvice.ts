// Written from the Rust type of the same name; not by hand.
import type { BoothFit } from "./BoothFit.ts";

/**
 * A booth for a visitor, with the reason.
 */
export type BoothAdvice = { 
/**
 * Which company.
 */
participation: string, 
/**
 * Its name.
 */
company: string, 
/**
 * Its booth.
 */
booth: string | null, 
/**
 * The vacancy that fits best.
 */
vacancy: string, 
/**
 * Its post.
 */
title: string, 
/**
 * How well, and why.
 */
fit: BoothFit, 
/**
 * Numbers that wait before it.
 */
waiting: number, };
