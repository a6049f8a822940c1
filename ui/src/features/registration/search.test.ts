import { expect, test } from "vitest";
import { fit, intakeOptions } from "./search.ts";
import type { IntakeRow } from "../../lib/ipc/bindings/IntakeRow.ts";

const row = (id: string, programme_code: string, programme: string, window: IntakeRow["window"]): IntakeRow => ({
  id, name: "Angkatan 1/2026", programme_id: id, programme_code, programme, window,
  opens_on: "2026-11-01", closes_on: "2026-11-30", starts_on: null, seats: 16, reserves: 2, applicants: 0, verified: 0, lacking: 0, seats_left: 16, retired: false,
});

test("two letters of the code or of a later word find an intake, open ones first", () => {
  const all = [row("a", "LAS-SMAW", "Pengelasan SMAW 3F", "DITUTUP"), row("b", "LAS-TIG", "Las TIG", "DIBUKA"), row("c", "MENJAHIT", "Menjahit Pakaian", "DIBUKA")];
  expect(intakeOptions(all, "la").map((one) => one.value)).toEqual(["b", "a"]);
  expect(intakeOptions(all, "pa").map((one) => one.value)).toEqual(["c"]);
  expect(intakeOptions(all, "zz")).toEqual([]);
});

test("a beginning is better than a word inside, and that better than letters inside", () => {
  expect([fit("Las TIG", "las"), fit("Juru Las", "las"), fit("Kelas Malam", "las"), fit("Menjahit", "las")]).toEqual([0, 1, 2, undefined]);
});
