/** Checks the rows of a sheet while they are typed, registers them all or none, and keeps what is unsaved as a draft. */
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
  saving = $state(false);
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

  /** Registers every row in one act, or none: then each row that stands in the way bears its reason. */
  async save(): Promise<{ saved: number; known: number } | undefined> {
    const rows = filled(this.rows);
    this.saving = true;
    try {
      const read = rows.map((row) => ({ row, ...personOf(row, this.today()) }));
      const unread = read.filter((one) => Object.keys(one.unread).length);
      if (unread.length) return this.#refuse(unread.map(({ row }) => [row, t("application.rows.mend")]));
      const forms = await Promise.all(read.map(async ({ row, draft }) => ({ person: await this.#whole(row, draft), rule_note: (row.rule_note ?? "").trim() || null })));
      const done = await call("rows_enter", { intake_id: this.intake, rows: forms });
      if (done.refused.length) return this.#refuse(done.refused.map(({ row, refusal }) => [rows[row]!, told(refusal)]));
      this.#refused = new Map();
      this.rows = [];
      this.keep();
      return done;
    } finally {
      this.saving = false;
    }
  }

  #refuse(refused: readonly (readonly [SheetRow, string])[]): undefined {
    this.#refused = new Map(refused.map(([row, why]) => [keyOf(row), why]));
  }
}

const keyOf = (row: SheetRow): string => JSON.stringify(Object.entries(row).filter(([, value]) => value.trim()).sort(([a], [b]) => a.localeCompare(b)));
