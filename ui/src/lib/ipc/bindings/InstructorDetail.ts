// Written from the Rust type of the same name; not by hand.
import type { Absence } from "./Absence.ts";
import type { CompetenceView } from "./CompetenceView.ts";
import type { HoursLine } from "./HoursLine.ts";
import type { Instructor } from "./Instructor.ts";
import type { LoadCaps } from "./LoadCaps.ts";

/**
 * An instructor with all that is noted.
 */
export type InstructorDetail = { 
/**
 * The instructor.
 */
instructor: Instructor, 
/**
 * Main field of training.
 */
department: string | null, 
/**
 * What they may teach.
 */
competences: Array<CompetenceView>, 
/**
 * Their normal week; none: always there.
 */
hours: Array<HoursLine>, 
/**
 * Days away by first day.
 */
absences: Array<Absence>, 
/**
 * Their caps.
 */
caps: LoadCaps, 
/**
 * The office's caps, without their own walls.
 */
office_caps: LoadCaps, };
