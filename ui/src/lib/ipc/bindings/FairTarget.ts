// Written from the Rust type of the same name; not by hand.

/**
 * What a column holds.
 */
export type FairTarget = "ignore" | "company" | "nib" | "title" | "code" | "name" | "parent" | "men" | "women" | "either" | "wage-min" | "wage-max" | "education" | "experience" | "skills" | "units" | "age-min" | "age-max" | "disability" | "site" | "description" | "report" | "person" | "nik" | "sex" | "birth" | "phone" | "ticket" | "result" | "starts" | "wage" | "reason";
