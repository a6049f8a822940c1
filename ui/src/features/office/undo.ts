/** Ctrl+Z for acts: the officer's last one since signing in, and taking that back again. */
import type { ActRow } from "../../lib/ipc/bindings/ActRow.ts";
import { call } from "../../lib/ipc/call.ts";
import { t, word, wordsFor } from "../../lib/i18n.svelte.ts";
import { toast } from "../../lib/toasts.svelte.ts";
import { desk } from "./desk.svelte.ts";

/** Whether an act is work: nobody means a change of the display by "undo". */
export const isWork = (act: { verb: string }): boolean => act.verb !== "session_display";

export const wordOf = (act: { verb: string }): string => word(`verb.${act.verb}`) ?? act.verb;

/** The newest act that Ctrl+Z means. */
export function lastOf(acts: readonly ActRow[], since: string | undefined): ActRow | undefined {
  return acts.find((act) => act.undoable && act.undoes === null && isWork(act) && since !== undefined && act.at >= since);
}

/** The newest taking back, as long as nothing else was done after it. */
export function redoOf(acts: readonly ActRow[], since: string | undefined): ActRow | undefined {
  const newest = acts.find(isWork);
  return newest && newest.undoes !== null && newest.undoable && since !== undefined && newest.at >= since ? newest : undefined;
}

/** Takes an act back and offers to do it again. */
export async function takeBack(act: ActRow): Promise<void> {
  try {
    const n = await call("act_undo", act.n);
    toast(t("act.undone", { act: wordOf(act) }), { undo: () => again(n, act), undoLabel: t("act.redo") });
  } catch (thrown) {
    toast(wordsFor(thrown), { kind: "problem" });
  }
}

async function again(n: number, act: { verb: string }): Promise<void> {
  try {
    await call("act_undo", n);
    toast(t("act.redone", { act: wordOf(act) }));
  } catch (thrown) {
    toast(wordsFor(thrown), { kind: "problem" });
  }
}

export async function undoLast(): Promise<void> {
  const act = lastOf(await call("act_list"), desk.since);
  if (act) await takeBack(act);
  else toast(t("act.nothing"), { kind: "note" });
}

export async function redoLast(): Promise<void> {
  const acts = await call("act_list");
  const act = redoOf(acts, desk.since);
  const first = act && acts.find((one) => one.n === act.undoes);
  if (act) await again(act.n, first ?? act);
  else toast(t("act.nothingAgain"), { kind: "note" });
}
