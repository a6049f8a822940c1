// Written from the Rust type of the same name; not by hand.

/**
 * What a column holds.
 */
export type Target = "number" | "full-name" | "nik" | "kk-number" | "birth-place" | "birth-on" | "birth-place-and-date" | "sex" | "sex-male" | "sex-female" | "religion" | "marital" | "education" | "major" | "school" | "graduation-year" | "address" | "rt" | "rw" | "rt-rw" | "village" | "district" | "regency" | "province" | "postcode" | "phone" | "email" | "programme" | "employment" | "disability" | "registered-on" | "note" | "ignore";
