import { expect, test } from "vitest";
import { educationOf, employmentOf, personOf, sexOf, villageOf } from "./rows.ts";

test("a row as it comes from a paper form or from Excel becomes a person", () => {
  const { draft, unread } = personOf({ full_name: " Siti Aminah ", nik: "3216 0152 0599 0001", birth_on: "12 Mei 1999", sex: "Perempuan", education: "SLTA/sederajat", employment: "belum bekerja", rt: "003", phone: "0812" }, "2026-11-24");
  expect(unread).toEqual({});
  expect(draft).toMatchObject({ full_name: "Siti Aminah", nik: "3216015205990001", birth_on: "1999-05-12", sex: "P", education: "SMA", employment: "BELUM_BEKERJA", rt: "003", phone: "0812" });
});

test("cells that nobody can read are named, and nothing is made up for them", () => {
  const { draft, unread } = personOf({ full_name: "Budi", nik: "tidak ada", birth_on: "tidak tahu", sex: "x", education: "TK" }, "2026-11-24");
  expect(Object.keys(unread).sort()).toEqual(["birth_on", "education", "nik", "sex"]);
  expect([draft.birth_on, draft.sex, draft.education]).toEqual([null, null, null]);
});

test("words of sex, education and employment", () => {
  expect([sexOf("LK"), sexOf("w"), sexOf("2"), sexOf("?")]).toEqual(["L", "P", "P", undefined]);
  expect([educationOf("smk"), educationOf("D-3"), educationOf("STM"), educationOf("kursus")]).toEqual(["SMK", "D3", "SMK", undefined]);
  expect([employmentOf("Wirausaha"), employmentOf("phk"), employmentOf("-")]).toEqual(["WIRAUSAHA", "PHK", undefined]);
});

test("a village is taken when its district fits or when it is the only one of its name", () => {
  const hits = [{ village_code: "32.16.01.2001", label: "Sukamaju, Tarumajaya, Kabupaten Bekasi, Jawa Barat" }, { village_code: "32.01.01.2002", label: "Sukamaju, Cibinong, Kabupaten Bogor, Jawa Barat" }];
  expect(villageOf(hits, "suka maju", "CIBINONG")).toBe("32.01.01.2002");
  expect(villageOf(hits, "Sukamaju", "")).toBeUndefined();
  expect(villageOf(hits.slice(0, 1), "Sukamaju", "")).toBe("32.16.01.2001");
});
