// Written from the Rust type of the same name; not by hand.

/**
 * Religion (*agama*), kept only because the card prints it.
 */
export type Religion = "ISLAM" | "KATOLIK" | "PROTESTAN" | "HINDU" | "BUDDHA" | "KHONGHUCU" | "KEPERCAYAAN";
