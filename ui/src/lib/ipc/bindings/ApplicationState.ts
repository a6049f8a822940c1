// Written from the Rust type of the same name; not by hand.

/**
 * Where an application stands (*status pendaftaran*).
 */
export type ApplicationState = "DRAF" | "TERDAFTAR" | "BERKAS_KURANG" | "LOLOS_BERKAS" | "TIDAK_LOLOS_BERKAS" | "UJIAN" | "LULUS_SELEKSI" | "CADANGAN" | "TIDAK_LULUS" | "DIPANGGIL" | "DAFTAR_ULANG" | "GUGUR" | "PESERTA_AKTIF" | "MENGUNDURKAN_DIRI" | "DIKELUARKAN" | "BEKERJA_SEBELUM_SELESAI" | "SELESAI";
