/** Command name -> input and output. Written by the Rust side; an empty map until its first run. */
// eslint-disable-next-line
export interface Commands {}
