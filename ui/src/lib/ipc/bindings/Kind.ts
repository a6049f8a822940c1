// Written from the Rust type of the same name; not by hand.

/**
 * What an entry does to its row.
 */
export type Kind = "ins" | "upd" | "del" | "undel" | "merge" | "unmerge" | "erase" | "resolve";
