// Written from the Rust type of the same name; not by hand.
import type { ExportForm } from "./ExportForm.ts";

/**
 * Everything that is held on a person.
 */
export type PersonExport = { 
/**
 * On whom.
 */
id: string, 
/**
 * To whom and why; kept.
 */
reason: string, 
/**
 * In which form.
 */
form: ExportForm, };
