// Written from the Rust type of the same name; not by hand.
import type { SessionKind } from "./SessionKind.ts";

/**
 * A session (*sesi*): some lessons on end of one batch.
 */
export type Session = { 
/**
 * The row's id.
 */
id: string, 
/**
 * On which timetable.
 */
plan_id: string, 
/**
 * Which batch.
 */
batch_id: string, 
/**
 * What is taught; `None` for ceremonies and assessment.
 */
programme_unit_id: string | null, 
/**
 * What it is.
 */
kind: SessionKind, 
/**
 * Words of its own.
 */
title: string | null, 
/**
 * The day.
 */
day_on: string, 
/**
 * First lesson of the day's pattern, from 1.
 */
slot: number, 
/**
 * How many lessons, in JP.
 */
length: number, 
/**
 * Where.
 */
room_id: string | null, 
/**
 * Who.
 */
instructor_id: string | null, 
/**
 * Who else.
 */
second_id: string | null, 
/**
 * The planner leaves it where it is.
 */
locked: boolean, 
/**
 * The session of the published timetable that this one copies.
 */
origin_id: string | null, };
