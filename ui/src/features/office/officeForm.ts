/** What is asked of an office, at first run and later; and what can be guessed from its kind and its place. */
import type { OfficeKind } from "../../lib/ipc/bindings/OfficeKind.ts";
import type { Zone } from "../../lib/ipc/bindings/Zone.ts";

export interface OfficeForm {
  name: string;
  kind: OfficeKind;
  regency_code: string;
  /** The regency in words; only the code is kept. */
  regency: string;
  zone: Zone;
  letterhead_1: string;
  letterhead_2: string;
  letterhead_3: string;
  address: string;
}

export type Guess = Pick<OfficeForm, "name" | "letterhead_1" | "letterhead_2" | "letterhead_3">;

/** Official names are Indonesian in every language of the screen. */
export function guess(kind: OfficeKind, regency: string): Guess {
  const place = regency.trim();
  return {
    name: place ? (kind === "BLK" ? `UPTD BLK ${place}` : `Disnaker ${place}`) : "",
    letterhead_1: place ? `PEMERINTAH ${place.toUpperCase()}` : "",
    letterhead_2: "DINAS TENAGA KERJA",
    letterhead_3: kind === "BLK" ? "UPTD BALAI LATIHAN KERJA" : "",
  };
}
