/** An intake between the form and the wire. */
import { addDays } from "../../lib/date.ts";
import type { DocumentKind } from "../../lib/ipc/bindings/DocumentKind.ts";
import type { Employment } from "../../lib/ipc/bindings/Employment.ts";
import type { Intake } from "../../lib/ipc/bindings/Intake.ts";
import type { IntakeDraft } from "../../lib/ipc/bindings/IntakeDraft.ts";

const codes = <V extends string>(text: string | null): V[] => (text ? (text.split(",").map((code) => code.trim()).filter(Boolean) as V[]) : []);

/** Before a programme is chosen; the office's usual numbers come with it. */
export function emptyIntake(today: string): IntakeDraft {
  return {
    id: null, programme_id: "", name: "", opens_on: today, closes_on: addDays(today, 14), starts_on: null, seats: 16, reserves: 2, funding: null,
    age_min: null, age_max: null, education_min: null, domicile_code: null, employment_not: [], cooldown_months: null, documents: ["KTP", "IJAZAH"],
  };
}

export function draftOf(intake: Intake): IntakeDraft {
  const { retired_at: _, employment_not, documents, ...rest } = intake;
  return { ...rest, employment_not: codes<Employment>(employment_not), documents: codes<DocumentKind>(documents) };
}

/** What was typed into a box for a number: nothing, a whole number, or something else. */
export function wholeNumber(text: string): number | null | undefined {
  const said = text.trim();
  if (!said) return null;
  return /^\d{1,4}$/.test(said) ? Number(said) : undefined;
}
