/** The state of the desk in words, for the status bar. */
import type { StatusItem } from "../../components/StatusBar.svelte";
import { formatMoment } from "../../lib/date.ts";
import { call } from "../../lib/ipc/call.ts";
import { t } from "../../lib/i18n.svelte.ts";
import { go } from "../../lib/route.svelte.ts";
import { desk, lock } from "./desk.svelte.ts";

/** Days after which a backup is called old. */
const OLD = 7;
let newest = $state<string | null>();

/** The newest whole backup; each file is read through, so it is asked at sign-in and after making one. */
export async function lookAtBackups(): Promise<void> {
  if (!desk.may("backup")) return void (newest = undefined);
  const made = (await call("backup_list").catch(() => undefined))?.map((card) => card.made_at).filter((at) => at !== null);
  newest = made && (made.sort().at(-1) ?? null);
}

export const backups = {
  /** In UTC; null: none; undefined: not known. */
  get newest() { return newest; },
  get old() { return newest !== undefined && (newest === null || Date.now() - Date.parse(newest) > OLD * 86_400_000); },
};

export function backupWords(): string {
  return newest ? t("backup.last", { when: formatMoment(newest, desk.zone) }) : t("backup.never");
}

export function deskStatus(): StatusItem[] {
  const { session, office, savedAt } = desk;
  if (!session || !office) return [];
  const items: StatusItem[] = [
    { id: "office", minor: true, label: office.name, title: desk.status?.regency ?? undefined },
    { id: "officer", label: `${session.full_name} · ${t(`role.${session.role}`)}`, title: t("session.own"), run: () => go("/settings", { section: "password" }) },
    { id: "saved", minor: true, tone: "ok", label: savedAt ? t("office.savedAt", { time: formatMoment(savedAt.toISOString(), office.zone).split(" ").slice(1).join(" ") }) : t("office.saved"), title: t("office.savedTitle") },
  ];
  if (newest !== undefined && !desk.status?.sample) items.push({ id: "backup", minor: !backups.old, tone: backups.old ? "warn" : "idle", label: backupWords(), title: t("backup.open"), run: () => go("/settings", { section: "backup" }) });
  items.push({ id: "lock", label: t("session.lock"), title: "Ctrl+L", run: () => void lock(), end: true });
  return items;
}
