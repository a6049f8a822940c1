// Written from the Rust type of the same name; not by hand.

/**
 * What the job seeker does at the time of the card (*status pencari kerja*).
 */
export type SeekerStatus = "MENGANGGUR" | "BEKERJA_INGIN_PINDAH" | "BARU_LULUS" | "PHK";
