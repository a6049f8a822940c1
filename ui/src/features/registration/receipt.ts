/** The receipt of a registration (*tanda bukti pendaftaran*) on paper. */
import { t, wordsFor } from "../../lib/i18n.svelte.ts";
import { call } from "../../lib/ipc/call.ts";
import type { PaperWay } from "../../lib/ipc/bindings/PaperWay.ts";
import { toast } from "../../lib/toasts.svelte.ts";

export async function printReceipt(id: string, way: PaperWay): Promise<void> {
  try {
    const path = await call("receipt_print", { id, way });
    if (path) toast(t(way === "save" ? "application.receipt.saved" : "application.receipt.shown", { path }));
  } catch (error) {
    toast(wordsFor(error), { kind: "problem" });
  }
}
