/** The pure parts of the people screens: filters, drafts, stories, pairs, words. */
import { describe, expect, test } from "vitest";
import type { FieldChange } from "../../lib/ipc/bindings/FieldChange.ts";
import type { Document } from "../../lib/ipc/bindings/Document.ts";
import type { PersonDetail } from "../../lib/ipc/bindings/PersonDetail.ts";
import { differs, emptyDraft, lookedFor, needsGuardian, readDraft, worthLooking } from "./draft.ts";
import { endOfDay, filterChips, NO_FILTERS, peopleQuery, readFilters, readView, sameFilters, viewQuery } from "./listQuery.ts";
import { fromRight, pairRows, proposed } from "./pair.ts";
import { emptyBackground, listWith, listWithout, years } from "./background.ts";
import { paperRows } from "./papers.ts";
import { storyHead, storyLines } from "./story.ts";
import { educationOptions, findingWords, likeness, shortPlace, valueWords } from "./words.ts";

const person = (draft: Partial<PersonDetail["draft"]>, more: Partial<PersonDetail> = {}): PersonDetail => ({
  draft: { ...emptyDraft(), ...draft }, region: null, place: null, photo_hash: null, restricted_at: null, retired_at: null, merged_into: null, merges: [], ...more,
});

describe("filters", () => {
  test("an address with nonsense in it filters by what is sense", () => {
    expect(readFilters({ sex: "X", education: "SMK", region: "32.16.06", regionName: "Tambun Selatan", from: "2026-13", to: "2026-11-24", employment: 7 })).toEqual({
      ...NO_FILTERS, education: "SMK", region: "32.16.06", regionName: "Tambun Selatan", to: "2026-11-24",
    });
    expect(readFilters({ region: "' or 1=1", regionName: "x" })).toEqual(NO_FILTERS);
  });

  test("a saved view comes back as it was, and a broken one filters nothing", () => {
    const filters = { ...NO_FILTERS, sex: "P", disability: "yes" };
    expect(viewQuery(filters)).toBe('{"sex":"P","disability":"yes"}');
    expect(sameFilters(readView(viewQuery(filters)), filters)).toBe(true);
    expect(readView("{")).toEqual(NO_FILTERS);
    expect(readView("null")).toEqual(NO_FILTERS);
  });

  test("the youngest come first, and a rising day of registration turns that round", () => {
    const sorted = (sort?: { key: string; descending: boolean }) => {
      const { sort: by, descending } = peopleQuery(NO_FILTERS, sort, undefined, 0, 50);
      return [by, descending];
    };
    expect(sorted()).toEqual(["newest", false]);
    expect(sorted({ key: "created_on", descending: false })).toEqual(["newest", true]);
    expect(sorted({ key: "created_on", descending: true })).toEqual(["newest", false]);
    expect(sorted({ key: "full_name", descending: true })).toEqual(["name", true]);
  });

  test("disability is asked for only when it is chosen", () => {
    expect(peopleQuery({ ...NO_FILTERS, disability: "no" }, undefined, undefined, 0, 1).disability).toBe(false);
    expect(peopleQuery(NO_FILTERS, undefined, undefined, 0, 1).disability).toBeNull();
  });

  test("a day ends at the office's midnight", () => {
    expect(endOfDay("2026-11-24", "WIB")).toBe("2026-11-24T16:59:59.000Z");
    expect(endOfDay("2026-11-24", "WIT")).toBe("2026-11-24T14:59:59.000Z");
  });

  test("each filter has a chip in words", () => {
    expect(filterChips({ ...NO_FILTERS, sex: "P", region: "32.16", from: "2026-11-01" }).map((chip) => chip.label)).toEqual(["Perempuan", "32.16", "Didaftarkan dari 01-11-2026"]);
  });
});

