// Written from the Rust type of the same name; not by hand.

/**
 * Kind of paper (*jenis berkas*).
 */
export type DocumentKind = "KTP" | "KK" | "KIA" | "IJAZAH" | "FOTO" | "AK1" | "SURAT_SEHAT" | "SURAT_PERNYATAAN" | "SERTIFIKAT" | "LAINNYA";
