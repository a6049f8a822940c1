// Written from the Rust type of the same name; not by hand.

/**
 * What the clerk chose.
 */
export type IntakeChoice = { 
/**
 * Every row into this intake, whatever its programme column says.
 */
all: string | null, 
/**
 * For these words of the programme column: this intake, or none.
 */
by_text: { [key in string]: string | null }, };
