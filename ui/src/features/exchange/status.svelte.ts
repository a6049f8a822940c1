/** The exchange's place in the status bar. Being offline is normal and grey; red only when entries stay unsent for days. */
import type { StatusItem } from "../../components/StatusBar.svelte";
import type { Zone } from "../../lib/date.ts";
import { call } from "../../lib/ipc/call.ts";
import type { ExchangeStatus } from "../../lib/ipc/bindings/ExchangeStatus.ts";
import { t } from "../../lib/i18n.svelte.ts";
import { onChanged } from "../../lib/live.svelte.ts";
import { go } from "../../lib/route.svelte.ts";
import { failureWords, isOld, statusWords } from "./words.ts";

let status = $state.raw<ExchangeStatus>();
let waiting: ReturnType<typeof setTimeout> | undefined;

async function look(): Promise<void> {
  status = await call("exchange_status").catch(() => undefined);
}

/** Follows the exchange while somebody is signed in; own acts are looked at a little later. */
export function followExchange(): () => void {
  void look();
  const off = onChanged([], () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), 400);
  });
  return () => {
    off();
    clearTimeout(waiting);
    status = undefined;
  };
}

export function exchangeStatus(zone: Zone, sample: boolean): StatusItem[] {
  if (!status || sample) return [];
  const old = isOld(status, new Date());
  const last = status.runs[0];
  const title = last?.failure ? failureWords(last.failure) : t("exchange.bar.title");
  return [{ id: "exchange", minor: !old && status.questions === 0, tone: old ? "bad" : status.questions > 0 ? "warn" : "idle", label: statusWords(status, zone), title, run: () => go("/exchange") }];
}
