/** Checks the rows of a sheet while they are typed, saves them one by one, and keeps what is unsaved as a draft. */
import type { CellProblem } from "../../components/SheetGrid.svelte";
import { call } from "../../lib/ipc/call.ts";
import { t, word } from "../../lib/i18n.svelte.ts";
import type { PersonDraft } from "../../lib/ipc/bindings/PersonDraft.ts";
import { filled, isBlank, type SheetRow } from "../../lib/sheet.ts";
import { personOf, villageOf, type RowKey } from "./rows.ts";
import { told } from "./words.ts";

type Problems = Record<string, CellProblem>;
const CHECK_AFTER = 500;
const KEEP_AFTER = 1_000;
/** Fields of a person that stand in another column here. */
const COLUMN: Record<string, RowKey> = { village_code: "village", village_name: "village", district_code: "district" };

export class SheetJob {
  rows = $state.raw<SheetRow[]>([]);
  /** By the content of the row, so that a row that moves keeps what was found. */
  #found = $state.raw(new Map<string, Problems>());
  #refused = $state.raw(new Map<string, string>());
  saving = $state.raw<{ done: number; total: number }>();
  #stop = false;
  #checking: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #draft: string;

  constructor(private readonly intake: string, private readonly today: () => string) {
    this.#draft = `rows-${intake}`;
  }

  count = $derived(filled(this.rows).length);
  refusedCount = $derived(this.rows.filter((row) => this.#refused.has(keyOf(row))).length);

  /** Takes up what was left unsaved. */
  async takeUp(): Promise<boolean> {
    const kept = (await call("draft_list")).find((one) => one.id === this.#draft);
    if (!kept) return false;
    try {
      this.rows = (JSON.parse(kept.data) as { rows: SheetRow[] }).rows;
    } catch {
      return false;
    }
    this.#checkSoon();
    return this.rows.length > 0;
  }

  changed(rows: SheetRow[]) {
    this.rows = rows;
    this.#checkSoon();
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.keep(), KEEP_AFTER);
  }

  keep() {
    clearTimeout(this.#keeping);
    const left = filled(this.rows);
    const asked = left.length ? call("draft_keep", { id: this.#draft, form: "rows", data: JSON.stringify({ intake: this.intake, full_name: left[0]?.full_name ?? "", rows: left }) }) : call("draft_drop", this.#draft);
    void asked.catch(() => undefined);
  }

  problems = (row: SheetRow): Problems => {
    const key = keyOf(row);
    const refused = this.#refused.get(key);
    return { ...this.#found.get(key), ...(refused && { full_name: { level: "error" as const, text: refused } }) };
  };

  #checkSoon() {
    clearTimeout(this.#checking);
    this.#checking = setTimeout(() => void this.#check(), CHECK_AFTER);
  }

  async #check() {
    for (const row of this.rows) {
      const key = keyOf(row);
      if (isBlank(row) || this.#found.has(key)) continue;
      const problems = await this.#look(row).catch(() => undefined);
      if (problems) this.#found = new Map(this.#found).set(key, problems);
    }
  }

  async #look(row: SheetRow): Promise<Problems> {
    const { draft, unread } = personOf(row, this.today());
    const problems: Problems = {};
    for (const finding of await call("person_check", await this.#whole(row, draft))) {
      const field = COLUMN[finding.field] ?? finding.field;
      problems[field] ??= { level: finding.weight, text: word(`person_finding.${finding.code}`, { param: finding.param ?? "" }) ?? finding.code };
    }
    for (const key of Object.keys(unread)) problems[key] = { level: "error", text: t("application.rows.unread") };
    return problems;
  }

  /** With what the NIK tells where the form is silent, and with the village's code where it is clear. */
  async #whole(row: SheetRow, draft: PersonDraft): Promise<PersonDraft> {
    if (draft.nik.length === 16 && (!draft.birth_on || !draft.sex)) {
      const suggested = await call("person_suggest", draft.nik);
      draft.birth_on ??= suggested?.birth_on ?? null;
      draft.sex ??= suggested?.facts.sex ?? null;
    }
    const [village, district] = [draft.village_name, (row.district ?? "").trim()];
    if (village.length >= 3) {
      const code = villageOf(await call("region_search", `${village} ${district}`.trim()), village, district);
      if (code) Object.assign(draft, { village_code: code, village_name: "", district_code: code.slice(0, 8) });
    }
    return draft;
  }

  /** Saves every row; those that were refused stay in the sheet with the reason. */
  async save(): Promise<{ saved: number; known: number; refused: number }> {
    const rows = filled(this.rows);
    const left: SheetRow[] = [];
    const refused = new Map<string, string>();
    let saved = 0;
    let known = 0;
    this.#stop = false;
    this.saving = { done: 0, total: rows.length };
    for (const row of rows) {
      if (this.#stop) {
        left.push(row);
        continue;
      }
      try {
        if (await this.#saveOne(row)) known += 1;
        saved += 1;
      } catch (error) {
        left.push(row);
        refused.set(keyOf(row), told(error));
      }
      this.saving = { done: this.saving.done + 1, total: rows.length };
    }
    this.saving = undefined;
    this.#refused = refused;
    this.rows = left;
    this.keep();
    return { saved, known, refused: refused.size };
  }

  stop() {
    this.#stop = true;
  }

  /** Whether the person was known already. */
  async #saveOne(row: SheetRow): Promise<boolean> {
    const { draft, unread } = personOf(row, this.today());
    if (Object.keys(unread).length) throw { area: "application", code: "rows.mend" };
    const whole = await this.#whole(row, draft);
    const known = whole.nik.length === 16 ? (await call("person_suggest", whole.nik))?.known : undefined;
    const person = known ? known.id : (await call("person_save", whole)).id;
    await call("application_save", { person_id: person, intake_id: this.intake, wish: null, source: "BARIS", applied_on: null, rule_note: (row.rule_note ?? "").trim() || null });
    return Boolean(known);
  }
}

const keyOf = (row: SheetRow): string => JSON.stringify(Object.entries(row).filter(([, value]) => value.trim()).sort(([a], [b]) => a.localeCompare(b)));
