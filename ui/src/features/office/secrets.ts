/** What the Rust side asks of names and secrets, said on leaving the field already. */
import { t, type WordKey } from "../../lib/i18n.svelte.ts";

export const PASSPHRASE_MIN = 8;
export const PASSWORD_MIN = 8;

export function passwordProblem(typed: string, min: number, short: WordKey): string | undefined {
  return [...typed].length < min ? t(short, { min: String(min) }) : undefined;
}

export function usernameProblem(typed: string): string | undefined {
  return /^[a-z0-9._-]+$/i.test(typed.trim()) ? undefined : t("officer.username_form");
}