describe("drafts", () => {
  test("nothing typed is nothing to keep, whatever kind of nothing it is", () => {
    expect(differs({ ...emptyDraft(), sex: null, notice_shown: false }, emptyDraft())).toBe(false);
    expect(differs({ ...emptyDraft(), phone: "0812" }, emptyDraft())).toBe(true);
    expect(differs({ ...emptyDraft(), disability: ["MENTAL", "FISIK"] }, { ...emptyDraft(), disability: ["FISIK", "MENTAL"] })).toBe(false);
  });

  test("a draft of another version is read as far as it goes", () => {
    expect(readDraft('{"full_name":"Siti","shoe_size":38}')).toEqual({ ...emptyDraft(), full_name: "Siti" });
    expect(readDraft("[")).toBeUndefined();
    expect(readDraft("null")).toBeUndefined();
  });

  test("a guardian is asked for until the day of the eighteenth birthday", () => {
    const born = (birth_on: string | null) => needsGuardian({ ...emptyDraft(), birth_on }, "2026-11-24");
    expect(born("2008-11-24")).toBe(false);
    expect(born("2008-11-25")).toBe(true);
    expect(born(null)).toBe(false);
    expect(born("2027-01-01")).toBe(false);
  });

  test("a look for the same person waits for something to go by, and for a whole number", () => {
    expect(worthLooking({ ...emptyDraft(), full_name: " Si " })).toBe(false);
    expect(worthLooking({ ...emptyDraft(), full_name: "Siti" })).toBe(true);
    expect(worthLooking({ ...emptyDraft(), nik: "3216••••••••0002" })).toBe(false);
    expect(lookedFor({ ...emptyDraft(), full_name: "Siti", nik: "32160" })).toBe(lookedFor({ ...emptyDraft(), full_name: "Siti ", nik: "3216" }));
  });
});

describe("the story", () => {
  const place = (code: string) => ({ "32.16.06.2002": "Cibuntu, Cibitung" })[code] ?? "";
  const lines = (...fields: [string, string | null, string | null][]) => storyLines({ kind: "upd", fields: fields.map(([field, before, after]): FieldChange => ({ field, before, after })) }, place);

  test("says what was filled in, changed and emptied, by the names of the fields", () => {
    expect(lines(["full_name", "Siti", "Siti Aminah"], ["education", null, "SMK"], ["birth_on", "1999-01-18", null])).toEqual([
      "Nama lengkap diubah dari Siti menjadi Siti Aminah", "Pendidikan terakhir diisi: SMK", "Tanggal lahir dikosongkan, semula 18-01-1999",
    ]);
  });

  test("a village speaks for its district and regency, and masked numbers keep their secret", () => {
    expect(lines(["village_code", null, "32.16.06.2002"], ["district_code", null, "32.16.06"], ["regency_code", null, "32.16"])).toEqual(["Desa/kelurahan diisi: Cibuntu, Cibitung"]);
    expect(lines(["nik", "3216••••••••0002", "3216••••••••0002"])).toEqual(["NIK diubah"]);
  });

  test("of a new record the values are listed without more words", () => {
    expect(storyLines({ kind: "ins", fields: [{ field: "education", before: null, after: "SMK" }] }, place)).toEqual(["Pendidikan terakhir: SMK"]);
  });

  test("moments that are switches are told as switches", () => {
    expect(lines(["restricted_at", null, "2026-11-24T00:00:00Z"], ["retired_at", "2026-11-24T00:00:00Z", null])).toEqual(["Pemrosesan dibatasi", "Dikembalikan ke daftar"]);
    expect(storyHead({ kind: "ins", verb: "no_such_verb" })).toBe("Didaftarkan");
    expect(storyHead({ kind: "upd", verb: "no_such_verb" })).toBe("Diubah");
  });
});

