// Written from the Rust type of the same name; not by hand.

/**
 * What the person does now (*status pekerjaan*).
 */
export type Employment = "BELUM_BEKERJA" | "BEKERJA" | "PHK" | "BARU_LULUS" | "WIRAUSAHA" | "PELAJAR" | "RUMAH_TANGGA";
