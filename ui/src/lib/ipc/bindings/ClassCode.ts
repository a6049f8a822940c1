// Written from the Rust type of the same name; not by hand.
import type { CodeList } from "./CodeList.ts";

/**
 * One code of one edition of a list.
 */
export type ClassCode = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Which list.
 */
list: CodeList, 
/**
 * Year of the edition.
 */
version: number, 
/**
 * The code.
 */
code: string, 
/**
 * What it stands for.
 */
name: string, 
/**
 * The code above it.
 */
parent: string | null, };
