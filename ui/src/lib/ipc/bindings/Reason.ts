// Written from the Rust type of the same name; not by hand.

/**
 * Why two rows may be one person; words live under `duplicate_reason.<code>`.
 */
export type Reason = "same_nik" | "nik_one_off" | "same_phone" | "same_kk" | "same_name" | "similar_name" | "same_birth" | "birth_swapped" | "birth_one_off";
