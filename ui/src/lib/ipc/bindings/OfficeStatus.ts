// Written from the Rust type of the same name; not by hand.
import type { DeskState } from "./DeskState.ts";
import type { Failure } from "./Failure.ts";
import type { Office } from "./Office.ts";
import type { OfficerSession } from "./OfficerSession.ts";
import type { SampleLogin } from "./SampleLogin.ts";
import type { Waiting } from "./Waiting.ts";

/**
 * Everything the page needs to decide what to show first.
 */
export type OfficeStatus = { 
/**
 * The state of the data folder.
 */
state: DeskState, 
/**
 * What is wrong, in state `problem`.
 */
problem: Failure | null, 
/**
 * The data folder.
 */
folder: string, 
/**
 * True in the office of made-up people (*data contoh*).
 */
sample: boolean, 
/**
 * How to sign in there.
 */
sample_login: SampleLogin | null, 
/**
 * The office, once open.
 */
office: Office | null, 
/**
 * The place of the office in words: `Kabupaten Bekasi, Jawa Barat`.
 */
regency: string | null, 
/**
 * Who is signed in.
 */
session: OfficerSession | null, 
/**
 * Whose work waits behind the lock.
 */
waiting: Waiting | null, 
/**
 * The day at the office.
 */
today: string, 
/**
 * The desk stands at the counter (*mode loket*).
 */
counter: boolean, 
/**
 * Minutes of quiet before the lock.
 */
lock_minutes: number, 
/**
 * This PC's short name.
 */
device: string | null, 
/**
 * The program's version.
 */
version: string, 
/**
 * The incident with which the program ended last time.
 */
last_crash: string | null, };
