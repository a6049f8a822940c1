import { expect, test } from "vitest";
import { rulesInWords } from "./words.ts";

const free = { age_min: null, age_max: null, education_min: null, employment_not: [], cooldown_months: null, documents: [], starts_on: null, closes_on: "2026-12-05" };

test("ages are counted on the first day of the course, else on the last of registration", () => {
  expect(rulesInWords({ ...free, age_max: 35 }, "")).toEqual(["Umur paling tua 35 tahun pada 5 Desember 2026."]);
  expect(rulesInWords({ ...free, age_min: 17, age_max: 35, starts_on: "2027-01-11" }, "")).toEqual(["Umur 17 sampai 35 tahun pada 11 Januari 2027."]);
});

test("every rule is one sentence, and none is said where none is", () => {
  expect(rulesInWords(free, "")).toEqual([]);
  expect(rulesInWords({ ...free, education_min: "SMA", employment_not: ["BEKERJA"], cooldown_months: 24, documents: ["KTP", "IJAZAH"] }, "Kabupaten Bekasi")).toEqual([
    "Pendidikan paling rendah SMA.",
    "Berdomisili di Kabupaten Bekasi.",
    "Tidak diterima bila statusnya: bekerja.",
    "Belum mengikuti pelatihan di sini dalam 24 bulan terakhir.",
    "Membawa: KTP-el, Ijazah terakhir.",
  ]);
});
