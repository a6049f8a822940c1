/** The exchange in words: how it stands, what went wrong, what a field is called. */
import { formatMoment, formatDay, type Zone } from "../../lib/date.ts";
import { groupNik, groupPhone } from "../../lib/identity.ts";
import { t, word } from "../../lib/i18n.svelte.ts";
import type { CourierProgress } from "../../lib/ipc/bindings/CourierProgress.ts";
import type { ExchangeStatus } from "../../lib/ipc/bindings/ExchangeStatus.ts";

/** Days after which what is unsent is called old. */
const OLD = 7;

export const failureWords = (code: string): string => word(`exchange.${code}`) ?? code;

export const verbWords = (verb: string): string => word(`verb.${verb}`) ?? verb;

export const fieldWords = (field: string | null): string => (field === null ? t("exchange.wholeRow") : (word(`field.${field}`) ?? word(`exchange.field.${field}`) ?? field.replaceAll("_", " ")));

export const tableWords = (table: string): string => word(`exchange.table.${table}`) ?? table.replaceAll("_", " ");

/** A value as people read it. */
export function valueWords(field: string | null, text: string): string {
  if (!text) return t("exchange.nothing");
  if (field === "nik" || field === "kk_number") return groupNik(text);
  if (field?.includes("phone")) return groupPhone(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDay(text);
  return text;
}

export function progressWords(progress: CourierProgress): string {
  return t(`exchange.stage.${progress.stage}`);
}

/** Unsent for so long that somebody should look; only while the exchange is on. */
export function isOld(status: ExchangeStatus, now: Date): boolean {
  return status.part?.mode === "EVERYTHING" && status.oldest !== null && now.getTime() - Date.parse(status.oldest) > OLD * 86_400_000;
}

/** One line for the status bar. */
export function statusWords(status: ExchangeStatus, zone: Zone): string {
  if (!status.part || status.part.mode === "OFF") return t("exchange.bar.off");
  if (status.progress) return progressWords(status.progress);
  if (status.questions > 0) return t("exchange.bar.questions", { count: status.questions });
  if (!status.last_good) return t("exchange.bar.never", { count: status.unsent });
  return t("exchange.bar.last", { when: formatMoment(status.last_good, zone), count: status.unsent });
}
