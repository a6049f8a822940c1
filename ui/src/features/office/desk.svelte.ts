/** The state of the desk as the Rust side tells it: which office, who sits here, what stands in the way. */
import { call, hear } from "../../lib/ipc/call.ts";
import type { OfficeStatus } from "../../lib/ipc/bindings/OfficeStatus.ts";
import type { OfficerSession } from "../../lib/ipc/bindings/OfficerSession.ts";
import type { Right } from "../../lib/ipc/bindings/Right.ts";
import { onChanged } from "../../lib/live.svelte.ts";
import { forgetLists } from "../../lib/listMemory.ts";
import { closePaper } from "../../lib/papers.svelte.ts";
import { forgetPlaces, go } from "../../lib/route.svelte.ts";

/** What the page shows first. `work` stays while the desk is locked, so that an open form is not lost. */
export type Stage = "waiting" | "failed" | "first_run" | "locked_file" | "problem" | "sign_in" | "work";

let status = $state.raw<OfficeStatus>();
let seated = $state.raw<OfficerSession>();
let trouble = $state.raw<unknown>();
let savedAt = $state<Date>();
let since = $state<string>();

export const desk = {
  get status() { return status; },
  get trouble() { return trouble; },
  /** Who sits here; behind the lock, who left the screens: these stay as they were. */
  get session() { return status?.session ?? (status?.waiting ? seated : undefined); },
  get office() { return status?.office ?? undefined; },
  get zone() { return status?.office?.zone ?? "WIB"; },
  get stage(): Stage { return stageOf(status, trouble); },
  /** The screens wait behind the lock for whoever left them. */
  get covered() { return Boolean(status && status.state === "open" && !status.session && status.waiting); },
  /** When something was last written in this run. */
  get savedAt() { return savedAt; },
  /** Since when the officer has been signed in, in UTC; the lock does not count. */
  get since() { return since; },
  may(right: Right) { return desk.session?.rights.includes(right) ?? false; },
};

function stageOf(now: OfficeStatus | undefined, failed: unknown): Stage {
  if (!now) return failed ? "failed" : "waiting";
  if (now.state === "no_office") return "first_run";
  if (now.state === "locked") return "locked_file";
  if (now.state === "problem") return "problem";
  return now.session || now.waiting ? "work" : "sign_in";
}

export function take(next: OfficeStatus): void {
  const officer = next.session?.officer;
  if (!officer && !next.waiting) since = undefined;
  else if (officer && (!since || (status?.session && status.session.officer !== officer))) since = new Date().toISOString();
  seated = next.session ?? (next.waiting ? seated : undefined);
  status = next;
  trouble = undefined;
}

export async function refresh(): Promise<void> {
  try {
    take(await call("office_status"));
  } catch (thrown) {
    trouble = thrown;
  }
}

export async function signIn(username: string, password: string): Promise<void> {
  await call("session_sign_in", { username, password });
  await refresh();
}

/** Whoever comes next begins at the first screen, with every list at its top. */
export async function signOut(): Promise<void> {
  await call("session_sign_out");
  await refresh();
  beginAnew();
}

/** The office of made-up people, signed in as its officer. */
export async function openSample(): Promise<void> {
  const opened = await call("sample_open");
  const login = opened.state === "open" ? opened.sample_login : null;
  if (login) await signIn(login.username, login.password);
  else take(opened);
  beginAnew();
}

export async function leaveSample(): Promise<void> {
  take(await call("sample_leave"));
  beginAnew();
}

function beginAnew() {
  closePaper();
  forgetLists();
  go("/");
  forgetPlaces();
}

export const lock = () => call("session_lock");

/** Every 30 s at most, typing and pointing tell the desk that somebody sits here; any command of the officer does. */
const PRESENCE = 30_000;

/** Follows the desk until the returned function is called. */
export function followDesk(): () => void {
  void refresh();
  let told = 0;
  const present = () => {
    if (!status?.session || Date.now() - told < PRESENCE) return;
    told = Date.now();
    void call("desk_counter", { counter: status.counter }).catch(() => refresh());
  };
  window.addEventListener("keydown", present, true);
  window.addEventListener("pointerdown", present, true);
  const off = [
    hear("locked", () => void refresh()),
    onChanged([], () => (savedAt = new Date())),
    onChanged(["office", "officer"], () => void refresh()),
    () => window.removeEventListener("keydown", present, true),
    () => window.removeEventListener("pointerdown", present, true),
  ];
  return () => off.forEach((stop) => stop());
}
