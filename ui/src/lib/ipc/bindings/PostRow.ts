// Written from the Rust type of the same name; not by hand.

/**
 * A post of the fair with what came of it.
 */
export type PostRow = { 
/**
 * The post.
 */
title: string, 
/**
 * The company.
 */
company: string, 
/**
 * For men, for women, for whoever fits.
 */
men: number, 
/**
 * For women.
 */
women: number, 
/**
 * For whoever fits.
 */
either: number, 
/**
 * Open to people with a disability.
 */
friendly: boolean, 
/**
 * Applied.
 */
applied: number, 
/**
 * Hired.
 */
hired: number, };
