// Written from the Rust type of the same name; not by hand.

/**
 * What a report is on a day (*status laporan*).
 */
export type ReportState = "MENUNGGU" | "JATUH_TEMPO" | "TERLEWAT" | "LAPOR" | "TERLAMBAT";
