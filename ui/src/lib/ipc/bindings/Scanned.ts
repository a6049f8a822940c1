// Written from the Rust type of the same name; not by hand.

/**
 * A picture or a PDF.
 */
export type Scanned = { 
/**
 * `image/jpeg` or `application/pdf`.
 */
mime: string, 
/**
 * The bytes in Base64.
 */
data: string, };
