/** Made-up people by their row number, so that a register of a million needs no memory. */
const FIRST = ["Siti", "Budi", "Agus", "Dewi", "Rina", "Joko", "Ayu", "Hendra", "Fitri", "Eko", "Putri", "Rahmat", "Lestari", "Yusuf"];
const LAST = ["Nurhaliza", "Santoso", "Wijaya", "Lestari", "Pratama", "Hidayat", "Saputra", "Rahayu", "Kurniawan", "Maulana", "Utami"];
const PLACES = ["Cibinong", "Pakansari", "Citeureup", "Kedunghalang", "Wonokromo", "Sukmajaya"];
const COURSES = ["Las SMAW 3G", "Menjahit Pakaian", "Teknisi AC", "Desain Grafis", "Barista", "Operator Forklift"];
const STATES = ["registered", "docs", "accepted", "reserve", "withdrawn", "certified"] as const;

export interface SamplePerson { id: string; no: number; name: string; nik: string; born: string; village: string; course: string; state: (typeof STATES)[number]; score: number }

export function personAt(no: number): SamplePerson {
  const pick = <T>(list: readonly T[], salt: number): T => list[(no * 7919 + salt * 104729 + (no >> 3) * 31) % list.length]!;
  const day = 1 + (no % 28);
  const month = 1 + (no % 12);
  const year = 1985 + (no % 22);
  return {
    id: `p${no}`,
    no: no + 1,
    name: `${pick(FIRST, 1)} ${pick(LAST, 2)}`,
    nik: `32010${1 + (no % 9)}${String(day).padStart(2, "0")}${String(month).padStart(2, "0")}${String(year).slice(2)}${String(no % 10_000).padStart(4, "0")}`,
    born: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    village: pick(PLACES, 3),
    course: pick(COURSES, 4),
    state: pick(STATES, 5),
    score: 50 + ((no * 37) % 500) / 10,
  };
}
