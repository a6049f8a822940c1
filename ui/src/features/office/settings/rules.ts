/** Dated settings as people read them: which parts, in which order, and what a value may be. */
import type { Setting } from "../../../lib/ipc/bindings/Setting.ts";
import { t, word } from "../../../lib/i18n.svelte.ts";

export type RuleKind = "number" | "yes" | "scope" | "renewal" | "basis" | "template" | "text";

const KINDS: Record<string, RuleKind> = {
  "ak1.number": "template", "registration.number": "template",
  "ak1.number_scope": "scope", "registration.number_scope": "scope",
  "ak1.renewal": "renewal", "ak1.print_religion": "yes", "calendar.joint_leave_held": "yes",
  "person.legal_basis": "basis", "privacy.notice_version": "text",
};

const CHOICES: Partial<Record<RuleKind, readonly string[]>> = {
  yes: ["yes", "no"], scope: ["year", "month", "none"], renewal: ["same_number", "new_number"],
  basis: ["PUBLIC_TASK", "LEGAL_DUTY", "CONTRACT", "CONSENT"],
};

/** As an office thinks of them; a rule that is not here comes last. */
const ORDER = [
  "ak1.validity_months", "ak1.report_months", "ak1.report_count", "ak1.renewal_days", "ak1.renewal", "ak1.number", "ak1.number_scope", "ak1.age_min", "ak1.print_religion",
  "registration.number", "registration.number_scope", "package.seats", "package.reserves", "alumni.cooldown_months",
  "load.day_warn", "load.day_block", "load.week_warn", "load.week_block", "load.month_warn", "load.month_block", "competence.warn_days",
  "person.legal_basis", "privacy.notice_version", "ktp.age_min", "lock.minutes", "lock.counter_minutes",
];
const place = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);

/** A rule with all its spans, the newest first. */
export interface Rule { key: string; kind: RuleKind; now: Setting | undefined; next: Setting | undefined; spans: Setting[] }

export const kindOf = (key: string): RuleKind => KINDS[key] ?? "number";
export const nameOf = (key: string): string => word(`rule.${key}`) ?? key;

export function choicesOf(kind: RuleKind): { value: string; label: string }[] | undefined {
  return CHOICES[kind]?.map((value) => ({ value, label: choiceWord(kind, value) }));
}

const choiceWord = (kind: RuleKind, value: string) => (kind === "basis" ? word(`legal_basis.${value}`) : word(`rule_value.${kind}.${value}`)) ?? value;

/** `24 bulan`, `Ya`, `setiap tahun`. */
export function valueWords(key: string, value: string): string {
  const kind = kindOf(key);
  if (CHOICES[kind]) return choiceWord(kind, value);
  if (kind !== "number") return value;
  const unit = unitOf(key);
  return unit ? `${value} ${unit}` : value;
}

export function unitOf(key: string): string | undefined {
  if (key.endsWith("_months")) return t("rule_unit.months");
  if (key.endsWith("_days")) return t("rule_unit.days");
  if (key.endsWith("minutes")) return t("rule_unit.minutes");
  if (key.includes("age_")) return t("rule_unit.years");
  if (key === "ak1.report_count") return t("rule_unit.times");
  if (key.startsWith("load.")) return t("rule_unit.jp");
  return key.startsWith("package.") ? t("rule_unit.people") : undefined;
}

/** The rules in groups by the first part of their key. */
export function rulesOf(settings: readonly Setting[], today: string): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const key of [...new Set(settings.map((setting) => setting.key))].sort((a, b) => place(a) - place(b))) {
    const spans = settings.filter((setting) => setting.key === key).sort((a, b) => b.valid_from.localeCompare(a.valid_from));
    const rule: Rule = {
      key, kind: kindOf(key), spans,
      now: spans.find((span) => span.valid_from <= today && (span.valid_to === null || span.valid_to >= today)),
      next: spans.findLast((span) => span.valid_from > today),
    };
    const group = key.split(".")[0]!;
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  return groups;
}

/** What keeps a typed value from being kept. */
export function valueProblem(kind: RuleKind, value: string): string | undefined {
  if (!value.trim()) return t("rule.missing");
  if (kind === "number" && !/^\d{1,4}$/.test(value.trim())) return t("rule.noNumber");
  if (kind === "template" && !/\{urut(:\d+)?\}/.test(value)) return t("rule.noCounter", { sample: "{urut:5}" });
  return undefined;
}
