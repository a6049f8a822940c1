// Written from the Rust type of the same name; not by hand.
import type { FirstRun } from "./FirstRun.ts";

/**
 * The first run: the office, and what protects its file.
 */
export type FirstRunDraft = { 
/**
 * The office and its first administrator.
 */
office: FirstRun, 
/**
 * The passphrase of the file; empty: that of `BALAI_PASSPHRASE`.
 */
passphrase: string, 
/**
 * Let this PC's keyring open the file, if it has one that works.
 */
keyring: boolean, };
