// Written from the Rust type of the same name; not by hand.

/**
 * By what the list is sorted.
 */
export type PeopleSort = "name" | "birth" | "newest";
