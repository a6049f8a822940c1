// Written from the Rust type of the same name; not by hand.

/**
 * What a column holds.
 */
export type CatalogTarget = "ignore" | "programme" | "programme-code" | "department" | "form" | "level" | "jp-day" | "aliases" | "unit-code" | "unit-title" | "jp-theory" | "jp-practice" | "jp-ojt" | "jp" | "teachers" | "theory-room" | "practice-room" | "equipment" | "needs" | "decree" | "name" | "code" | "nip" | "status" | "methodology" | "assessor" | "phone" | "room-kind" | "seats" | "step-free";
