// Written from the Rust type of the same name; not by hand.

/**
 * What a card is on a day (*status kartu*).
 */
export type CardStatus = "AKTIF" | "JATUH_TEMPO_LAPOR" | "KEDALUWARSA" | "DIPERPANJANG" | "DITEMPATKAN" | "BATAL";