describe("a pair", () => {
  test("what is filled in wins over what is empty, otherwise the older record stays", () => {
    const rows = pairRows(person({ full_name: "Siti", phone: "0812" }), person({ full_name: "Siti A.", phone: "0812", email: "s@contoh.id" }), []);
    expect(proposed(rows)).toEqual({ full_name: "left", email: "right" });
    expect(rows.find((row) => row.key === "email")?.reason).toBe("Hanya terisi di satu data");
  });

  test("an address is taken whole", () => {
    expect(fromRight({ address: "right", full_name: "left" })).toEqual(["address", "rt", "rw", "village_code", "village_name", "district_code", "regency_code", "postcode"]);
  });

  test("numbers that only look alike behind the mask are a choice", () => {
    const [a, b] = [person({ nik: "3216••••••••0002" }), person({ nik: "3216••••••••0002" })];
    expect(proposed(pairRows(a, b, ["same_nik"]))).toEqual({});
    expect(proposed(pairRows(a, b, ["same_name"]))).toEqual({ nik: "left" });
    expect(proposed(pairRows(person({}, { photo_hash: "a" }), person({}, { photo_hash: "b" }), []))).toEqual({ photo_hash: "left" });
  });
});

describe("words", () => {
  test("a finding names its day, its sex and its field", () => {
    expect(findingWords({ field: "nik", code: "birth_date_differs", param: "1999-01-18" })).toContain("18-01-1999");
    expect(findingWords({ field: "nik", code: "sex_differs", param: "P" })).toContain("perempuan");
    expect(findingWords({ field: "phone", code: "of_tomorrow", param: null })).toContain("Nomor HP");
  });

  test("every step of education has a key of its own", () => {
    const keys = educationOptions().map((option) => option.key);
    expect(new Set(keys).size).toBe(12);
    expect(keys.every(Boolean)).toBe(true);
  });

  test("values are read as offices write them", () => {
    expect(valueWords("phone", "+6281234567890")).toBe("0812-3456-7890");
    expect(valueWords("disability", "FISIK,SENSORIK")).toBe("Fisik, Sensorik");
    expect(valueWords("sex", null)).toBe("");
    expect(shortPlace("Cibitung, Kabupaten Bekasi")).toBe("Cibitung, Kab. Bekasi");
    expect([100, 85, 60].map((score) => likeness(score).label)).toEqual(["Sangat mirip", "Mirip", "Agak mirip"]);
  });

  test("years of a background read as people write them", () => {
    const span = (year_from: number | null, year_to: number | null) => years({ year_from, year_to });
    expect([span(2017, 2020), span(2021, null), span(null, 2019), span(2018, 2018), span(null, null)]).toEqual(["2017–2020", "sejak 2021", "2019", "2018", ""]);
  });

  test("a background is stored whole: one row changes, joins or leaves, the others stay", () => {
    const row = (id: string, title: string) => ({ id, person_id: "p", kind: "BAHASA" as const, level: null, title, place: null, year_from: null, year_to: null, retired_at: null });
    const rows = [row("1", "Inggris"), row("2", "Jepang")];
    const titles = (list: { title: string }[]) => list.map((one) => one.title);
    expect(titles(listWith(rows, { ...emptyBackground("BAHASA"), id: "2", title: "Korea" }))).toEqual(["Inggris", "Korea"]);
    expect(titles(listWith(rows, { ...emptyBackground("BAHASA"), title: "Arab" }))).toEqual(["Inggris", "Jepang", "Arab"]);
    expect(titles(listWithout(rows, "1"))).toEqual(["Jepang"]);
  });

  test("papers that everybody brings are listed while they are missing, others when they are there", () => {
    const paper = (kind: Document["kind"], retired_at: string | null = null) => ({ id: kind, kind, retired_at }) as Document;
    const rows = paperRows([paper("LAINNYA"), paper("KK"), paper("IJAZAH", "2026-11-24T00:00:00Z")]);
    expect(rows.map((row) => [row.kind, Boolean(row.paper)])).toEqual([["KTP", false], ["KK", true], ["IJAZAH", false], ["LAINNYA", true]]);
  });
});
