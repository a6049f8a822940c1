/** The story of a person, told field by field (*riwayat*). */
import { t, word } from "../../lib/i18n.svelte.ts";
import type { Change } from "../../lib/ipc/bindings/Change.ts";
import type { FieldChange } from "../../lib/ipc/bindings/FieldChange.ts";
import { fieldWord, valueWords } from "./words.ts";

/** What follows from another field, or only repeats it. */
const SILENT = new Set(["id", "notice_at", "created_on"]);
/** Moments that are switches: set means on. */
const SWITCHES: Record<string, "restricted" | "retired" | "merged"> = { restricted_at: "restricted", retired_at: "retired", merged_into: "merged" };

/** The head of an entry: what was done. */
export function storyHead(change: Pick<Change, "verb" | "kind">): string {
  if (change.kind === "ins") return t("people.story.ins");
  return word(`verb.${change.verb}`) ?? t(`people.story.${change.kind}`);
}

/** One sentence for each field that changed. */
export function storyLines(change: Pick<Change, "fields" | "kind">, place: (code: string) => string): string[] {
  const touched = new Set(change.fields.map((one) => one.field));
  return change.fields
    .filter((one) => !SILENT.has(one.field))
    // A village says its district and regency as well.
    .filter((one) => !((one.field === "district_code" || one.field === "regency_code") && touched.has("village_code")))
    .filter((one) => !(one.field === "regency_code" && touched.has("district_code")))
    .map((one) => line(one, place, change.kind === "ins"));
}

function line(one: FieldChange, place: (code: string) => string, begins: boolean): string {
  const turned = SWITCHES[one.field];
  if (turned) return t(`people.story.${turned}${one.after ? "On" : "Off"}`);
  if (one.field === "photo_hash") return t(one.before === null ? "people.story.photoSet" : one.after === null ? "people.story.photoGone" : "people.story.photoChanged");
  if (one.field === "notice_version" && one.after) return t("people.story.noticeShown", { after: one.after });
  const field = fieldWord(one.field);
  const [before, after] = [valueWords(one.field, one.before, place), valueWords(one.field, one.after, place)];
  // Of a new record everything is filled in, so that need not be said of each.
  if (begins) return `${field}: ${after}`;
  if (!before && after) return t("people.story.set", { field, after });
  if (before && !after) return t("people.story.cleared", { field, before });
  // Masked alike: the digits that changed are not shown.
  if (before === after) return t("people.story.hidden", { field });
  return t("people.story.changed", { field, before, after });
}
