/** Acts that are done and can be taken back from their toast. */
import { call } from "./ipc/call.ts";
import { t, wordsFor } from "./i18n.svelte.ts";
import { toast } from "./toasts.svelte.ts";

/** Tells that the act with this number is done and offers to take it back. */
export function doneAct(text: string, act: number): void {
  toast(text, { undo: () => takeBack(act) });
}

/** The same for a command that does not tell its number: it is the officer's newest act of that name. */
export async function done(text: string, verb: string): Promise<void> {
  const acts = await call("act_list").catch(() => []);
  const act = acts.find((one) => one.undoes === null && one.verb !== "session_display");
  if (act?.verb === verb && act.undoable) doneAct(text, act.n);
  else toast(text);
}

async function takeBack(act: number): Promise<void> {
  try {
    await call("act_undo", act);
    toast(t("act.takenBack"), { kind: "note" });
  } catch (error) {
    problem(error);
  }
}

export function problem(error: unknown): void {
  toast(wordsFor(error), { kind: "problem" });
}
