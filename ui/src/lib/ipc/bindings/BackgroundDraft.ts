// Written from the Rust type of the same name; not by hand.
import type { BackgroundKind } from "./BackgroundKind.ts";
import type { Education } from "./Education.ts";

/**
 * A row as typed.
 */
export type BackgroundDraft = { 
/**
 * `None`: a new row.
 */
id: string | null, 
/**
 * What it tells.
 */
kind: BackgroundKind, 
/**
 * The level of a school.
 */
level: Education | null, 
/**
 * Subject, post, course, language or skill.
 */
title: string, 
/**
 * School, employer, institute.
 */
place: string, 
/**
 * From which year.
 */
year_from: number | null, 
/**
 * Until which year.
 */
year_to: number | null, };
