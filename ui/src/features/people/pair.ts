/** Two records side by side: the rows to compare, what is proposed, and what a choice means on the wire. */
import type { CompareRow, Side } from "../../components/CompareTable.svelte";
import { t } from "../../lib/i18n.svelte.ts";
import type { PersonDetail } from "../../lib/ipc/bindings/PersonDetail.ts";
import type { PersonDraft } from "../../lib/ipc/bindings/PersonDraft.ts";
import { codeWord, fieldWord, valueWords } from "./words.ts";

/** A row stands for fields that belong together: half an address is no address. */
const ROWS: Record<string, readonly string[]> = {
  full_name: ["full_name"],
  nik: ["nik", "nik_note", "nik_status"],
  kk_number: ["kk_number"],
  titles: ["title_front", "title_back"],
  birth_place: ["birth_place"],
  birth_on: ["birth_on"],
  sex: ["sex"],
  address: ["address", "rt", "rw", "village_code", "village_name", "district_code", "regency_code", "postcode"],
  phone: ["phone"],
  phone_other: ["phone_other"],
  email: ["email"],
  education: ["education", "major", "school", "graduation_year"],
  employment: ["employment"],
  marital: ["marital"],
  religion: ["religion"],
  disability: ["disability", "accommodation"],
  guardian_name: ["guardian_name", "guardian_relation", "guardian_phone", "guardian_consent_on"],
  siapkerja_id: ["siapkerja_id"],
  photo_hash: ["photo_hash"],
  note: ["note"],
};

const joined = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(", ");

export function rtRw(draft: Pick<PersonDraft, "rt" | "rw">): string {
  if (!draft.rt && !draft.rw) return "";
  return t("people.person.addressLine", { rt: draft.rt || "–", rw: draft.rw || "–" });
}

function shown(key: string, { draft, region, photo_hash }: PersonDetail): string {
  switch (key) {
    case "titles": return joined(draft.title_front, draft.title_back);
    case "address": return joined(draft.address, rtRw(draft), draft.village_name, region, draft.postcode);
    case "education": return joined(codeWord("education", draft.education), draft.major, draft.school, draft.graduation_year?.toString());
    case "disability": return joined(...draft.disability.map((code) => codeWord("disability", code)), draft.accommodation);
    case "guardian_name": return joined(draft.guardian_name, draft.guardian_relation, draft.guardian_phone);
    case "photo_hash": return photo_hash ? t("people.duplicates.photoThere") : "";
    default: return valueWords(key, (draft[key as keyof PersonDraft] ?? "") as string);
  }
}

const label = (key: string): string => (key === "titles" ? t("people.person.titles") : key === "address" ? t("people.duplicates.address") : fieldWord(key));

/** Rows that say something on at least one side. */
export function pairRows(left: PersonDetail, right: PersonDetail, reasons: readonly string[]): CompareRow[] {
  return Object.keys(ROWS).flatMap((key) => {
    const [a, b] = [shown(key, left), shown(key, right)];
    if (!a && !b) return [];
    const hidden = a === b && ((key === "nik" && !reasons.includes("same_nik")) || (key === "photo_hash" && left.photo_hash !== right.photo_hash));
    return [{ key, label: label(key), left: a, right: hidden ? t("people.duplicates.hiddenDiffers", { value: b }) : b, reason: !a || !b ? t("people.duplicates.oneOnly") : undefined }];
  });
}

/** What is filled in wins over what is empty; otherwise the older record, on the left, stays as it is. */
export function proposed(rows: readonly CompareRow[]): Record<string, Side> {
  return Object.fromEntries(rows.filter((row) => row.left !== row.right).map((row) => [row.key, row.left ? "left" : "right"] as const));
}

/** The fields whose value is taken from the right. */
export const fromRight = (choice: Record<string, Side>): string[] => Object.entries(choice).flatMap(([key, side]) => (side === "right" ? [...(ROWS[key] ?? [])] : []));
