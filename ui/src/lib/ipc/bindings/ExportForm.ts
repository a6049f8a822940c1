// Written from the Rust type of the same name; not by hand.

/**
 * In which form everything on a person is handed out.
 */
export type ExportForm = "pdf" | "json";
