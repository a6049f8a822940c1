/** Taking an act back from its toast. */
import { t, wordsFor } from "../../lib/i18n.svelte.ts";
import { call } from "../../lib/ipc/call.ts";
import { toast } from "../../lib/toasts.svelte.ts";

export async function undoAct(act: number): Promise<void> {
  try {
    await call("act_undo", act);
    toast(t("people.form.undone"), { kind: "note" });
  } catch (error) {
    toast(wordsFor(error), { kind: "problem" });
  }
}
