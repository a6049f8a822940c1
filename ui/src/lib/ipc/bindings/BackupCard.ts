// Written from the Rust type of the same name; not by hand.

/**
 * A backup in the list.
 */
export type BackupCard = { 
/**
 * By which it is restored or tried.
 */
handle: string, 
/**
 * The file's name.
 */
name: string, 
/**
 * When it was made; `None` when the file is damaged.
 */
made_at: string | null, 
/**
 * Bytes of the database in it.
 */
length: number | null, 
/**
 * The program that made it.
 */
program: string | null, };
