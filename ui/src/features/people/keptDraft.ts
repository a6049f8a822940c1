/** The draft of one form in the store, written soon after a change; one write at a time, so that a late one cannot come back. */
import { call } from "../../lib/ipc/call.ts";
import type { PersonDraft } from "../../lib/ipc/bindings/PersonDraft.ts";

export const DRAFT_FORM = "person";
/** With the writing itself well under two seconds. */
const WAIT = 1_000;

export const newDraftId = (): string => `person-new-${crypto.randomUUID()}`;
export const draftIdOf = (person: string): string => `person-${person}`;

export class KeptDraft {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: PersonDraft | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #there = false;

  constructor(
    private id: string,
    private readonly onkept: (moment: string | undefined) => void,
  ) {}

  /** Something changed; `worth` says whether it differs from what is stored. */
  note(draft: PersonDraft, worth: boolean): void {
    if (!worth) {
      this.#cancel();
      if (this.#there) void this.drop();
      return;
    }
    this.#pending = draft;
    this.#timer ??= setTimeout(() => this.flush(), WAIT);
  }

  /** Writes now what waits. */
  flush(): void {
    const draft = this.#pending;
    this.#cancel();
    if (!draft) return;
    const id = this.id;
    this.#there = true;
    this.#queue = this.#queue.then(() => call("draft_keep", { id, form: DRAFT_FORM, data: JSON.stringify(draft) })).then(
      () => this.onkept(new Date().toISOString()),
      () => this.onkept(undefined),
    );
  }

  /** Goes on under another id; `there`: a draft is kept under it already. */
  adopt(id: string, there: boolean): void {
    this.#cancel();
    this.id = id;
    this.#there = there;
  }

  async drop(): Promise<void> {
    this.#cancel();
    this.#there = false;
    const id = this.id;
    this.#queue = this.#queue.then(() => call("draft_drop", id)).catch(() => undefined);
    await this.#queue;
    this.onkept(undefined);
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending = undefined;
  }
}
