/**
 * One open form of a person: what is typed, what is said about it, who looks alike, and the draft that is kept of it.
 * Truth is on the Rust side; here is only what stands on the screen.
 */
import { SvelteSet } from "svelte/reactivity";
import { announce } from "../../lib/announce.ts";
import { t } from "../../lib/i18n.svelte.ts";
import { NIK_LENGTH } from "../../lib/identity.ts";
import { call, Refusal } from "../../lib/ipc/call.ts";
import type { Finding } from "../../lib/ipc/bindings/Finding.ts";
import type { Lookalike } from "../../lib/ipc/bindings/Lookalike.ts";
import type { NikSuggestion } from "../../lib/ipc/bindings/NikSuggestion.ts";
import type { PersonDraft } from "../../lib/ipc/bindings/PersonDraft.ts";
import type { SavedPerson } from "../../lib/ipc/bindings/SavedPerson.ts";
import { differs, emptyDraft, lookedFor, MASK, worthLooking } from "./draft.ts";
import { KeptDraft } from "./keptDraft.ts";
import { findingWords } from "./words.ts";

const PAUSE = 300;

export class PersonForm {
  draft = $state<PersonDraft>(emptyDraft());
  /** As it was when the form was opened. */
  stored = $state.raw<PersonDraft>(emptyDraft());
  suggestion = $state.raw<NikSuggestion | null>(null);
  lookalikes = $state.raw<Lookalike[]>([]);
  problem = $state.raw<unknown>();
  saving = $state(false);
  /** When the draft was last kept, in UTC. */
  keptAt = $state<string>();
  #findings = $state.raw<Finding[]>([]);
  #left = new SvelteSet<string>();
  #everything = $state(false);
  /** Nothing is said about a field while it is typed in. */
  #typing = $state("");
  #fillWhenKnown = false;
  #checks = 0;
  #looks = 0;
  #kept: KeptDraft;

  readonly changed = $derived.by(() => differs(this.draft, this.stored));
  readonly masked = $derived.by(() => this.draft.nik.includes(MASK));
  /** Another person has the number. */
  readonly known = $derived.by(() => (this.suggestion?.known && this.suggestion.known.id !== this.draft.id ? this.suggestion.known : undefined));
  /** A doubtful or missing number wants a word. */
  readonly wantsNote = $derived.by(() => this.draft.nik_note !== "" || this.draft.same_nik_meant || this.#shown("nik").some((one) => one.weight === "warning" || one.code === "nik_missing"));
  /** Something of the number can still be filled in. */
  readonly fillable = $derived.by(() => Boolean(this.suggestion) && !this.known && ((!this.draft.birth_on && Boolean(this.suggestion?.birth_on)) || !this.draft.sex));

  constructor(start: PersonDraft, draftId: string) {
    this.draft = structuredClone(start);
    this.stored = start;
    this.#kept = new KeptDraft(draftId, (moment) => (this.keptAt = moment));
    $effect(() => {
      const now = $state.snapshot(this.draft) as PersonDraft;
      this.#kept.note(now, differs(now, this.stored));
    });
    const key = $derived(worthLooking(this.draft) ? lookedFor(this.draft) : "");
    $effect(() => {
      const wait = setTimeout(() => void this.#look(), key ? PAUSE : 0);
      return () => clearTimeout(wait);
    });
    $effect(() => () => this.#kept.flush());
  }

  #shown(field: string): Finding[] {
    return this.#findings.filter((one) => one.field === field && field !== this.#typing && (this.#everything || this.#left.has(field)));
  }

  error(field: string): string | undefined {
    const found = this.#shown(field).find((one) => one.weight === "error");
    if (field === "nik_note" && field !== this.#typing && this.#everything && this.draft.nik && !this.draft.nik_note.trim() && this.wantsNote) return t("people.nik_note_missing");
    return found && findingWords(found);
  }

  warning(field: string): string | undefined {
    return this.#shown(field).filter((one) => one.weight === "warning").map(findingWords).join(" ") || undefined;
  }

  typed(field: string): void {
    this.#typing = field;
  }

  /** A field was left: now something may be said about it. */
  async leave(field: string): Promise<void> {
    this.#left.add(field);
    this.#typing = "";
    await this.check();
  }

  async check(): Promise<void> {
    const mine = ++this.#checks;
    try {
      const findings = await call("person_check", $state.snapshot(this.draft) as PersonDraft);
      if (mine === this.#checks) this.#findings = findings;
    } catch (error) {
      if (mine === this.#checks) this.problem = error;
    }
  }

  /** The 16th digit is there. */
  async suggest(nik: string): Promise<void> {
    try {
      const suggestion = await call("person_suggest", nik);
      if (this.draft.nik !== nik) return;
      this.suggestion = suggestion;
      if (this.#fillWhenKnown) this.fill();
    } catch (error) {
      this.problem = error;
    }
  }

  nikTyped(): void {
    if (this.suggestion && this.draft.nik.length !== NIK_LENGTH) this.suggestion = null;
    this.#fillWhenKnown = false;
    this.draft.same_nik_meant = false;
  }

  /** Takes birth date and sex over from the number, where nothing stands yet. */
  fill(): void {
    this.#fillWhenKnown = this.suggestion === null && this.draft.nik.length === NIK_LENGTH;
    if (!this.suggestion || !this.fillable) return;
    this.draft.birth_on ||= this.suggestion.birth_on;
    this.draft.sex ||= this.suggestion.facts.sex;
    announce(t("people.form.nikFilled"));
  }

  async #look(): Promise<void> {
    const mine = ++this.#looks;
    const draft = $state.snapshot(this.draft) as PersonDraft;
    const found = worthLooking(draft) ? await call("person_lookalikes", draft).catch(() => []) : [];
    if (mine === this.#looks) this.lookalikes = found;
  }

  /** Goes on with what was typed before. */
  resume(draft: PersonDraft, draftId: string): void {
    this.#kept.adopt(draftId, true);
    this.draft = draft;
    if (draft.nik.length === NIK_LENGTH && !draft.nik.includes(MASK)) void this.suggest(draft.nik);
    for (const [field, value] of Object.entries(draft)) if (value) this.#left.add(field);
    void this.check();
  }

  /** Begins an empty form for the next person. */
  restart(draftId: string): void {
    this.#kept.adopt(draftId, false);
    this.stored = emptyDraft();
    this.draft = emptyDraft();
    this.suggestion = null;
    this.#findings = [];
    this.#left.clear();
    this.#everything = false;
    this.problem = undefined;
    this.keptAt = undefined;
  }

  /** Says everything that is wrong. True when nothing keeps the person from being stored. */
  async ready(): Promise<boolean> {
    this.problem = undefined;
    await this.check();
    this.#everything = true;
    this.#typing = "";
    return !this.#findings.some((one) => one.weight === "error") && !this.error("nik_note");
  }

  /** Stores the person. What the Rust side refuses stands in `problem`. */
  async save(): Promise<SavedPerson | undefined> {
    this.saving = true;
    try {
      const saved = await call("person_save", $state.snapshot(this.draft) as PersonDraft);
      await this.#kept.drop();
      this.stored = $state.snapshot(this.draft) as PersonDraft;
      return saved;
    } catch (error) {
      this.problem = error;
      if (error instanceof Refusal && error.code === "nik_taken") await this.suggest(this.draft.nik);
      return undefined;
    } finally {
      this.saving = false;
    }
  }

  /** Nothing of this form is kept. */
  forget(): Promise<void> {
    return this.#kept.drop();
  }
}
