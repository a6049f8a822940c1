// Written from the Rust type of the same name; not by hand.

/**
 * How far an application has come.
 */
export type JobState = "MELAMAR" | "LOLOS_BERKAS" | "WAWANCARA" | "DITERIMA" | "DITOLAK" | "MENGUNDURKAN_DIRI";
