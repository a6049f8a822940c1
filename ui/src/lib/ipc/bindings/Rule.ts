// Written from the Rust type of the same name; not by hand.

/**
 * What a rule asks about.
 */
export type Rule = "window" | "twice" | "age" | "education" | "domicile" | "employment" | "cooldown" | "elsewhere" | "guardian";
