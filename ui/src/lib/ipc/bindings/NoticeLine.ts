// Written from the Rust type of the same name; not by hand.
import type { NoticePlace } from "./NoticePlace.ts";
import type { SessionKind } from "./SessionKind.ts";

/**
 * One session that changed.
 */
export type NoticeLine = { 
/**
 * The batch's name.
 */
batch: string, 
/**
 * What is taught, or the title.
 */
subject: string, 
/**
 * What the session is.
 */
kind: SessionKind, 
/**
 * Before; `None`: it is new.
 */
before: NoticePlace | null, 
/**
 * Now; `None`: it is off.
 */
after: NoticePlace | null, };
