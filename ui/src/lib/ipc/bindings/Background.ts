// Written from the Rust type of the same name; not by hand.
import type { BackgroundKind } from "./BackgroundKind.ts";
import type { Education } from "./Education.ts";

/**
 * One school, job, course, language or skill of a person.
 */
export type Background = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Whose.
 */
person_id: string, 
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
place: string | null, 
/**
 * From which year.
 */
year_from: number | null, 
/**
 * Until which year; of a school the year of leaving.
 */
year_to: number | null, 
/**
 * Taken out since.
 */
retired_at: string | null, };
